# The fakes that exist from the start: Windows Management, updates, cipher suites, events and snap-ins.
Set-StrictMode -Version 3
. "$PSScriptRoot/common/Description.ps1"
. "$PSScriptRoot/common/Objects.ps1"
. "$PSScriptRoot/common/Errors.ps1"
. "$PSScriptRoot/windows/Cim.ps1"
. "$PSScriptRoot/windows/Updates.ps1"
. "$PSScriptRoot/windows/Tls.ps1"
. "$PSScriptRoot/windows/Events.ps1"
. "$PSScriptRoot/windows/SnapIns.ps1"

$exported = @('Get-CimInstance', 'Get-HotFix', 'Get-WinEvent', 'Add-PSSnapin', 'Get-PSSnapin', 'Remove-PSSnapin')
# Windows has the TLS module from Server 2016 on.
if ((Get-FakeSetting 'tlsModule') -ne 'absent') { $exported += 'Get-TlsCipherSuite', 'Get-TlsEccCurve' }
Export-ModuleMember -Function $exported
