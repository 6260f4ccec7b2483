# Cmdlets about connectors, transport services and queues.
function Get-SendConnector {
    [CmdletBinding()]
    param([Parameter(Position = 0)] $Identity, $DomainController)
    Invoke-FakeBehaviour $PSCmdlet
    $connectors = foreach ($connector in @(Get-FakeExchangeObject 'Get-SendConnector' 'sendConnectors')) {
        # Exchange keeps both in step.
        if ($connector.SmartHostsString -eq '' -and $connector.SmartHosts.Count -gt 0) { $connector.SmartHostsString = $connector.SmartHosts -join ',' }
        if ($connector.SmartHosts.Count -gt 0) { $connector.DNSRoutingEnabled = $false }
        $connector
    }
    Select-FakeIdentity $PSCmdlet @($connectors) $Identity
}

function Get-ReceiveConnector {
    [CmdletBinding()]
    param([Parameter(Position = 0)] $Identity, $Server, $DomainController)
    Invoke-FakeBehaviour $PSCmdlet
    $connectors = @(Get-FakeExchangeObject 'Get-ReceiveConnector' 'receiveConnectors' @(Get-FakeDefaultReceiveConnector))
    if ($Server) { $connectors = @($connectors | Where-Object { "$($_.Server)" -eq ("$Server" -split '\.')[0] }) }
    Select-FakeIdentity $PSCmdlet $connectors $Identity
}

# Set-up makes these five on a mailbox server of 2013 and later, one on an Edge.
function Get-FakeDefaultReceiveConnector {
    $name = [Environment]::MachineName
    if (Test-FakeEdge) {
        return [pscustomobject]@{
            Name             = "Default internal receive connector $name"
            Bindings         = @('0.0.0.0:25')
            PermissionGroups = 'AnonymousUsers, ExchangeServers, Partners'
            AuthMechanism    = 'Tls, ExchangeServer'
        }
    }
    $clients = 'Tls, Integrated, BasicAuth, BasicAuthRequireTLS'
    $servers = "$clients, ExchangeServer"
    $rows = @(
        , @('Default', 2525, 'HubTransport', 'ExchangeUsers, ExchangeServers, ExchangeLegacyServers', $servers)
        , @('Client Proxy', 465, 'HubTransport', 'ExchangeUsers, ExchangeServers', $servers)
        , @('Default Frontend', 25, 'FrontendTransport', 'AnonymousUsers, ExchangeServers, ExchangeLegacyServers', $servers)
        , @('Outbound Proxy Frontend', 717, 'FrontendTransport', 'ExchangeServers', $servers)
        , @('Client Frontend', 587, 'FrontendTransport', 'ExchangeUsers', $clients)
    )
    foreach ($row in $rows) {
        [pscustomobject]@{
            Name             = "$($row[0]) $name"
            Bindings         = @("[::]:$($row[1])", "0.0.0.0:$($row[1])")
            TransportRole    = $row[2]
            PermissionGroups = $row[3]
            AuthMechanism    = $row[4]
        }
    }
}

# The four services are read alike: one object each, this server's unless the test described others.
function Get-FakeService($Cmdlet, [string] $Key, $Identity) {
    Invoke-FakeBehaviour $Cmdlet
    $shape = $Cmdlet.MyInvocation.MyCommand.Name
    Select-FakeIdentity $Cmdlet @(Get-FakeExchangeObject $shape $Key @([pscustomobject]@{})) $Identity
}

function Get-TransportServer {
    [CmdletBinding()]
    param([Parameter(Position = 0)] $Identity, $DomainController)
    Get-FakeService $PSCmdlet 'transportServers' $Identity
}

function Get-TransportService {
    [CmdletBinding()]
    param([Parameter(Position = 0)] $Identity, $DomainController)
    Get-FakeService $PSCmdlet 'transportServices' $Identity
}

function Get-FrontendTransportService {
    [CmdletBinding()]
    param([Parameter(Position = 0)] $Identity, $DomainController)
    Get-FakeService $PSCmdlet 'frontendTransportServices' $Identity
}

function Get-MailboxTransportService {
    [CmdletBinding()]
    param([Parameter(Position = 0)] $Identity, $DomainController)
    Get-FakeService $PSCmdlet 'mailboxTransportServices' $Identity
}

function Get-ServerComponentState {
    [CmdletBinding()]
    param([Parameter(Mandatory, Position = 0)] $Identity, [string] $Component, $DomainController)
    Invoke-FakeBehaviour $PSCmdlet
    $names = 'ServerWideOffline', 'HubTransport', 'FrontendTransport', 'Monitoring', 'EdgeTransport', 'HighAvailabilityState'
    $default = @($names | ForEach-Object { [pscustomobject]@{ Component = $_ } })
    Get-FakeExchangeObject 'Get-ServerComponentState' 'componentStates' $default | Where-Object { -not $Component -or $_.Component -eq $Component }
}

function Get-Queue {
    [CmdletBinding()]
    param([Parameter(Position = 0)] $Identity, $Server, [string] $Filter, $ResultSize, [string] $SortOrder, [string] $Include, [string] $Exclude)
    Invoke-FakeBehaviour $PSCmdlet
    $queues = @(Get-FakeExchangeObject 'Get-Queue' 'queues')
    if ($null -ne $ResultSize -and "$ResultSize" -ne 'Unlimited') { $queues = @($queues | Select-Object -First ([int]$ResultSize)) }
    Select-FakeIdentity $PSCmdlet $queues $Identity
}

function Get-Message {
    [CmdletBinding()]
    param([Parameter(Position = 0)] $Identity, $Queue, $Server, [string] $Filter, $ResultSize, [switch] $IncludeRecipientInfo)
    Invoke-FakeBehaviour $PSCmdlet
    $messages = @(Get-FakeExchangeObject 'Get-Message' 'messages' | Where-Object { $null -eq $Queue -or "$($_.Queue)" -eq "$Queue" })
    if ($null -ne $ResultSize -and "$ResultSize" -ne 'Unlimited') { $messages = @($messages | Select-Object -First ([int]$ResultSize)) }
    $messages
}
