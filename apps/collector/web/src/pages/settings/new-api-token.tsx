// The form of a new API token.
import { Field, Input } from '@fluentui/react-components';
import { type ReactElement, useState } from 'react';
import { useChange } from '../../api/queries.ts';
import type { Role } from '../../api/types.ts';
import { useWords } from '../../words/words.ts';
import { inDays, isUpTo, wholeNumber } from './fields.ts';
import { FormDialog } from './form-dialog.tsx';
import { RoleField } from './role-field.tsx';

const mostDays = 400;

interface Props {
  onCancel(): void;
  onMade(secret: string): void;
}

export function NewApiToken({ onCancel, onMade }: Props): ReactElement {
  const { settings } = useWords();
  const { apiTokens } = settings;
  const create = useChange('POST /api/v1/api-tokens', ['GET /api/v1/api-tokens']);
  const [name, setName] = useState('');
  const [days, setDays] = useState('365');
  const [role, setRole] = useState<Role>('viewer');
  const [tried, setTried] = useState(false);
  const count = wholeNumber(days);
  const submit = (): void => {
    setTried(true);
    // A second less, because the collector's clock may be behind this one's.
    const expiresAt = isUpTo(count, mostDays) ? inDays(count, Date.now() - 1000) : null;
    if (name.trim() === '' || expiresAt === null) return;
    create.mutate(
      { body: { name: name.trim(), role, expiresAt } },
      { onSuccess: ({ secret }) => onMade(secret) },
    );
  };
  const wrongName = tried && name.trim() === '' ? settings.required : create.error?.fieldError('name');
  const wrongDays =
    tried && !isUpTo(count, mostDays)
      ? settings.data.outOfRange(mostDays)
      : create.error?.fieldError('expiresAt');
  return (
    <FormDialog
      title={apiTokens.create}
      action={settings.create}
      busy={create.isPending}
      problem={create.error}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <Field label={settings.name} required validationMessage={wrongName ?? null}>
        <Input value={name} dir="auto" onChange={(_event, { value }) => setName(value)} />
      </Field>
      <RoleField role={role} onChange={setRole} />
      <Field label={apiTokens.days} hint={apiTokens.daysHint} required validationMessage={wrongDays ?? null}>
        <Input value={days} inputMode="numeric" onChange={(_event, { value }) => setDays(value)} />
      </Field>
    </FormDialog>
  );
}
