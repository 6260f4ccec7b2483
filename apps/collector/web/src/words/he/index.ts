// Hebrew, complete: one file an area, the same keys as in English.
import type { Words } from '../words.ts';
import { parts } from './parts.ts';
import { problems } from './problems.ts';
import { session } from './session.ts';
import { shell } from './shell.ts';
import { states } from './states.ts';

export const he: Words = { parts, problems, session, shell, states };
