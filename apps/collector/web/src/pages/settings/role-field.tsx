// Chooses a role, and says what it may do.
import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Role } from '../../api/types.ts';
import { useWords } from '../../words/words.ts';

const roles = ['viewer', 'operator', 'administrator'] as const satisfies readonly Role[];

interface Props {
  role: Role;
  onChange(role: Role): void;
}

export function RoleField({ role, onChange }: Props): ReactElement {
  const { settings } = useWords();
  return (
    <Field label={settings.role}>
      <RadioGroup
        value={role}
        onChange={(_event, { value }) => onChange(roles.find((each) => each === value) ?? 'viewer')}
      >
        {roles.map((each) => (
          <Radio key={each} value={each} label={`${settings.roles[each]} – ${settings.roleMeans[each]}`} />
        ))}
      </RadioGroup>
    </Field>
  );
}
