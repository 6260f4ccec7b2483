// The state of a host as a badge: colour, sign and words, so that none of them is needed alone.
import { makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components';
import { ArrowCounterclockwiseFilled } from '@fluentui/react-icons/svg/arrow-counterclockwise';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { CircleRegular } from '@fluentui/react-icons/svg/circle';
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle';
import { QuestionCircleFilled } from '@fluentui/react-icons/svg/question-circle';
import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import type { ReactElement } from 'react';
import { useWords } from '../words/words.ts';

export type ShownState = 'failing' | 'restartNeeded' | 'unknown' | 'atRisk' | 'ready' | 'none';

const useStyles = makeStyles({
  badge: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    paddingInline: tokens.spacingHorizontalSNudge,
    paddingBlock: '2px',
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
    ...shorthands.borderWidth('1px'),
    ...shorthands.borderStyle('solid'),
  },
  icon: { display: 'flex', fontSize: '16px' },
  failing: {
    color: tokens.colorStatusDangerForeground1,
    backgroundColor: tokens.colorStatusDangerBackground1,
    ...shorthands.borderColor(tokens.colorStatusDangerBorder1),
  },
  restartNeeded: {
    color: tokens.colorPaletteBerryForeground1,
    backgroundColor: tokens.colorPaletteBerryBackground1,
    ...shorthands.borderColor(tokens.colorPaletteBerryBorder1),
  },
  unknown: {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground4,
    ...shorthands.borderColor(tokens.colorNeutralStroke1),
  },
  atRisk: {
    color: tokens.colorStatusWarningForeground1,
    backgroundColor: tokens.colorStatusWarningBackground1,
    ...shorthands.borderColor(tokens.colorStatusWarningBorder1),
  },
  ready: {
    color: tokens.colorStatusSuccessForeground1,
    backgroundColor: tokens.colorStatusSuccessBackground1,
    ...shorthands.borderColor(tokens.colorStatusSuccessBorder1),
  },
  none: {
    color: tokens.colorNeutralForeground3,
    backgroundColor: 'transparent',
    ...shorthands.borderColor(tokens.colorNeutralStroke1),
  },
});

const icons: Readonly<Record<ShownState, typeof WarningFilled>> = {
  failing: ErrorCircleFilled,
  restartNeeded: ArrowCounterclockwiseFilled,
  unknown: QuestionCircleFilled,
  atRisk: WarningFilled,
  ready: CheckmarkCircleFilled,
  none: CircleRegular,
};

/** Null: a host that never reported. */
export function StateBadge({ state }: { state: ShownState | null }): ReactElement {
  const styles = useStyles();
  const { states } = useWords();
  const shown = state ?? 'none';
  const Icon = icons[shown];
  return (
    <span className={mergeClasses(styles.badge, styles[shown])}>
      <span className={styles.icon} aria-hidden="true">
        <Icon />
      </span>
      {states[shown]}
    </span>
  );
}
