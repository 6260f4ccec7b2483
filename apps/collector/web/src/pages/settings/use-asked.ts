// Which row a dialog asks about; closing it also forgets what its change failed with.
import { useState } from 'react';

interface Asked<T> {
  row: T | null;
  ask(row: T): void;
  close(): void;
}

export function useAsked<T>(reset: () => void = () => undefined): Asked<T> {
  const [row, setRow] = useState<T | null>(null);
  return {
    row,
    ask: setRow,
    close: () => {
      setRow(null);
      reset();
    },
  };
}
