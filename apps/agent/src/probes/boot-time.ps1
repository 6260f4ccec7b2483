# Asks Windows Management when Windows was started. Apart from the os section, since a broken repository lets this hang.

$system = Get-CimInstance -ClassName Win32_OperatingSystem -Property LastBootUpTime -OperationTimeoutSec 10
Set-Facts ([ordered]@{ bootTime = (ConvertTo-Utc $system.LastBootUpTime); source = 'Win32_OperatingSystem.LastBootUpTime' })
