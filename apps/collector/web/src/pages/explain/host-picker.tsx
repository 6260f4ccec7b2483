// Chooses a host of the fleet whose settings join the evidence.
import { Combobox, Field, Option } from '@fluentui/react-components';
import { type ReactElement, useDeferredValue, useState } from 'react';
import { useAnswer } from '../../api/queries.ts';
import { ProblemMessage } from '../../parts/problem-message.tsx';
import { useWords } from '../../words/words.ts';

interface Props {
  /** Its id; undefined when none is chosen. */
  chosen: string | undefined;
  /** The name of the chosen one, as far as it is known. */
  name: string | undefined;
  onChoose: (id: string | undefined) => void;
}

export function HostPicker({ chosen, name, onChoose }: Props): ReactElement {
  const words = useWords().explain;
  const [typed, setTyped] = useState<string | null>(null);
  const searched = useDeferredValue(typed ?? '').trim();
  const hosts = useAnswer(
    'GET /api/v1/hosts',
    { query: { limit: '20', ...(searched !== '' && { q: searched }) } },
    { keepPrevious: true, live: false, enabled: typed !== null },
  );
  const items = hosts.data?.items ?? [];
  return (
    <>
      <Field label={words.host} hint={words.hostHint}>
        <Combobox
          freeform
          clearable
          placeholder={words.hostSearch}
          value={typed ?? name ?? chosen ?? ''}
          selectedOptions={chosen === undefined ? [] : [chosen]}
          onOpenChange={(_event, { open }) => setTyped(open ? (typed ?? '') : null)}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onOptionSelect={(_event, { optionValue }) => {
            setTyped(null);
            onChoose(optionValue === 'none' ? undefined : optionValue);
          }}
        >
          {chosen !== undefined && (
            <Option value="none" text={words.noHost}>
              {words.noHost}
            </Option>
          )}
          {items.map((host) => (
            <Option key={host.id} value={String(host.id)} text={host.name}>
              <bdi>{host.name}</bdi>
            </Option>
          ))}
          {hosts.isSuccess && items.length === 0 && (
            <Option disabled value="nothing" text="">
              {words.hostNone}
            </Option>
          )}
        </Combobox>
      </Field>
      {hosts.error !== null && <ProblemMessage problem={hosts.error} again={() => void hosts.refetch()} />}
    </>
  );
}
