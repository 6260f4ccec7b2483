// English, complete: one file an area.
import { parts } from './parts.ts';
import { problems } from './problems.ts';
import { session } from './session.ts';
import { shell } from './shell.ts';
import { states } from './states.ts';

export const en = { parts, problems, session, shell, states };
