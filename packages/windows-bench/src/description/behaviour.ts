// How a test orders a fake to misbehave.

/** The commands that are fakes. */
export type FakeCommand =
  | 'Get-CimInstance'
  | 'Get-HotFix'
  | 'Get-TlsCipherSuite'
  | 'Get-TlsEccCurve'
  | 'Get-WinEvent'
  | 'Add-PSSnapin'
  | 'Get-PSSnapin'
  | 'Remove-PSSnapin'
  | 'Get-ExchangeServer'
  | 'Get-SendConnector'
  | 'Get-ReceiveConnector'
  | 'Get-ExchangeCertificate'
  | 'Get-TransportServer'
  | 'Get-TransportService'
  | 'Get-FrontendTransportService'
  | 'Get-MailboxTransportService'
  | 'Get-TransportConfig'
  | 'Get-HybridConfiguration'
  | 'Get-AcceptedDomain'
  | 'Get-ServerComponentState'
  | 'Get-EdgeSubscription'
  | 'Get-Queue'
  | 'Get-Message';

/** An error as PowerShell throws it. */
export type FakeError = {
  /** May be in any language: nobody may take it for a key. */
  readonly message: string;
  /** First part of `FullyQualifiedErrorId`. Default: FakeFailure. */
  readonly errorId?: string;
  /** Full name of a .NET exception that takes a message. Default: System.InvalidOperationException. */
  readonly exception?: string;
  /** Such as 0x80070005. */
  readonly hresult?: number;
  /** Name of an `ErrorCategory`, such as PermissionDenied. */
  readonly category?: string;
};

/** What the command does before its work, in this order; `hang`, `exit` and `throw` end there. */
export type Behaviour = {
  readonly afterMs?: number;
  /** Written to the standard error of the process itself, past PowerShell's streams. */
  readonly stderr?: string;
  /** So much text goes to the standard output of the process itself, past PowerShell's streams. */
  readonly printMegabytes?: number;
  /** Never returns and cannot be interrupted. */
  readonly hang?: true;
  /** Ends the process at once with this code. */
  readonly exit?: number;
  readonly throw?: FakeError;
};
