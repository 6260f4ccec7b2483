// The enumerations of Exchange's cmdlets under their true names. The names of the members are documented; their
// numbers are so where a comment says it, else they only keep the members apart.
using System;

namespace Microsoft.Exchange.Data
{
    public enum TlsAuthLevel { EncryptionOnly = 1, CertificateValidation = 2, DomainValidation = 3 }

    public enum ProtocolLoggingLevel { None, Verbose }

    [Flags]
    public enum ErrorPolicies { Default = 0, DowngradeDnsFailures = 1, DowngradeCustomFailures = 2, UpgradeCustomFailures = 4 }

    public enum SendConnectorType { Default }

    public enum SendConnectorRegion { NotSpecified }

    [Flags]
    public enum PermissionGroups
    {
        None = 0, AnonymousUsers = 1, ExchangeUsers = 2, ExchangeServers = 4, ExchangeLegacyServers = 8, Partners = 16, Custom = 32
    }

    public enum SizeMode { Disabled, Enabled, EnabledWithoutValue }

    // Inactive is 0 and Active is 1 on recorded servers.
    public enum ServiceState { Inactive = 0, Active = 1, Draining = 2 }

    public enum ServerEditionType { Unknown, Standard, StandardEvaluation, Enterprise, EnterpriseEvaluation, Coexistence, CoexistenceEvaluation }

    public enum ObjectState { New, Unchanged, Changed, Deleted }

    public enum ProtocolOption { Any, UseUdpOnly, UseTcpOnly }

    public enum DeliveryType
    {
        Undefined, DnsConnectorDelivery, SmartHostConnectorDelivery, NonSmtpGatewayDelivery, DeliveryAgent,
        SmtpDeliveryToMailbox, SmtpRelayToDag, SmtpRelayToMailboxDeliveryGroup, SmtpRelayToConnectorSourceServers,
        SmtpRelayToServers, SmtpRelayToRemoteAdSite, SmtpRelayWithinAdSite, SmtpRelayWithinAdSiteToEdge, ShadowRedundancy,
        Heartbeat, MapiDelivery, Unreachable
    }
}

namespace Microsoft.Exchange.Data.QueueViewer
{
    public enum QueueStatus { None, Active, Ready, Retry, Suspended, Connecting }

    public enum MessageStatus { None, Active, Suspended, PendingRemove, PendingSuspend, Ready, Retry, Locked }

    public enum NextHopCategory { Internal, External }
}

namespace Microsoft.Exchange.Data.Directory.SystemConfiguration
{
    public enum AcceptedDomainType { Authoritative, ExternalRelay, InternalRelay }

    [Flags]
    public enum AuthMechanisms
    {
        None = 0, Tls = 1, Integrated = 2, BasicAuth = 4, BasicAuthRequireTLS = 8, ExchangeServer = 16, ExternalAuthoritative = 32
    }

    public enum ExtendedProtectionPolicySetting { None, Allow, Require }

    [Flags]
    public enum MessageRateSourceFlags { None = 0, IPAddress = 1, User = 2, All = 3 }

    // Mailbox is 2, HubTransport 32 and FrontendTransport 16384 on recorded servers.
    [Flags]
    public enum ServerRole
    {
        None = 0, Cafe = 1, Mailbox = 2, ClientAccess = 4, UnifiedMessaging = 16, HubTransport = 32, Edge = 64,
        ProvisionedServer = 4096, FrontendTransport = 16384
    }

    public static class SmtpSendConnectorConfig
    {
        public enum AuthMechanisms { None, BasicAuth, BasicAuthRequireTLS, ExchangeServer, ExternalAuthoritative }
    }

    [Flags]
    public enum HybridFeature
    {
        None = 0, FreeBusy = 1, MoveMailbox = 2, Mailtips = 4, MessageTracking = 8, OwaRedirection = 16, OnlineArchive = 32,
        SecureMail = 64, CentralizedTransport = 128, Photos = 256
    }
}

namespace Microsoft.Exchange.Management.SystemConfigurationTasks
{
    [Flags]
    public enum AllowedServices
    {
        None = 0, IMAP = 1, POP = 2, UM = 4, IIS = 8, SMTP = 16, Federation = 32, UMCallRouter = 64
    }

    public enum CertificateStatus
    {
        Unknown, Valid, Revoked, DateInvalid, Untrusted, Invalid, RevocationCheckFailure, PendingRequest
    }

    public enum CertificateRootCAType { None, ThirdParty, Enterprise, Registry, GroupPolicy, Unknown }
}
