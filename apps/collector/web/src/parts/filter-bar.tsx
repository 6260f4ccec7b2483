// The row of filters over a list: a search, choices, and a way to drop them all.
import { Button, makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import { type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react';
import { useWords } from '../words/words.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    '@media print': { display: 'none' },
  },
  search: { flexGrow: 1, minWidth: '200px', maxWidth: '400px' },
});

interface Props {
  /** Left out: there is no search. */
  search?: { value: string; onChange(value: string): void; label?: string };
  /** Whether any filter is set; then they can be cleared. */
  active: boolean;
  onClear(): void;
  children?: ReactNode;
}

export function FilterBar({ search, active, onClear, children }: Props): ReactElement {
  const styles = useStyles();
  const { filter } = useWords().parts;
  return (
    <search className={styles.bar} aria-label={filter.label}>
      {search !== undefined && <SlowSearch {...search} />}
      {children}
      {active && (
        <Button appearance="subtle" onClick={onClear}>
          {filter.clear}
        </Button>
      )}
    </search>
  );
}

/** Milliseconds without a key after which it is searched. */
const pauseMs = 250;

function SlowSearch({ value, onChange, label }: NonNullable<Props['search']>): ReactElement {
  const styles = useStyles();
  const { filter } = useWords().parts;
  const [typed, setTyped] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  // The address changed by other means, e.g. back or “Clear filters”.
  useEffect(() => setTyped(value), [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const tell = (next: string, wait: number): void => {
    setTyped(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onChange(next), wait);
  };
  const name = label ?? filter.search;
  return (
    <SearchBox
      className={styles.search}
      aria-label={name}
      placeholder={name}
      value={typed}
      onChange={(_event, data) => tell(data.value, data.value === '' ? 0 : pauseMs)}
    />
  );
}
