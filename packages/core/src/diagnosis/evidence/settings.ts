// Weighs what the host check found: a setting speaks where a text or a session leaves its cause open.
import type { Finding, Verdict } from '../../engine/finding.ts';
import { type Group, isReceiving, isSending } from '../group.ts';
import type { CauseName } from '../input.ts';
import type { Finder, Piece } from './piece.ts';

/** How the findings of one rule count. */
export interface Setting {
  readonly rule: string;
  readonly cause: CauseName;
  readonly concerns: 'send' | 'receive' | 'both';
  readonly fail: number;
  readonly warn?: number;
  readonly pass?: number;
  /** It says something about mail with anybody, not only with Office 365. */
  readonly withAnybody?: true;
  /** With this setting no connection of the direction can succeed with Exchange Online. */
  readonly inevitable?: true;
}

export function settingKind(settings: readonly Setting[]): Finder {
  return (group, { report }) => {
    if (!report || !isOfHost(group)) return [];
    return report.findings.flatMap((finding) => {
      const setting = settings.find(({ rule }) => rule === finding.rule);
      if (!setting || !concerns(setting, group)) return [];
      const piece = weigh(setting, finding, group);
      return piece ? [piece] : [];
    });
  };
}

/** The host's settings say nothing about applications elsewhere or about mail that does not touch it. */
function isOfHost({ hop }: Group): boolean {
  return hop !== 'onlineToOther' && hop !== 'submission' && hop !== 'internal';
}

function concerns(setting: Setting, group: Group): boolean {
  if (!setting.withAnybody && (group.hop === 'toOther' || group.hop === 'fromOther')) return false;
  if (setting.concerns === 'both') return true;
  return setting.concerns === 'send' ? !isReceiving(group) : !isSending(group);
}

function weigh(setting: Setting, finding: Finding, { hop }: Group): Piece | undefined {
  // What a host's part in mail makes milder is no less true.
  const verdict: Verdict = finding.unweighed ?? finding.verdict;
  const points =
    verdict === 'fail' || verdict === 'warn' || verdict === 'pass' ? setting[verdict] : undefined;
  if (!points) return undefined;
  const { rule, subject, message, remedy } = finding;
  return {
    evidence: 'finding',
    cause: setting.cause,
    strength: 'setting',
    points,
    finding: { rule, ...(subject === undefined ? {} : { subject }), message },
    count: 1,
    // Others than Office 365 may still take old versions.
    ...(verdict === 'fail' && setting.inevitable && hop !== 'toOther' && hop !== 'fromOther'
      ? { inevitable: true as const }
      : {}),
    ...(verdict !== 'pass' && remedy ? { remedy } : {}),
  };
}
