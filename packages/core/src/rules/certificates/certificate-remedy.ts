// Steps that give a connector a sound certificate: one that is on the host already, or a new one.
import type { HostView } from '../../engine/host-view.ts';
import type { PersonalCertificate } from '../../facts/certificates.ts';
import { quotePowerShell } from '../../remediation/powershell-quote.ts';
import type { Remedy } from '../../remediation/remedy.ts';
import { receiveIdentity } from '../connectors/receive-connectors.ts';
import { chooseNewest, coversHost, isSelfSigned } from './certificate-choice.ts';
import { ownFaults } from './certificate-faults.ts';
import type { Presenter } from './presenters.ts';

const enoughDays = 30;

/** @param faulty the certificate that is presented now, if there is one. */
export function certificateRemedy(
  presenter: Presenter,
  faulty: PersonalCertificate | undefined,
  host: HostView,
): Remedy {
  const { connector, cmdlet } = presenter;
  const other = replacement(presenter, faulty, host);
  const id = 'certificates/connector-certificate#';
  if (!other) {
    return {
      id: `${id}renew`,
      params: { connector },
      steps: [
        { do: 'manual', step: 'getCertificate' },
        { do: 'manual', step: 'nameCertificate', params: { connector } },
        { do: 'manual', step: 'otherHosts' },
      ],
    };
  }
  const identity =
    cmdlet === 'ReceiveConnector' ? receiveIdentity(connector, host) : quotePowerShell(connector);
  const name = '"<I>$($certificate.Issuer)<S>$($certificate.Subject)"';
  const commands = [
    `$certificate = Get-ExchangeCertificate -Thumbprint ${quotePowerShell(other.thumbprint)}`,
    `Set-${cmdlet} -Identity ${identity} -TlsCertificateName ${name}`,
  ];
  return {
    id: `${id}use`,
    params: { connector, thumbprint: other.thumbprint },
    steps: [
      ...commands.map((command) => ({ do: 'command', shell: 'exchange', command }) as const),
      { do: 'manual', step: 'otherHosts' },
    ],
  };
}

/** A certificate of an authority that has no fault of its own and serves the same name. */
function replacement(
  { fqdn }: Presenter,
  faulty: PersonalCertificate | undefined,
  host: HostView,
): PersonalCertificate | undefined {
  const wanted = fqdn === null ? (faulty?.names ?? []) : [fqdn];
  const lasting = host.daysLater(enoughDays);
  const sound = host
    .section('certificates')
    ?.personal.filter(
      (candidate) =>
        candidate !== faulty &&
        !isSelfSigned(candidate) &&
        candidate.chain?.valid === true &&
        candidate.notAfter > lasting &&
        ownFaults(candidate, host).length === 0 &&
        wanted.some((name) => candidate.names.some((own) => coversHost(own, name))),
    );
  return chooseNewest(sound ?? [], host.nowText);
}
