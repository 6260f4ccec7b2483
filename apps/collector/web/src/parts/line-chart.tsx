// Lines over days in the page's colours; who cannot see them opens the same numbers as a table.
import 'uplot/dist/uPlot.min.css';
import { makeStyles, type Theme, tokens } from '@fluentui/react-components';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import UPlot from 'uplot';
import { useColoured } from '../app/theme.ts';
import { useSpoken } from '../words/words.ts';
import { PlainTable } from './plain-table.tsx';

export interface ChartLine {
  name: string;
  /** One a day. */
  values: readonly number[];
}

interface Props {
  label: string;
  /** `2026-11-25`, in order, without gaps. */
  days: readonly string[];
  lines: readonly ChartLine[];
  /** Words on the switch to the table, and above its first column. */
  tableLabel: string;
  dayLabel: string;
}

const height = 240;
/** Lines differ by dashes too, for those who do not see colours. */
const dashes = [[], [8, 4], [2, 3], [12, 4, 2, 4]];

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, minWidth: 0 },
  plot: { minWidth: 0, overflow: 'hidden', direction: 'ltr' },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    fontSize: tokens.fontSizeBase200,
  },
  item: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  number: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground3 },
});

export function LineChart({ label, days, lines, tableLabel, dayLabel }: Props): ReactElement {
  const styles = useStyles();
  const { language } = useSpoken();
  const { theme } = useColoured();
  const box = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const digits = new Intl.NumberFormat(language);
  const colours = lineColours(theme);
  const at = pointed !== null && pointed < days.length ? pointed : null;
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const plot = new UPlot(
      optionsOf(lines, theme, language, element.clientWidth, setPointed),
      [days.map((day) => Date.parse(day) / 1000), ...lines.map(({ values }) => [...values])],
      element,
    );
    const watcher = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height }));
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      plot.destroy();
    };
  }, [days, lines, theme, language]);
  return (
    <div className={styles.box}>
      <div ref={box} role="img" aria-label={label} className={styles.plot} />
      <ul className={styles.legend}>
        {lines.map(({ name, values }, index) => (
          <li key={name} className={styles.item}>
            <Swatch colour={colours[index % colours.length] ?? ''} dash={dashOf(index)} />
            <bdi>{name}</bdi>
            {at !== null && <span className={styles.number}>{digits.format(values[at] ?? 0)}</span>}
          </li>
        ))}
        {at !== null && <li className={styles.number}>{days[at]}</li>}
      </ul>
      <details>
        <summary>{tableLabel}</summary>
        <PlainTable
          label={label}
          columns={[{ name: dayLabel }, ...lines.map(({ name }) => ({ name, isNumber: true }))]}
          rows={days
            .map((day, index) => [day, ...lines.map(({ values }) => digits.format(values[index] ?? 0))])
            .reverse()}
        />
      </details>
    </div>
  );
}

function Swatch({ colour, dash }: { colour: string; dash: number[] }): ReactElement {
  return (
    <svg width="24" height="4" aria-hidden="true">
      <line x1="0" y1="2" x2="24" y2="2" stroke={colour} strokeWidth="3" strokeDasharray={dash.join(' ')} />
    </svg>
  );
}

function dashOf(index: number): number[] {
  return dashes[index % dashes.length] ?? [];
}

function lineColours(theme: Theme): string[] {
  return [
    theme.colorPaletteRedForeground3,
    theme.colorPaletteBlueForeground2,
    theme.colorPaletteMarigoldForeground2,
    theme.colorPaletteTealForeground2,
    theme.colorPalettePurpleForeground2,
    theme.colorPaletteGreenForeground3,
    theme.colorNeutralForeground3,
  ];
}

function optionsOf(
  lines: readonly ChartLine[],
  theme: Theme,
  language: string,
  width: number,
  point: (index: number | null) => void,
): UPlot.Options {
  const axis = {
    stroke: theme.colorNeutralForeground3,
    grid: { stroke: theme.colorNeutralStroke2, width: 1 },
    ticks: { show: false },
    font: `12px ${theme.fontFamilyBase}`,
  };
  const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const digits = new Intl.NumberFormat(language, { notation: 'compact' });
  const colours = lineColours(theme);
  return {
    width,
    height,
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { size: 6 } },
    scales: { x: { time: true }, y: { range: (_plot, _min, max) => [0, Math.max(1, max * 1.05)] } },
    // Days are counted in UTC.
    tzDate: (seconds) => UPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
    axes: [
      {
        ...axis,
        size: 30,
        values: (_plot, seconds) => seconds.map((each) => day.format(each * 1000)),
        incrs: dayIncrements,
      },
      {
        ...axis,
        size: 56,
        values: (_plot, counts) =>
          counts.map((count) => (Number.isInteger(count) ? digits.format(count) : '')),
      },
    ],
    series: [
      {},
      ...lines.map(({ name }, index) => ({
        label: name,
        stroke: colours[index % colours.length] ?? '',
        width: 2,
        dash: dashOf(index),
        points: { show: false },
      })),
    ],
    hooks: { setCursor: [({ cursor }) => point(cursor.idx ?? null)] },
  };
}

const daySeconds = 86_400;
const dayIncrements = [1, 2, 3, 7, 14, 30, 60, 90, 180, 365].map((count) => count * daySeconds);
