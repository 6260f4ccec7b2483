// The guide of an empty collector: three steps to the first report.
import { Body1, makeStyles, mergeClasses, Subtitle2, Title3, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { useAnswer } from '../../api/queries.ts';
import { useMay } from '../../app/session.ts';
import { LiteralBlock } from '../../parts/literal.tsx';
import { useNow } from '../../parts/use-now.ts';
import { useWords } from '../../words/words.ts';
import { tokenState } from './enrolment-tab.tsx';
import { HostSetup } from './host-setup.tsx';

const useStyles = makeStyles({
  guide: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, maxWidth: '900px' },
  steps: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, margin: 0, padding: 0 },
  step: {
    display: 'grid',
    gridTemplateColumns: '32px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalL,
    listStyleType: 'none',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
  },
  mark: {
    display: 'grid',
    placeItems: 'center',
    width: '28px',
    height: '28px',
    borderRadius: tokens.borderRadiusCircular,
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    fontWeight: tokens.fontWeightSemibold,
  },
  done: { color: tokens.colorPaletteGreenForeground1, backgroundColor: 'transparent', fontSize: '28px' },
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, minWidth: 0 },
});

/** `enrolled`: hosts that were taken in and have not reported yet. */
export function FirstRun({ enrolled }: { enrolled: number }): ReactElement {
  const styles = useStyles();
  const { settings } = useWords();
  const { firstRun } = settings;
  const now = useNow();
  const isAdministrator = useMay('administrator');
  const found = useAnswer('GET /api/v1/enrolment-tokens', {}, { enabled: isAdministrator });
  const waiting = useAnswer('GET /api/v1/waiting-hosts', {});
  const inForce = found.data?.items.filter((token) => tokenState(token, now) === 'inForce').length ?? 0;
  const asked = waiting.data?.items.length ?? 0;
  return (
    <div className={styles.guide}>
      <Title3 as="h2">{firstRun.title}</Title3>
      <Body1>{firstRun.lead}</Body1>
      <ol className={styles.steps}>
        <Step number={1} title={firstRun.token} done={inForce + asked + enrolled > 0}>
          <Body1>{inForce > 0 ? firstRun.tokenDone(inForce) : firstRun.tokenBody}</Body1>
          {isAdministrator ? (
            <Link to="/settings/$tab" params={{ tab: 'enrolment' }}>
              {settings.enrolment.create}
            </Link>
          ) : (
            <Body1>{firstRun.ask}</Body1>
          )}
        </Step>
        <Step number={2} title={firstRun.values} done={asked + enrolled > 0}>
          <Body1>{firstRun.valuesBody}</Body1>
          <HostSetup token={null} heading="h4" />
        </Step>
        <Step number={3} title={firstRun.report} done={false}>
          <Body1>{firstRun.reportBody}</Body1>
          <LiteralBlock text="mailflow-tls status" />
          {asked > 0 && (
            <Link to="/settings/$tab" params={{ tab: 'waiting' }}>
              {firstRun.waiting(asked)}
            </Link>
          )}
        </Step>
      </ol>
    </div>
  );
}

interface StepProps {
  number: number;
  title: string;
  done: boolean;
  children: ReactNode;
}

function Step({ number, title, done, children }: StepProps): ReactElement {
  const styles = useStyles();
  return (
    <li className={styles.step}>
      <span aria-hidden className={mergeClasses(styles.mark, done && styles.done)}>
        {done ? <CheckmarkCircleFilled /> : number}
      </span>
      <div className={styles.content}>
        <Subtitle2 as="h3">{title}</Subtitle2>
        {children}
      </div>
    </li>
  );
}
