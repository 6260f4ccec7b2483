// English, complete: one file an area.
import { session } from './session.ts';
import { shell } from './shell.ts';

export const en = { shell, session };
