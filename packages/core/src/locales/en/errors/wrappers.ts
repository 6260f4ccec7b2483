// English words of the texts that only carry another error.
import type { ErrorText } from '../../locale.ts';

const inside = 'Everything depends on the error inside. Here it is missing, cut off, or not known.';
const getInside =
  'Get the whole text: `Get-Queue | Format-List Identity,LastError` on a server, the full report of a bounce, or the extended message trace of Exchange Online.';

export const wrappersErrors = {
  'wrapped-queue-braces': {
    meaning: 'The queue’s record of its last attempt: error, server, address and time.',
    notProven: inside,
    remedy: getInside,
  },
  'wrapped-primary-target': {
    meaning: 'The first target answered with an error, and no other target took the mail.',
    notProven: inside,
    remedy: getInside,
  },
  'wrapped-communicating-primary-target': {
    meaning: 'Talking to the first target failed, and no other target took the mail.',
    notProven: inside,
    remedy: getInside,
  },
  'wrapped-target-responded': {
    meaning: 'The target answered with an error.',
    notProven: inside,
    remedy: getInside,
  },
  'wrapped-communicating-target': {
    meaning: 'Talking to the target failed.',
    notProven: inside,
    remedy: getInside,
  },
  'wrapped-frontend-or-destination': {
    meaning: 'The mail goes out through the front end service, and talking to it or to the target failed.',
    notProven: inside,
    remedy: getInside,
  },
  'wrapped-proxy-session': {
    meaning:
      'The mail goes out through the front end service (`FrontendProxyEnabled`), which could not set up the session; its own protocol log holds the details.',
    notProven: inside,
    remedy: getInside,
  },
  'wrapped-exo-session': {
    meaning:
      'Exchange Online reached the server outside, and no session that meets the connector’s demands came about.',
    notProven: inside,
    remedy: getInside,
  },
  'wrapped-expired-cannot-connect': {
    meaning: 'Exchange Online gave up after a day: no session with the server outside came about.',
    notProven: inside,
    remedy: getInside,
  },
  'wrapped-expired': {
    meaning: 'The mail stayed in the queue until its time was up.',
    notProven: inside,
    remedy: getInside,
  },
  'wrapped-server-returned': {
    meaning: 'A line of a bounce: which server returned the error.',
    notProven: inside,
    remedy: getInside,
  },
  'wrapped-host-said': {
    meaning: 'A mail server quotes the answer of the next one.',
    notProven: inside,
    remedy: 'Read the log of the server that wrote this.',
  },
} as const satisfies Record<string, ErrorText>;
