// The shapes that stand for states and verdicts, so that colour is never the only sign.
import type { Verdict } from '../engine/finding.ts';
import type { ReportLocale } from '../locales/locale.ts';
import { say } from './format.ts';
import { type Html, html } from './html-template.ts';
import type { HostState } from './report.ts';

type Shape = 'octagon' | 'triangle' | 'hollow' | 'circle' | 'turn' | 'square' | 'ring';

/** Drawn on a grid of 16: an outline that differs for each meaning, and a sign cut out of it. */
const shapes: Readonly<Record<Shape, string>> = {
  octagon:
    '<path fill="currentColor" d="M5 1h6l4 4v6l-4 4H5l-4-4V5z"/><path class="cut" d="M5.5 5.5l5 5m0-5l-5 5"/>',
  triangle:
    '<path fill="currentColor" d="M8 .9c.5 0 .9.3 1.2.7l6 11c.5 1-.1 2.2-1.2 2.2H2C.9 14.8.3 13.6.8 12.6l6-11C7.1 1.2 7.5.9 8 .9z"/><path class="cut" d="M8 5.5v4"/><circle class="dot" cx="8" cy="12" r="1"/>',
  hollow:
    '<circle fill="none" stroke="currentColor" stroke-width="1.8" cx="8" cy="8" r="6.6"/><path fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" d="M5.9 6.3a2.1 2.1 0 1 1 3.2 1.8c-.7.4-1.1.8-1.1 1.4"/><circle fill="currentColor" cx="8" cy="11.7" r="1"/>',
  circle:
    '<circle fill="currentColor" cx="8" cy="8" r="7.5"/><path class="cut" d="M4.7 8.3l2.3 2.3 4.3-4.8"/>',
  turn: '<circle fill="currentColor" cx="8" cy="8" r="7.5"/><path class="cut" d="M11.5 8a3.5 3.5 0 1 1-1.2-2.6M10.8 3.2v2.5H8.3"/>',
  square:
    '<rect fill="currentColor" x=".8" y=".8" width="14.4" height="14.4" rx="3"/><path class="cut" d="M8 7.5v4"/><circle class="dot" cx="8" cy="4.7" r="1"/>',
  ring: '<circle fill="none" stroke="currentColor" stroke-width="1.5" cx="8" cy="8" r="6.7"/><path fill="none" stroke="currentColor" stroke-width="1.8" d="M5 8h6"/>',
};

const stateShapes: Readonly<Record<HostState, Shape>> = {
  failing: 'octagon',
  restartNeeded: 'turn',
  unknown: 'hollow',
  atRisk: 'triangle',
  ready: 'circle',
};

const verdictShapes: Readonly<Record<Verdict, Shape>> = {
  fail: 'octagon',
  warn: 'triangle',
  notChecked: 'hollow',
  info: 'square',
  pass: 'circle',
  notApplicable: 'ring',
};

/** The colour class of each state; verdicts have classes of their own names. */
export const stateClasses: Readonly<Record<HostState, Verdict>> = {
  failing: 'fail',
  restartNeeded: 'warn',
  unknown: 'notChecked',
  atRisk: 'warn',
  ready: 'pass',
};

function icon(shape: Shape): Html {
  const drawing: Html = { html: shapes[shape] };
  return html`<svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">${drawing}</svg>`;
}

export function stateIcon(state: HostState): Html {
  return icon(stateShapes[state]);
}

export function stateChip(state: HostState, locale: ReportLocale): Html {
  return html`<span class="chip ${stateClasses[state]}">${stateIcon(state)}${say(locale, locale.states[state])}</span>`;
}

export function verdictChip(verdict: Verdict, locale: ReportLocale): Html {
  return markedChip(verdict, say(locale, locale.verdicts[verdict]));
}

/** The sign and the colours of a verdict beside another word. */
export function markedChip(verdict: Verdict, words: string): Html {
  return html`<span class="chip ${verdict}">${icon(verdictShapes[verdict])}${words}</span>`;
}
