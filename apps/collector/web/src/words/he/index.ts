// Hebrew, complete: one file an area, the same keys as in English.
import type { Words } from '../words.ts';
import { explain } from './explain.ts';
import { host } from './host.ts';
import { hosts } from './hosts.ts';
import { mailFlow } from './mail-flow.ts';
import { matrix } from './matrix.ts';
import { overview } from './overview.ts';
import { parts } from './parts.ts';
import { problems } from './problems.ts';
import { rule } from './rule.ts';
import { rules } from './rules.ts';
import { session } from './session.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { states } from './states.ts';

export const he: Words = {
  explain,
  host,
  hosts,
  mailFlow,
  matrix,
  overview,
  parts,
  problems,
  rule,
  rules,
  session,
  settings,
  shell,
  states,
};
