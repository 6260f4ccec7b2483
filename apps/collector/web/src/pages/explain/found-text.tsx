// A text as it was found; a long one is cut until its whole is asked for.
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactElement, useState } from 'react';
import { useWords } from '../../words/words.ts';

const longest = 400;

const useStyles = makeStyles({
  text: {
    margin: 0,
    marginBlock: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    textAlign: 'start',
  },
});

export function FoundText({ text }: { text: string }): ReactElement {
  const styles = useStyles();
  const words = useWords().explain;
  const [isWhole, setWhole] = useState(text.length <= longest);
  return (
    <>
      <pre dir="ltr" translate="no" className={styles.text}>
        {isWhole ? text : `${text.slice(0, longest)} …`}
      </pre>
      {!isWhole && (
        <Link as="button" onClick={() => setWhole(true)}>
          {words.whole}
        </Link>
      )}
    </>
  );
}
