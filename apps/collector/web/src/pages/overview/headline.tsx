// The one sentence that answers before it is asked.
import { makeStyles, tokens } from '@fluentui/react-components';
import { Fragment, type ReactElement } from 'react';
import type { AnswerOf } from '../../api/types.ts';
import { useWords } from '../../words/words.ts';

const useStyles = makeStyles({
  sentence: {
    margin: 0,
    maxWidth: '40em',
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    textWrap: 'balance',
    '@media (max-width: 800px)': {
      fontSize: tokens.fontSizeBase500,
      lineHeight: tokens.lineHeightBase500,
    },
  },
});

export function Headline({ overview: data }: { overview: AnswerOf<'GET /api/v1/overview'> }): ReactElement {
  const styles = useStyles();
  const { overview } = useWords();
  const notJudged = data.states.unknown.open + data.states.none.open;
  const parts = [
    data.wouldLoseMail === 0
      ? overview.losesNone(data.hosts)
      : overview.loses(data.wouldLoseMail, data.hosts),
    ...(data.onlyNeedRestart > 0 ? [overview.onlyRestart(data.onlyNeedRestart)] : []),
    ...(notJudged > 0 ? [overview.notJudged(notJudged)] : []),
  ];
  return (
    <p className={styles.sentence}>
      {parts.map((part, index) => (
        // Apart, so that numbers and Latin names of one part do not run into the next where the text runs leftwards.
        <Fragment key={part}>
          <bdi>{part}</bdi>
          {index < parts.length - 1 ? '; ' : '.'}
        </Fragment>
      ))}
    </p>
  );
}
