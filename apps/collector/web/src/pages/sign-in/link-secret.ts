// The secret of a one-time link, which stands behind the `#` that browsers do not send.
import { useState } from 'react';

/** Empty when the link has none. Taken out of the address, so that it stays out of the history and of screenshots. */
export function useLinkSecret(): string {
  const [secret] = useState(takeSecret);
  return secret;
}

let taken = '';

function takeSecret(): string {
  const { hash, pathname } = window.location;
  if (hash.length > 1) {
    taken = decodeURIComponent(hash.slice(1));
    window.history.replaceState(window.history.state, '', pathname);
  }
  return taken;
}
