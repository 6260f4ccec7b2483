# Reads Exchange's mail routing settings from its cmdlets.

$installation = Get-Installation
if (-not (Test-ServerInstallation $installation)) { return }
. $connectExchange
if ($null -eq $exchangeSource) { Set-Unreachable; return }
$roles = $installation.roles
$isEdge = $roles.ContainsKey('EdgeTransportRole')
$is2010 = $installation.generation -eq 'v14'

# An Edge server holds only its own connectors and names no servers in them.
function Test-UsedHere([string[]]$Servers) {
  if ($null -eq $Servers -or $Servers.Length -eq 0) { if ($isEdge) { $true }; return }
  foreach ($server in $Servers) {
    if ($server.Split('\')[-1].Split('/')[-1].Split('.')[0] -eq $thisHost) { return $true }
  }
  $false
}

function ConvertTo-SendConnector($Connector) {
  $servers = @(Get-Texts $Connector 'SourceTransportServers')
  [ordered]@{
    name = [string](Get-Text $Connector 'Name')
    enabled = (Get-Flag $Connector 'Enabled')
    addressSpaces = @(Get-Texts $Connector 'AddressSpaces')
    smartHosts = @(Get-Texts $Connector 'SmartHosts')
    dnsRouting = (Get-Flag $Connector 'DNSRoutingEnabled')
    port = (Get-Number $Connector 'Port')
    fqdn = (Get-Text $Connector 'Fqdn')
    requireTls = (Get-Flag $Connector 'RequireTLS')
    ignoreStartTls = (Get-Flag $Connector 'IgnoreSTARTTLS')
    tlsAuthLevel = (Get-Text $Connector 'TlsAuthLevel')
    tlsDomain = (Get-Text $Connector 'TlsDomain')
    tlsCertificateName = (Get-Text $Connector 'TlsCertificateName')
    cloudServicesMailEnabled = (Get-Flag $Connector 'CloudServicesMailEnabled')
    frontendProxyEnabled = (Get-Flag $Connector 'FrontendProxyEnabled')
    protocolLogging = (Get-Text $Connector 'ProtocolLoggingLevel')
    sourceTransportServers = $servers
    usedByThisHost = (Test-UsedHere $servers)
  }
}

function ConvertTo-ReceiveConnector($Connector) {
  [ordered]@{
    name = [string](Get-Text $Connector 'Name')
    enabled = (Get-Flag $Connector 'Enabled')
    transportRole = (Get-Text $Connector 'TransportRole')
    bindings = @(Get-Texts $Connector 'Bindings')
    remoteIpRanges = @(Get-Texts $Connector 'RemoteIPRanges')
    authMechanism = @(Get-Flags $Connector 'AuthMechanism')
    permissionGroups = @(Get-Flags $Connector 'PermissionGroups')
    fqdn = (Get-Text $Connector 'Fqdn')
    requireTls = (Get-Flag $Connector 'RequireTLS')
    tlsCertificateName = (Get-Text $Connector 'TlsCertificateName')
    tlsDomainCapabilities = @(Get-Texts $Connector 'TlsDomainCapabilities')
    suppressXAnonymousTls = (Get-Flag $Connector 'SuppressXAnonymousTls')
    protocolLogging = (Get-Text $Connector 'ProtocolLoggingLevel')
  }
}

function ConvertTo-TransportService($Service, [string]$Source) {
  [ordered]@{
    source = $Source
    sendProtocolLogPath = (Get-Text $Service 'SendProtocolLogPath')
    receiveProtocolLogPath = (Get-Text $Service 'ReceiveProtocolLogPath')
    connectivityLogEnabled = (Get-FlagOrNull $Service 'ConnectivityLogEnabled')
    connectivityLogPath = (Get-Text $Service 'ConnectivityLogPath')
    messageTrackingLogEnabled = (Get-FlagOrNull $Service 'MessageTrackingLogEnabled')
    messageTrackingLogPath = (Get-Text $Service 'MessageTrackingLogPath')
    intraOrgProtocolLogging = (Get-Text $Service 'IntraOrgConnectorProtocolLoggingLevel')
    internalTransportCertificate = (Get-Text $Service 'InternalTransportCertificateThumbprint')
  }
}

$facts = [ordered]@{
  source = $exchangeSource
  send = [Collections.ArrayList]::new()
  receive = [Collections.ArrayList]::new()
  transport = [Collections.ArrayList]::new()
  hybrid = $null
  acceptedDomains = [Collections.ArrayList]::new()
  edgeSubscriptions = [Collections.ArrayList]::new()
}

$list = Read-Cmdlet 'send' { Get-SendConnector -ErrorAction Stop }
if ($null -ne $list) { foreach ($item in $list) { $null = $facts.send.Add((ConvertTo-SendConnector $item)) } }

$list = Read-Cmdlet 'receive' { Get-ReceiveConnector -Server $thisHost -ErrorAction Stop }
if ($null -ne $list) { foreach ($item in $list) { $null = $facts.receive.Add((ConvertTo-ReceiveConnector $item)) } }

# Which service does what has changed with the versions.
$transportCmdlets = [Collections.ArrayList]::new()
if ($is2010) { $null = $transportCmdlets.Add(@('Get-TransportServer', { Get-TransportServer -Identity $thisHost -ErrorAction Stop })) }
elseif ($isEdge) { $null = $transportCmdlets.Add(@('Get-TransportService', { Get-TransportService -Identity $thisHost -ErrorAction Stop })) }
else {
  if ($roles.ContainsKey('HubTransportRole') -or $roles.ContainsKey('MailboxRole')) {
    $null = $transportCmdlets.Add(@('Get-TransportService', { Get-TransportService -Identity $thisHost -ErrorAction Stop }))
    $null = $transportCmdlets.Add(@('Get-MailboxTransportService', { Get-MailboxTransportService -Identity $thisHost -ErrorAction Stop }))
  }
  if ($roles.ContainsKey('FrontendTransportRole') -or $roles.ContainsKey('ClientAccessRole')) {
    $null = $transportCmdlets.Add(@('Get-FrontendTransportService', { Get-FrontendTransportService -Identity $thisHost -ErrorAction Stop }))
  }
}
foreach ($cmdlet in $transportCmdlets) {
  $list = Read-Cmdlet ('transport.' + $cmdlet[0]) $cmdlet[1]
  if ($null -ne $list) { foreach ($item in $list) { $null = $facts.transport.Add((ConvertTo-TransportService $item $cmdlet[0])) } }
}

# An Edge server knows nothing of the organisation's hybrid configuration and subscriptions.
if ($isEdge) {
  Add-Gap 'hybrid' 'notSupported' 'edgeRole'
  Add-Gap 'edgeSubscriptions' 'notSupported' 'edgeRole'
}
else {
  $list = Read-Cmdlet 'hybrid' {
    try { Get-HybridConfiguration -ErrorAction Stop }
    catch { if ([string]$_.CategoryInfo.Reason -notlike '*ObjectNotFoundException') { throw } }
  }
  if ($null -ne $list -and $list.Count -gt 0 -and $null -ne $list[0]) {
    $hybrid = $list[0]
    $facts.hybrid = [ordered]@{
      domains = @(Get-Texts $hybrid 'Domains')
      features = @(Get-Texts $hybrid 'Features')
      onPremisesSmartHost = (Get-Text $hybrid 'OnPremisesSmartHost')
      sendingTransportServers = @(Get-Texts $hybrid 'SendingTransportServers')
      receivingTransportServers = @(Get-Texts $hybrid 'ReceivingTransportServers')
      edgeTransportServers = @(Get-Texts $hybrid 'EdgeTransportServers')
      tlsCertificateName = (Get-Text $hybrid 'TlsCertificateName')
      serviceInstance = (Get-Number $hybrid 'ServiceInstance')
    }
  }
  $list = Read-Cmdlet 'edgeSubscriptions' { Get-EdgeSubscription -ErrorAction Stop }
  if ($null -ne $list) {
    foreach ($item in $list) { $null = $facts.edgeSubscriptions.Add([ordered]@{ name = [string](Get-Text $item 'Name'); site = (Get-Text $item 'Site') }) }
  }
}

$list = Read-Cmdlet 'acceptedDomains' { Get-AcceptedDomain -ErrorAction Stop }
if ($null -ne $list) {
  foreach ($item in $list) { $null = $facts.acceptedDomains.Add([ordered]@{ name = [string](Get-Text $item 'DomainName'); type = [string](Get-Text $item 'DomainType') }) }
}
Set-Facts $facts
