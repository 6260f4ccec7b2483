// Hebrew, complete: one file an area, the same keys as in English.
import type { Words } from '../words.ts';
import { session } from './session.ts';
import { shell } from './shell.ts';

export const he: Words = { shell, session };
