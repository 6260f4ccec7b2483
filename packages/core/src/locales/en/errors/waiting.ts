// English words of mail that waited too long.
import type { ErrorText } from '../../locale.ts';

const readOther =
  'It says nothing about why. The error of the last attempt does: the other line of the report, or the queue.';

export const waitingErrors = {
  'message-expired': {
    meaning: 'The mail stayed in the queue until its time was up (two days unless changed) and came back.',
    notProven: readOther,
    remedy: 'Read the error of the last attempt and follow that one.',
  },
  'message-delayed': {
    meaning: 'The mail is still in the queue and will be tried again.',
    notProven: readOther,
    remedy: 'Read the error of the last attempt and follow that one.',
  },
} as const satisfies Record<string, ErrorText>;
