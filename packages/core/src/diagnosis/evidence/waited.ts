// Texts that only say that mail waited, and wrappers around something that nobody could read.
import { textKind } from './texts.ts';

export const waited = textKind('waited', (_, { family }) => family === 'waiting' || family === 'wrappers');
