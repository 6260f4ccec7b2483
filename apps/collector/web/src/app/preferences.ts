// What a browser remembers of its user's choices; where it may not keep anything, choices last as long as the page.

const prefix = 'mailflow-tls.';
const kept = new Map<string, string>();

export function recall(name: string): string | null {
  try {
    return window.localStorage.getItem(prefix + name) ?? kept.get(name) ?? null;
  } catch {
    return kept.get(name) ?? null;
  }
}

export function keep(name: string, value: string): void {
  kept.set(name, value);
  try {
    window.localStorage.setItem(prefix + name, value);
  } catch {
    // Storage is full or forbidden: the map above has it.
  }
}
