// The sentence over a part of the settings, and its main button.
import { Body1, Button, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import type { ReactElement } from 'react';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalL,
  },
});

interface Props {
  lead: string;
  create?: { text: string; onClick(): void };
}

export function TabHead({ lead, create }: Props): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.head}>
      <Body1>{lead}</Body1>
      {create !== undefined && (
        <Button appearance="primary" icon={<AddRegular />} onClick={create.onClick}>
          {create.text}
        </Button>
      )}
    </div>
  );
}
