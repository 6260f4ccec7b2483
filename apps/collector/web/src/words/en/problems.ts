// English words for what the API can refuse: what happened, and what to do.
import type { ProblemKind } from '../../api/problem.ts';

interface ProblemText {
  title: string;
  mend: string;
}

const hosts = 'It concerns what hosts send; the host’s own log says more.';

export const problems: Readonly<Record<ProblemKind, ProblemText>> = {
  unreachable: {
    title: 'The collector does not answer.',
    mend: 'Check the network and that the collector runs. This page tries again by itself.',
  },
  unreadable: {
    title: 'Something else answered in the collector’s place.',
    mend: 'A proxy in between may be failing. Try again, or open the collector’s own address.',
  },
  'not-found': {
    title: 'It is not there.',
    mend: 'It may have been removed meanwhile. Go back to the list.',
  },
  'method-not-allowed': {
    title: 'The collector does not know this request.',
    mend: 'This page may be older than the collector. Reload it.',
  },
  'not-signed-in': { title: 'You are not signed in.', mend: 'Sign in again.' },
  'sign-in-failed': {
    title: 'The name or the password is wrong.',
    mend: 'After several failures wait some minutes before you try again.',
  },
  'not-allowed': {
    title: 'Your role does not allow this.',
    mend: 'Ask an administrator to do it or to change your role.',
  },
  'csrf-missing': { title: 'The session changed meanwhile.', mend: 'Reload the page and try again.' },
  'request-invalid': {
    title: 'The collector does not take what was entered.',
    mend: 'Mend the fields that are marked.',
  },
  'body-too-large': { title: 'That is too large.', mend: 'Send less at once.' },
  'media-type-unsupported': {
    title: 'The collector does not take this kind of content.',
    mend: 'This page may be older than the collector. Reload it.',
  },
  'cursor-invalid': {
    title: 'This page of the list is gone.',
    mend: 'Go to the list’s first page.',
  },
  'link-invalid': {
    title: 'The link is unknown, used or too old.',
    mend: 'Ask an administrator for a new one. For the first administrator, start the collector again: it shows a new link.',
  },
  'provider-refused': {
    title: 'Your organisation’s sign-in did not succeed.',
    mend: 'Try again. If it fails again, ask who runs it whether you have a role here.',
  },
  'provider-unavailable': {
    title: 'Your organisation’s sign-in does not answer.',
    mend: 'Try again later, or sign in with a local account.',
  },
  conflict: {
    title: 'Something else stands in the way.',
    mend: 'What the collector says below names it.',
  },
  'changed-meanwhile': {
    title: 'Somebody changed it meanwhile.',
    mend: 'What stands now has been read. Look at it and repeat your change.',
  },
  'took-too-long': { title: 'The answer took too long.', mend: 'Ask for less, with a filter, or try later.' },
  'internal-error': {
    title: 'The collector failed.',
    mend: 'Its log says why, under the number of the request below.',
  },
  'report-too-large': { title: 'A report is too large.', mend: hosts },
  'report-not-gzip': { title: 'A report is not compressed by gzip.', mend: hosts },
  'report-malformed': { title: 'A report is not built as it must be.', mend: hosts },
  'report-version-unsupported': { title: 'A report’s version is not known here.', mend: hosts },
  'report-schema-invalid': { title: 'A report does not fit its schema.', mend: hosts },
  'report-limits-exceeded': { title: 'A report is larger inside than allowed.', mend: hosts },
  'report-digest-mismatch': { title: 'A part of a report is not what its header names.', mend: hosts },
  'signature-invalid': { title: 'A signature does not fit the host’s key.', mend: hosts },
  'host-unknown': { title: 'No host with this key is enrolled.', mend: hosts },
  'host-waiting': { title: 'The host waits for approval.', mend: hosts },
  'host-revoked': { title: 'The host’s key was revoked.', mend: hosts },
  'report-id-taken': { title: 'Another host’s report bears this id.', mend: hosts },
  'enrolment-malformed': { title: 'An enrolment is not built as it must be.', mend: hosts },
  'enrolment-token-invalid': { title: 'The enrolment token is not valid.', mend: hosts },
  'enrolment-not-allowed': { title: 'The enrolment token does not allow this host.', mend: hosts },
  'rate-limited': { title: 'Too many requests.', mend: 'Wait a moment and try again.' },
  overloaded: { title: 'The collector has too much to do.', mend: 'Try again in a moment.' },
  'store-unavailable': {
    title: 'The collector’s database does not answer.',
    mend: 'This page tries again by itself. If it lasts, look at the database and at the collector’s log.',
  },
};
