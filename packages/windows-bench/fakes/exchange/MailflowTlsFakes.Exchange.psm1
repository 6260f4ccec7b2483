# Exchange's cmdlets; Add-PSSnapin and RemoteExchange.ps1 load them, nothing else does.
param([bool] $ViaRemoting = $false)
Set-StrictMode -Version 3
. "$PSScriptRoot/../common/Description.ps1"
. "$PSScriptRoot/../common/Objects.ps1"
. "$PSScriptRoot/../common/Errors.ps1"
. "$PSScriptRoot/Organization.ps1"
. "$PSScriptRoot/Transport.ps1"
. "$PSScriptRoot/Certificates.ps1"

$since2013 = 'Get-TransportService', 'Get-FrontendTransportService', 'Get-MailboxTransportService', 'Get-ServerComponentState'
$notOnEdge = 'Get-FrontendTransportService', 'Get-MailboxTransportService', 'Get-HybridConfiguration'
$hidden = @(Get-FakeSetting 'exchange.hiddenCmdlets' @())
if ((Get-FakeYear) -lt 2013) { $hidden += $since2013 }
if (Test-FakeEdge) { $hidden += $notOnEdge }
# A caller whose roles do not include a cmdlet does not see it at all.
$all = 'Get-ExchangeServer', 'Get-SendConnector', 'Get-ReceiveConnector', 'Get-ExchangeCertificate', 'Get-TransportServer',
'Get-TransportService', 'Get-FrontendTransportService', 'Get-MailboxTransportService', 'Get-TransportConfig',
'Get-HybridConfiguration', 'Get-AcceptedDomain', 'Get-ServerComponentState', 'Get-EdgeSubscription', 'Get-Queue', 'Get-Message'
Export-ModuleMember -Function @($all | Where-Object { $_ -notin $hidden })
