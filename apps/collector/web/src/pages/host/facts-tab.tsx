// The facts as they were read, section by section, with why-not for each that was not.
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { type Report, sectionNames } from '@mailflow-tls/core';
import { unreadSentence } from '@mailflow-tls/core/formats';
import type { ReactElement } from 'react';
import { LiteralBlock } from '../../parts/literal.tsx';
import { Pieces } from '../../parts/pieces.tsx';
import { Time } from '../../parts/time.tsx';
import { useReportWords } from '../../words/core-words.ts';
import { say } from '../../words/say.ts';
import { useSpoken, useWords } from '../../words/words.ts';

type Section = (typeof sectionNames)[number];

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  remark: { color: tokens.colorNeutralForeground3, marginInlineStart: tokens.spacingHorizontalM },
  panel: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  text: { margin: 0 },
});

export function FactsTab({ report }: { report: Report }): ReactElement {
  const styles = useStyles();
  const { host } = useWords();
  return (
    <div className={styles.list}>
      <p className={styles.text}>
        {host.read} <Time at={report.facts.gatheredAt} relative /> · <bdi>{report.facts.gatherer.name}</bdi>{' '}
        <bdi>{report.facts.gatherer.version}</bdi>
      </p>
      <Accordion multiple collapsible>
        {sectionNames.map((name) => (
          <SectionItem key={name} report={report} name={name} />
        ))}
      </Accordion>
    </div>
  );
}

function SectionItem({ report, name }: { report: Report; name: Section }): ReactElement {
  const styles = useStyles();
  const locale = useReportWords();
  const { language } = useSpoken();
  const { host } = useWords();
  const section = report.facts.sections[name];
  const digits = new Intl.NumberFormat(language);
  return (
    <AccordionItem value={name}>
      <AccordionHeader as="h2">
        {say(locale, locale.sections[name])}
        <span className={styles.remark}>
          {section.status === 'unread'
            ? `${host.unreadSection}: ${say(locale, locale.unread[section.reason])}`
            : section.tookMs !== undefined && host.took(digits.format(section.tookMs))}
        </span>
      </AccordionHeader>
      <AccordionPanel className={styles.panel}>
        {section.status === 'unread' ? (
          <>
            <p className={styles.text}>
              <Pieces pieces={unreadSentence({ section: name, unread: section }, locale)} />
            </p>
            {section.detail !== undefined && (
              <>
                {host.system}: <LiteralBlock text={section.detail} />
              </>
            )}
          </>
        ) : (
          <>
            {section.gaps.length > 0 && (
              <div>
                {host.gaps}
                <ul>
                  {section.gaps.map((gap) => (
                    <li key={gap.what}>
                      <Pieces pieces={unreadSentence({ section: name, unread: gap }, locale)} />
                    </li>
                  ))}
                </ul>
              </div>
            )}
            <LiteralBlock text={JSON.stringify(section.data, null, 2)} />
          </>
        )}
      </AccordionPanel>
    </AccordionItem>
  );
}
