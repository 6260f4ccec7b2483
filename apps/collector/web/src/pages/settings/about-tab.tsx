// What runs here, and how old the data is that hosts are judged by.
import { Link, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { useAnswer } from '../../api/queries.ts';
import type { AnswerOf } from '../../api/types.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Literal } from '../../parts/literal.tsx';
import { Time } from '../../parts/time.tsx';
import { useWords, type Words } from '../../words/words.ts';
import { Answered } from './answered.tsx';

type About = AnswerOf<'GET /api/v1/about'>;
type ReferenceSet = About['referenceData'][number];
const dayMs = 86_400_000;
const oldDays = 183;

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    '@media (max-width: 480px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  name: { color: tokens.colorNeutralForeground2 },
  data: { margin: 0, minWidth: 0 },
});

export function AboutTab(): ReactElement {
  const query = useAnswer('GET /api/v1/about', {}, { live: false });
  return <Answered query={query}>{(about) => <Facts about={about} read={query.dataUpdatedAt} />}</Answered>;
}

function Facts({ about, read }: { about: About; read: number }): ReactElement {
  const styles = useStyles();
  const words = useWords();
  const texts = words.settings.about;
  const clockOff = Math.round(Math.abs(Date.parse(about.now) - read) / 60_000);
  return (
    <>
      <dl className={styles.facts}>
        <Fact name={texts.collector}>
          <Literal text={about.version} />
        </Fact>
        <Fact name={texts.core}>
          <Literal text={about.coreVersion} />
        </Fact>
        <Fact name={texts.database}>{texts.databases[about.database]}</Fact>
        <Fact name={texts.address}>
          <Literal text={about.address} copy />
        </Fact>
        <Fact name={texts.pin}>
          {about.publicKeyPin === null ? texts.noPin : <Literal text={about.publicKeyPin} copy />}
        </Fact>
        <Fact name={texts.clock}>
          <Time at={about.now} /> {clockOff > 1 && texts.clockOff(clockOff)}
        </Fact>
      </dl>
      <Subtitle2 as="h2">{texts.reference}</Subtitle2>
      <DataTable
        label={texts.reference}
        columns={referenceColumns(words, Date.parse(about.now))}
        rows={about.referenceData}
        rowId={({ name }) => name}
      />
      <Link href="/api/v1/openapi.json">{texts.api}</Link>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }): ReactElement {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.data}>{children}</dd>
    </>
  );
}

function referenceColumns({ settings }: Words, now: number): Column<ReferenceSet>[] {
  const texts = settings.about;
  const ageOf = ({ asOf }: ReferenceSet): number => Math.floor((now - Date.parse(asOf)) / dayMs);
  return [
    { id: 'set', header: texts.set, cell: ({ name }) => texts.sets[name] ?? <Literal text={name} /> },
    { id: 'asOf', header: texts.asOf, cell: ({ asOf }) => <bdi>{asOf}</bdi> },
    { id: 'age', header: texts.age, numeric: true, cell: (set) => texts.days(ageOf(set)) },
    {
      id: 'note',
      header: settings.state,
      cell: (set) => (set.settled ? texts.settled : ageOf(set) > oldDays ? texts.old : texts.recent),
    },
  ];
}
