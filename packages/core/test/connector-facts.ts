// Connectors and certificates of the example host with some of their properties changed.
import type { PersonalCertificate } from '../src/facts/certificates.ts';
import type { ConnectorsFacts, ReceiveConnector, SendConnector } from '../src/facts/connectors.ts';
import type { HostFacts, SectionData, SectionName } from '../src/facts/host-facts.ts';
import type { Gap } from '../src/facts/section.ts';
import { exampleFacts, withSection } from './example-facts.ts';

/** The data of a section that the facts hold. */
export function sectionData<N extends SectionName>(
  name: N,
  facts: HostFacts = exampleFacts(),
): SectionData<N> {
  const section = facts.sections[name];
  if (section.status === 'unread') throw new Error(`${name} is unread`);
  return section.data as SectionData<N>; // the compiler cannot tie the data's type to the name
}

function first<T>(list: readonly T[]): T {
  const [item] = list;
  if (item === undefined) throw new Error('the example has lost what is changed here');
  return item;
}

export function sendConnector(change: Partial<SendConnector>): SendConnector {
  return { ...first(sectionData('connectors').send), ...change };
}

export function receiveConnector(change: Partial<ReceiveConnector>): ReceiveConnector {
  return { ...first(sectionData('connectors').receive), ...change };
}

export function personalCertificate(change: Partial<PersonalCertificate>): PersonalCertificate {
  return { ...first(sectionData('certificates').personal), ...change };
}

/** The example host with one Send connector, changed. */
export function withSend(
  change: Partial<SendConnector>,
  rest: Partial<ConnectorsFacts> = {},
  gaps: Gap[] = [],
): HostFacts {
  return withSection('connectors', { send: [sendConnector(change)], ...rest }, gaps);
}

/** The example host with one Receive connector, changed. */
export function withReceive(
  change: Partial<ReceiveConnector>,
  rest: Partial<ConnectorsFacts> = {},
  gaps: Gap[] = [],
): HostFacts {
  return withSection('connectors', { receive: [receiveConnector(change)], ...rest }, gaps);
}

/** The example host with one certificate, changed. */
export function withCertificate(change: Partial<PersonalCertificate>, facts?: HostFacts): HostFacts {
  return withSection('certificates', { personal: [personalCertificate(change)] }, [], facts);
}
