// The address that somebody was at before the identity provider's page, which sends back to the overview.

const key = 'mailflow-tls.come-back';

export function rememberAddress(): void {
  const { pathname, search, hash } = window.location;
  try {
    window.sessionStorage.setItem(key, pathname + search + hash);
  } catch {
    // Without storage the overview has to do.
  }
}

/** Told once; null when there is none. */
export function addressToComeBackTo(): string | null {
  try {
    const address = window.sessionStorage.getItem(key);
    window.sessionStorage.removeItem(key);
    // Only a path of this dashboard.
    return address !== null && /^\/(?![/\\])/.test(address) ? address : null;
  } catch {
    return null;
  }
}
