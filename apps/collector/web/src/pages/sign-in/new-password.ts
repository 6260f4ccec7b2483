// A new password typed twice, and what is wrong with it.
import { useState } from 'react';
import { useWords } from '../../words/words.ts';

/** As the collector demands (NIST SP 800-63B: length counts, rules of composition do not). */
const shortest = 15;

export interface NewPassword {
  value: string;
  again: string;
  setValue(value: string): void;
  setAgain(again: string): void;
  /** Shown once somebody tried to send the form. */
  errors: { value?: string; again?: string };
  isGood: boolean;
  tried(): void;
}

export function useNewPassword(): NewPassword {
  const { session } = useWords();
  const [value, setValue] = useState('');
  const [again, setAgain] = useState('');
  const [wasTried, setTried] = useState(false);
  const isShort = [...value].length < shortest;
  return {
    value,
    again,
    setValue,
    setAgain,
    errors: {
      ...(wasTried && isShort && { value: session.passwordShort }),
      ...(wasTried && again !== value && { again: session.passwordsDiffer }),
    },
    isGood: !isShort && again === value,
    tried: () => setTried(true),
  };
}
