// What to set on hosts with a token: as a policy for many, as commands for one.
import {
  Body1,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Subtitle2,
  Tab,
  TabList,
  tokens,
} from '@fluentui/react-components';
import { type ReactElement, useState } from 'react';
import { useAnswer } from '../../api/queries.ts';
import { Literal, LiteralBlock } from '../../parts/literal.tsx';
import { useWords } from '../../words/words.ts';
import { Answered } from './answered.tsx';
import { policyKey, type Reach, setupCommands, setupValues } from './host-setup-text.ts';

const useStyles = makeStyles({
  setup: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, minWidth: 0 },
  values: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    alignItems: 'center',
    margin: 0,
    '@media (max-width: 480px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  data: { margin: 0, minWidth: 0 },
});

interface Props {
  /** Null: its secret is not known any more, and a placeholder stands for it. */
  token: string | null;
  /** As deep as what stands around it wants. */
  heading?: 'h2' | 'h3' | 'h4';
}

export function HostSetup({ token, heading = 'h3' }: Props): ReactElement {
  const query = useAnswer('GET /api/v1/about', {}, { live: false });
  return (
    <Answered query={query}>{(about) => <Setup reach={about} token={token} heading={heading} />}</Answered>
  );
}

function Setup({ reach, token, heading }: Required<Props> & { reach: Reach }): ReactElement {
  const styles = useStyles();
  const { setup } = useWords().settings;
  const [way, setWay] = useState<'policy' | 'command'>('policy');
  const secret = token ?? setup.placeholder;
  return (
    <div className={styles.setup}>
      <Subtitle2 as={heading}>{setup.title}</Subtitle2>
      {reach.address.startsWith('http:') && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{setup.http}</MessageBarBody>
        </MessageBar>
      )}
      <TabList
        selectedValue={way}
        onTabSelect={(_event, { value }) => setWay(value === 'command' ? 'command' : 'policy')}
      >
        <Tab value="policy">{setup.byPolicy}</Tab>
        <Tab value="command">{setup.byCommand}</Tab>
      </TabList>
      {way === 'policy' ? (
        <>
          <Body1>{setup.policyLead}</Body1>
          <Literal text={policyKey} copy />
          <dl className={styles.values}>
            {setupValues(reach, secret).map(([name, data]) => (
              <Value key={name} name={name} data={data} />
            ))}
          </dl>
          <Body1>{setup.policyWarn}</Body1>
        </>
      ) : (
        <>
          <Body1>{setup.commandLead}</Body1>
          <LiteralBlock text={setupCommands(reach, secret)} />
        </>
      )}
      {reach.tls !== 'own' && reach.address.startsWith('https:') && <Body1>{setup.noPin}</Body1>}
    </div>
  );
}

function Value({ name, data }: { name: string; data: string }): ReactElement {
  const styles = useStyles();
  return (
    <>
      <dt>
        <Literal text={name} />
      </dt>
      <dd className={styles.data}>
        <Literal text={data} copy />
      </dd>
    </>
  );
}
