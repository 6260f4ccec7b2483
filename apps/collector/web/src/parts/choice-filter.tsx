// A filter of one field: any of several values, each with how many it finds.
import { Dropdown, makeStyles, Option } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useSpoken } from '../words/words.ts';

const useStyles = makeStyles({ choice: { minWidth: '120px' } });

export interface Choice {
  value: string;
  text: string;
  count?: number;
}

interface Props {
  label: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  onChange(chosen: string[]): void;
}

export function ChoiceFilter({ label, choices, chosen, onChange }: Props): ReactElement {
  const styles = useStyles();
  const { language, words } = useSpoken();
  const digits = new Intl.NumberFormat(language);
  const first = choices.find(({ value }) => value === chosen[0])?.text ?? chosen[0];
  const shown =
    chosen.length === 0
      ? label
      : `${label}: ${chosen.length === 1 ? first : words.parts.filter.chosen(chosen.length)}`;
  return (
    <Dropdown
      multiselect
      className={styles.choice}
      aria-label={label}
      value={shown}
      selectedOptions={[...chosen]}
      onOptionSelect={(_event, { selectedOptions }) => onChange(selectedOptions)}
    >
      {choices.map(({ value, text, count }) => (
        <Option key={value} value={value} text={text}>
          {count === undefined ? text : `${text} (${digits.format(count)})`}
        </Option>
      ))}
    </Dropdown>
  );
}
