// The form of a new enrolment token.
import { Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { type ReactElement, useState } from 'react';
import { useChange } from '../../api/queries.ts';
import { useWords } from '../../words/words.ts';
import { emptyToNull, inDays, splitWords, wholeNumber } from './fields.ts';
import { FormDialog } from './form-dialog.tsx';

interface Props {
  onCancel(): void;
  onMade(secret: string): void;
}

type TextField = 'name' | 'maxUses' | 'domain' | 'addressRange' | 'tags' | 'days';
const start: Readonly<Record<TextField, string>> = {
  name: '',
  maxUses: '',
  domain: '',
  addressRange: '',
  tags: '',
  days: '30',
};

export function NewEnrolmentToken({ onCancel, onMade }: Props): ReactElement {
  const { settings } = useWords();
  const { enrolment } = settings;
  const create = useChange('POST /api/v1/enrolment-tokens', ['GET /api/v1/enrolment-tokens']);
  const [mode, setMode] = useState<'accept' | 'approve'>('approve');
  const [text, setText] = useState(start);
  const [tried, setTried] = useState(false);
  const maxUses = wholeNumber(text.maxUses);
  const days = wholeNumber(text.days);
  const own: Partial<Record<TextField, string>> = {
    ...(text.name.trim() === '' && { name: settings.required }),
    ...((Number.isNaN(maxUses) || maxUses === 0) && { maxUses: settings.data.outOfRange(1_000_000) }),
    ...((Number.isNaN(days) || days === 0) && { days: settings.data.outOfRange(36_500) }),
  };
  const submit = (): void => {
    setTried(true);
    if (Object.keys(own).length > 0) return;
    const body = {
      name: text.name.trim(),
      mode,
      maxUses,
      domain: emptyToNull(text.domain),
      addressRange: emptyToNull(text.addressRange),
      tags: splitWords(text.tags),
      expiresAt: inDays(days, Date.now()),
    };
    create.mutate({ body }, { onSuccess: ({ secret }) => onMade(secret) });
  };
  const field = (name: TextField, label: string, hint: string, required = false): ReactElement => (
    <Field
      label={label}
      hint={hint}
      required={required}
      validationMessage={
        (tried ? own[name] : undefined) ??
        create.error?.fieldError(name === 'days' ? 'expiresAt' : name) ??
        null
      }
    >
      <Input
        value={text[name]}
        dir={name === 'domain' || name === 'addressRange' ? 'ltr' : 'auto'}
        inputMode={name === 'maxUses' || name === 'days' ? 'numeric' : 'text'}
        onChange={(_event, { value }) => setText({ ...text, [name]: value })}
      />
    </Field>
  );
  return (
    <FormDialog
      title={enrolment.create}
      action={settings.create}
      busy={create.isPending}
      problem={create.error}
      onSubmit={submit}
      onCancel={onCancel}
    >
      {field('name', settings.name, enrolment.nameHint, true)}
      <Field label={enrolment.mode}>
        <RadioGroup
          value={mode}
          onChange={(_event, { value }) => setMode(value === 'accept' ? 'accept' : 'approve')}
        >
          <Radio value="approve" label={enrolment.modes.approve} />
          <Radio value="accept" label={enrolment.modes.accept} />
        </RadioGroup>
      </Field>
      {field('days', enrolment.days, enrolment.daysHint)}
      {field('maxUses', enrolment.maxUses, enrolment.maxUsesHint)}
      {field('domain', enrolment.domain, enrolment.domainHint)}
      {field('addressRange', enrolment.addressRange, enrolment.addressRangeHint)}
      {field('tags', enrolment.tags, enrolment.tagsHint)}
    </FormDialog>
  );
}
