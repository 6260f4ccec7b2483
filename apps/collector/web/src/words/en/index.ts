// English, complete: one file an area.
import { explain } from './explain.ts';
import { overview } from './overview.ts';
import { parts } from './parts.ts';
import { problems } from './problems.ts';
import { session } from './session.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { states } from './states.ts';

export const en = { explain, overview, parts, problems, session, settings, shell, states };
