// A number that leads to the hosts it counts.
import { makeStyles, tokens } from '@fluentui/react-components';
import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import type { HostFilter } from '../../app/host-filter.ts';
import { useSpoken } from '../../words/words.ts';

const useStyles = makeStyles({
  tile: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    boxSizing: 'border-box',
    height: '100%',
    padding: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow2,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '@media print': { boxShadow: 'none' },
  },
  count: {
    fontSize: tokens.fontSizeHero800,
    lineHeight: tokens.lineHeightHero800,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  remark: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

interface Props {
  label: ReactNode;
  count: number;
  remark?: string | null;
  filter: HostFilter;
}

export function Tile({ label, count, remark = null, filter }: Props): ReactElement {
  const styles = useStyles();
  const { language } = useSpoken();
  return (
    <Link to="/hosts" search={filter} className={styles.tile}>
      <span>{label}</span>
      <span className={styles.count}>{new Intl.NumberFormat(language).format(count)}</span>
      {remark !== null && <span className={styles.remark}>{remark}</span>}
    </Link>
  );
}
