// Keeps what is shown still while the pointer or the focus is on it, so that no row moves away under a click.
import { type FocusEvent, useState } from 'react';

interface Steady<T> {
  shown: T;
  /** Newer than what is shown is there. */
  waiting: boolean;
  /** Shows what is newer now. */
  apply(): void;
  /** For the element around what must not move. */
  hold: {
    onPointerEnter(): void;
    onPointerLeave(): void;
    onFocus(): void;
    onBlur(event: FocusEvent<HTMLElement>): void;
  };
}

/** `key` names what was asked for: when it changes, what comes is shown at once. */
export function useSteady<T>(latest: T, key: string): Steady<T> {
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const [held, setHeld] = useState({ key, value: latest });
  const isHeld = (pointed || focused) && held.key === key && held.value !== undefined;
  // Setting state while rendering: React begins again with it before anything is drawn.
  if (!isHeld && (held.value !== latest || held.key !== key)) setHeld({ key, value: latest });
  const shown = isHeld ? held.value : latest;
  return {
    shown,
    waiting: shown !== latest,
    apply: () => setHeld({ key, value: latest }),
    hold: {
      onPointerEnter: () => setPointed(true),
      onPointerLeave: () => setPointed(false),
      onFocus: () => setFocused(true),
      onBlur: ({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) setFocused(false);
      },
    },
  };
}
