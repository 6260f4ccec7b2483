// English words of the page that explains bounces, queues and logs.
import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');

export const explain = {
  lead: 'Paste or drop a bounce, a line of a queue, an event or a log. It is read here in the browser; nothing of it is sent anywhere.',
  input: 'What you have',
  placeholder: 'Paste it here as it is, the more of it the better',
  dropHere: 'Drop it here',
  choose: 'Choose files',
  clear: 'Clear',
  example: 'Try an example',
  pasted: 'pasted',
  files: 'Files',
  remove: (name: string) => `Leave out ${name}`,
  reading: (percent: number) => `Reading: ${percent} %`,
  unreadableFile: (name: string) =>
    `${name} could not be read. It may have moved or be in use: choose it again.`,
  host: 'Join with a host of the fleet',
  hostHint: 'Its settings then count as evidence, and the remedy is that of the host.',
  noHost: 'No host',
  hostSearch: 'Search by name',
  hostNone: 'No host has that in its name.',
  hostNoFacts: 'This host has not sent any facts yet, so that nothing could be joined.',
  hostAlone: 'Without something pasted, the queues, events and logs of the host itself are explained.',
  nothingYet: 'Nothing is explained yet',
  nothingYetBody:
    'The answer appears here: the cause, how likely it is, the proof, and what to do. Choose a host to have its own queues and logs explained.',
  nothingRecognised: 'Nothing in it says why mail failed',
  nothingRecognisedBody:
    'No error that is known was found. A whole bounce, the LastError of the queue, or the log of the connector says more.',
  mayBreak: 'What it could break',
  whole: 'Show the whole text',
  details: 'Details',
  others: (count: number) => plural(count, { one: '# unlikely cause', other: '# unlikely causes' }),
  result: (causes: number) => plural(causes, { one: '# cause found', other: '# causes found' }),
};
