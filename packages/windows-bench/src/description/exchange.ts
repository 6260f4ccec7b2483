// What a test can say of Exchange: what its cmdlets return, and who may see them.
import type acceptedDomain from '../../fakes/shapes/Get-AcceptedDomain.json';
import type edgeSubscription from '../../fakes/shapes/Get-EdgeSubscription.json';
import type certificate from '../../fakes/shapes/Get-ExchangeCertificate.json';
import type server from '../../fakes/shapes/Get-ExchangeServer.json';
import type frontend from '../../fakes/shapes/Get-FrontendTransportService.json';
import type hybrid from '../../fakes/shapes/Get-HybridConfiguration.json';
import type mailbox from '../../fakes/shapes/Get-MailboxTransportService.json';
import type message from '../../fakes/shapes/Get-Message.json';
import type queue from '../../fakes/shapes/Get-Queue.json';
import type receive from '../../fakes/shapes/Get-ReceiveConnector.json';
import type send from '../../fakes/shapes/Get-SendConnector.json';
import type component from '../../fakes/shapes/Get-ServerComponentState.json';
import type config from '../../fakes/shapes/Get-TransportConfig.json';
import type transportServer from '../../fakes/shapes/Get-TransportServer.json';
import type transport from '../../fakes/shapes/Get-TransportService.json';
import type { Properties } from './shape.ts';

/** Decides which cmdlets and properties there are. */
export type ExchangeProduct = '2010' | '2013' | '2016' | '2019' | 'SE';
export type ExchangeRole = 'Mailbox' | 'ClientAccess' | 'HubTransport' | 'Edge' | 'AdminTools';

export type SendConnector = Properties<typeof send>;
export type ReceiveConnector = Properties<typeof receive>;
export type ExchangeServer = Properties<typeof server>;
/** What Exchange adds to the certificate with this thumbprint in the machine's own store. */
export type ExchangeCertificate = Properties<typeof certificate> & { readonly Thumbprint: string };

/** What is left out is as set-up leaves it: this server, five Receive connectors, no Send connector, no hybrid. */
export type ExchangeDescription = {
  readonly product?: ExchangeProduct;
  readonly roles?: readonly ExchangeRole[];
  /** `AdminDisplayVersion` of the server, such as `Version 15.1 (Build 2507.6)`. */
  readonly adminDisplayVersion?: string;
  /** Names under which `Add-PSSnapin` finds the cmdlets. None: they cannot be loaded. */
  readonly snapIns?: readonly string[];
  /** Cmdlets that the caller's roles do not include: they do not exist for it. */
  readonly hiddenCmdlets?: readonly string[];
  /** `Get-ExchangeCertificate` returns nothing but `RawData`, as through plain remoting. */
  readonly certificatesRaw?: boolean;
  readonly servers?: readonly ExchangeServer[];
  readonly sendConnectors?: readonly SendConnector[];
  readonly receiveConnectors?: readonly ReceiveConnector[];
  readonly certificates?: readonly ExchangeCertificate[];
  readonly transportServers?: readonly Properties<typeof transportServer>[];
  readonly transportServices?: readonly Properties<typeof transport>[];
  readonly frontendTransportServices?: readonly Properties<typeof frontend>[];
  readonly mailboxTransportServices?: readonly Properties<typeof mailbox>[];
  readonly transportConfig?: Properties<typeof config>;
  /** Null: hybrid was never set up. */
  readonly hybrid?: Properties<typeof hybrid> | null;
  readonly acceptedDomains?: readonly Properties<typeof acceptedDomain>[];
  readonly componentStates?: readonly Properties<typeof component>[];
  readonly edgeSubscriptions?: readonly Properties<typeof edgeSubscription>[];
  readonly queues?: readonly Properties<typeof queue>[];
  readonly messages?: readonly Properties<typeof message>[];
};
