// What the policy templates say in one language.
import type { SettingName } from '../../src/settings/settings.ts';

export type Group = 'collector' | 'run' | 'spool' | 'report' | 'log';

export interface PolicyText {
  /** Title in the list of policies. */
  title: string;
  /** What it decides, and what to think of before it is set. */
  about: string;
  /** What holds when no origin sets it. */
  otherwise: string;
}

export interface PolicyWords {
  /** Folder of the language in PolicyDefinitions. */
  folder: string;
  name: string;
  description: string;
  since: string;
  groups: Readonly<Record<Group, string>>;
  /** Label of the one field that every policy has. */
  value: string;
  enabled: string;
  disabled: string;
  notConfigured: string;
  /** The origins that are asked next. */
  nextWithFile: string;
  nextWithoutFile: string;
  policies: Readonly<Record<SettingName, PolicyText>>;
}

/** The order in which the policies are listed. */
export const groups: Readonly<Record<Group, readonly SettingName[]>> = {
  collector: ['collectorUrl', 'enrolmentToken', 'collectorPin', 'collectorCaFile', 'proxyUrl', 'shareFolder'],
  run: ['randomDelaySeconds', 'runSeconds', 'timeoutSeconds', 'powershellPath'],
  spool: ['spoolReports', 'spoolMegabytes', 'spoolDays'],
  report: ['skipSections', 'skipRules', 'failOn', 'language'],
  log: ['logFolder', 'logLevel'],
};
