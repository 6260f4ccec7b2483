// English words of the page about mail: errors over time, queues, usage by peer.
import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');

export const mailFlow = {
  views: 'What to look at',
  view: {
    errors: 'Errors',
    queues: 'Queues now',
    peers: 'Who speaks what',
    cutOff: 'Without TLS 1.0 and 1.1',
  },
  by: 'By',
  bys: { cause: 'Cause', error: 'Error', connector: 'Connector', peer: 'Peer', direction: 'Direction' },
  days: (count: number) => plural(count, { one: 'Last day', other: 'Last # days' }),
  period: 'Period',
  unknown: 'not known',
  chart: (by: string, days: string) => `Errors by day. ${by}. ${days}`,
  asTable: 'As a table',
  day: 'Day',
  count: 'Errors',
  example: 'An example',
  showHosts: 'Hosts',
  onlyCause: (cause: string) => `Only with the cause: ${cause}`,
  allCauses: 'All causes',
  moreSeries: (series: number, errors: string) =>
    plural(series, { one: `One more row with ${errors} errors`, other: `# more rows with ${errors} errors` }),
  countedAt: 'Counted',
  noErrors: 'No errors in this period',
  noErrorsBody:
    'Nothing failed in the logs and events that could be read. Where a connector does not log, nothing can be seen.',
  queuesTotal: (messages: number, queues: string, hosts: string) =>
    plural(messages, {
      one: `# message waits, queues: ${queues}, hosts: ${hosts}`,
      other: `# messages wait, queues: ${queues}, hosts: ${hosts}`,
    }),
  noQueues: 'No mail waits',
  noQueuesBody: 'At their last report no host had mail in a queue that could not leave.',
  host: 'Host',
  queue: 'Queue',
  nextHop: 'Next hop',
  status: 'Status',
  messages: 'Messages',
  lastError: 'Last error',
  seenAt: 'Read',
  causes: 'Possible causes',
  peer: 'Peer',
  names: 'Calls itself',
  direction: 'Direction',
  anyDirection: 'Both directions',
  directions: { send: 'to the peer', receive: 'from the peer' },
  hosts: 'Hosts',
  sessions: 'Sessions',
  versions: 'Sessions by version',
  clear: 'Clear text',
  onlyClear: 'Only with clear text',
  office365: 'Office 365',
  firstSeen: 'First seen',
  lastSeen: 'Last seen',
  cutOff: 'Would be cut off',
  cutOffAll: (hosts: number) => plural(hosts, { one: 'wholly on # host', other: 'wholly on # hosts' }),
  cutOffSome: (hosts: number) => plural(hosts, { one: 'partly on # host', other: 'partly on # hosts' }),
  cutOffParts: { all: 'wholly', some: 'partly' },
  search: 'Search peers',
  cutOffLead:
    'These peers still used TLS 1.0 or 1.1 in the logs of your hosts. If the old versions were turned off today, their sessions would fail. Ask the owners of the ones seen last, or give them a connector of their own.',
  noCutOff: 'Nobody would be cut off',
  noCutOffBody: (counted: string, hosts: string) =>
    `In the logs of ${counted} of ${hosts} hosts every session used TLS 1.2 or newer. Hosts whose logs are off or unread are not counted.`,
  noPeers: 'No usage is known',
  noPeersBody:
    'Usage is read from the protocol logs of the connectors. Turn them on, and the next report brings it.',
  counted: (counted: string, hosts: string) => `Logs of ${counted} of ${hosts} hosts`,
  hostsOf: (peer: string) => `Hosts that met ${peer}`,
  connector: 'Connector',
};
