// What stands where there is nothing yet: why, and what to do.
import { Body1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    rowGap: tokens.spacingVerticalM,
    paddingBlock: tokens.spacingVerticalXXXL,
    paddingInline: tokens.spacingHorizontalL,
    textAlign: 'center',
  },
  text: { maxWidth: '60ch', color: tokens.colorNeutralForeground2 },
});

interface Props {
  title: string;
  children?: ReactNode;
  /** Buttons or links that lead on. */
  actions?: ReactNode;
}

export function EmptyState({ title, children, actions }: Props): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.box}>
      <Subtitle2 as="h2">{title}</Subtitle2>
      {children !== undefined && <Body1 className={styles.text}>{children}</Body1>}
      {actions}
    </div>
  );
}
