// The form of a new local account.
import { Field, Input } from '@fluentui/react-components';
import { type ReactElement, useState } from 'react';
import { useChange } from '../../api/queries.ts';
import type { Role } from '../../api/types.ts';
import { useWords } from '../../words/words.ts';
import { FormDialog } from './form-dialog.tsx';
import type { ShownLink } from './password-link.tsx';
import { RoleField } from './role-field.tsx';

interface Props {
  onCancel(): void;
  onMade(link: ShownLink): void;
}

export function NewUser({ onCancel, onMade }: Props): ReactElement {
  const { settings } = useWords();
  const create = useChange('POST /api/v1/users', ['GET /api/v1/users']);
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  const [tried, setTried] = useState(false);
  const isEmpty = name.trim() === '';
  const submit = (): void => {
    setTried(true);
    if (isEmpty) return;
    create.mutate(
      { body: { name: name.trim(), role } },
      { onSuccess: ({ user, link }) => onMade({ ...link, name: user.name }) },
    );
  };
  return (
    <FormDialog
      title={settings.people.create}
      action={settings.create}
      busy={create.isPending}
      problem={create.error}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <Field
        label={settings.name}
        hint={settings.people.nameHint}
        required
        validationMessage={tried && isEmpty ? settings.required : (create.error?.fieldError('name') ?? null)}
      >
        <Input value={name} dir="auto" autoComplete="off" onChange={(_event, { value }) => setName(value)} />
      </Field>
      <RoleField role={role} onChange={setRole} />
    </FormDialog>
  );
}
