// Puts text on the clipboard, also where the page did not come over TLS.

export async function copyText(text: string): Promise<boolean> {
  try {
    if (window.isSecureContext) {
      await navigator.clipboard.writeText(text);
      return true;
    }
  } catch {
    // Not allowed: the older way may be.
  }
  const area = document.createElement('textarea');
  area.value = text;
  area.readOnly = true;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  // Inside an open dialog, because the focus may not leave it.
  const place = document.activeElement?.closest('[role="dialog"], [role="alertdialog"]') ?? document.body;
  const before = document.activeElement;
  place.append(area);
  area.select();
  // The only way to the clipboard without a secure context.
  const done = document.execCommand('copy');
  area.remove();
  if (before instanceof HTMLElement) before.focus();
  return done;
}
