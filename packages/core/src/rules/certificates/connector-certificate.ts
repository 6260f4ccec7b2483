// Judges the certificate that each connector with Office 365 will really present.
import type { Outcome } from '../../engine/finding.ts';
import type { HostView } from '../../engine/host-view.ts';
import { defineRule } from '../../engine/rule.ts';
import type { PersonalCertificate } from '../../facts/certificates.ts';
import { exchangeCertificates, hybridCertificates, setSendConnector } from '../mail-references.ts';
import { gapReason } from '../not-checked.ts';
import {
  chooseNewest,
  findByHostName,
  findByName,
  isValidAt,
  parseCertificateName,
} from './certificate-choice.ts';
import {
  type Fault,
  type FaultMessage,
  hiddenCertificate,
  identityFaults,
  notBound,
  ownFaults,
  proof,
} from './certificate-faults.ts';
import { certificateRemedy } from './certificate-remedy.ts';
import { type Presenter, presenters } from './presenters.ts';

type Message =
  | FaultMessage
  | 'fine'
  | 'none'
  | 'unread'
  | 'badSyntax'
  | 'notFound'
  | 'notFoundByFqdn'
  | 'several';

export const connectorCertificate = defineRule({
  id: 'certificates/connector-certificate',
  affects: 'both',
  essential: true,
  needs: ['connectors', 'certificates'],
  references: [hybridCertificates, exchangeCertificates, setSendConnector],
  evaluate: ({ certificates }, host) => {
    const chosen = presenters(host);
    const outcomes: Outcome<Message>[] = [];
    const chosenCertificates: Shared[] = [];
    const incomplete = firstGap(host);
    if (incomplete) outcomes.push(incomplete);
    for (const presenter of chosen) {
      const found = find(presenter, certificates.personal, host);
      if ('certificate' in found) share(chosenCertificates, found.certificate, found.matches, presenter);
      // A certificate that is not in an incomplete list may be on the host all the same.
      else if (hiddenCertificate(host) === undefined) outcomes.push(found);
    }
    for (const shared of chosenCertificates) judgeShared(shared, host, outcomes);
    if (outcomes.length > 0) return outcomes;
    if (chosen.length === 0) return { verdict: 'notApplicable', message: 'none' };
    const evidence = chosenCertificates.map(({ certificate }) =>
      proof(certificate, 'Subject', certificate.subject),
    );
    return { verdict: 'pass', message: 'fine', evidence };
  },
});

/** A certificate with all connectors that present it: its faults are told once. */
interface Shared {
  certificate: PersonalCertificate;
  /** How many valid certificates with a private key the setting matches. */
  matches: number;
  presenters: Presenter[];
}

function share(
  list: Shared[],
  certificate: PersonalCertificate,
  matches: number,
  presenter: Presenter,
): void {
  const shared = list.find((one) => one.certificate === certificate);
  if (shared) {
    shared.presenters.push(presenter);
    shared.matches = Math.max(shared.matches, matches);
  } else list.push({ certificate, matches, presenters: [presenter] });
}

function find(
  presenter: Presenter,
  personal: readonly PersonalCertificate[],
  host: HostView,
): { certificate: PersonalCertificate; matches: number } | Outcome<Message> {
  const { certificateName, fqdn, connector } = presenter;
  const about = { params: { connector, name: certificateName ?? fqdn ?? '' }, subject: connector };
  const evidence = [
    {
      source: `Get-${presenter.cmdlet} ${connector}`,
      name: certificateName === null ? 'Fqdn' : 'TlsCertificateName',
      value: certificateName ?? fqdn,
    },
  ];
  const name = certificateName === null ? null : parseCertificateName(certificateName);
  if (certificateName !== null && !name) {
    const remedy = certificateRemedy(presenter, undefined, host);
    return { verdict: 'warn', message: 'badSyntax', ...about, evidence, remedy };
  }
  const matches = name ? findByName(personal, name) : findByHostName(personal, fqdn ?? '');
  const certificate = chooseNewest(matches, host.nowText);
  if (!certificate) {
    return {
      // Without a name Exchange still finds some certificate, though hardly one that Office 365 knows.
      verdict: name && presenter.decisive ? 'fail' : 'warn',
      message: name ? 'notFound' : 'notFoundByFqdn',
      ...about,
      evidence,
      remedy: certificateRemedy(presenter, undefined, host),
    };
  }
  const usable = matches.filter((match) => match.hasPrivateKey && isValidAt(match, host.nowText));
  return { certificate, matches: usable.length };
}

function judgeShared(shared: Shared, host: HostView, outcomes: Outcome<Message>[]): void {
  const { certificate, matches } = shared;
  const [first] = shared.presenters;
  if (!first) return;
  const decisive = shared.presenters.some((presenter) => presenter.decisive);
  const identifying = shared.presenters.find((presenter) => presenter.identifies);
  const faults = ownFaults(certificate, host);
  if (identifying) faults.push(...identityFaults(certificate, identifying.fqdn, host));
  const unbound = notBound(certificate, host);
  if (unbound) faults.push(unbound);
  if (faults.length === 0 && matches < 2) return;
  const about = {
    subject: certificate.subject,
    params: {
      thumbprint: certificate.thumbprint,
      connectors: shared.presenters.map(({ connector }) => connector).join(', '),
    },
  };
  for (const fault of faults)
    outcomes.push(toOutcome(fault, about, decisive, () => certificateRemedy(first, certificate, host)));
  if (matches > 1) {
    outcomes.push({
      verdict: 'info',
      message: 'several',
      subject: about.subject,
      params: { ...about.params, count: matches },
      evidence: [proof(certificate, 'NotBefore', certificate.notBefore)],
    });
  }
}

function toOutcome(
  fault: Fault,
  about: { subject: string; params: Record<string, string> },
  decisive: boolean,
  remedy: () => ReturnType<typeof certificateRemedy>,
): Outcome<Message> {
  const base = {
    message: fault.message,
    subject: about.subject,
    params: { ...about.params, ...fault.params },
    evidence: [fault.evidence],
  };
  switch (fault.weight) {
    case 'note':
      return { verdict: 'info', ...base };
    case 'notChecked':
      return {
        verdict: 'notChecked',
        ...base,
        because: fault.because ?? { section: 'certificates', reason: 'failed', code: 'missing' },
      };
    case 'threatens':
      return { verdict: 'warn', ...base, remedy: remedy() };
    case 'stops':
      return { verdict: decisive ? 'fail' : 'warn', ...base, remedy: remedy() };
  }
}

function firstGap(host: HostView): Outcome<Message> | undefined {
  const hidden = hiddenCertificate(host);
  if (hidden !== undefined) {
    return { verdict: 'notChecked', message: 'unread', because: gapReason(host, 'certificates', hidden) };
  }
  for (const what of ['send', 'receive']) {
    if (host.gap('connectors', what)) {
      return { verdict: 'notChecked', message: 'unread', because: gapReason(host, 'connectors', what) };
    }
  }
  return undefined;
}
