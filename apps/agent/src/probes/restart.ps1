# Reads who says that Windows must be restarted.

$pending = [Collections.ArrayList]::new()
function Add-Pending([string]$Origin, [string]$Source, $Detail) {
  $null = $pending.Add([ordered]@{ origin = $Origin; source = $Source; detail = @($Detail) })
}

$cbs = 'SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending'
if (Test-Key $cbs) { Add-Pending 'componentBasedServicing' ('HKLM\' + $cbs) @() }

$update = 'SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired'
if (Test-Key $update) { Add-Pending 'windowsUpdate' ('HKLM\' + $update) @() }

# Pairs of source and target; an empty target means deletion. Only the first few are worth carrying.
$session = 'SYSTEM\CurrentControlSet\Control\Session Manager'
foreach ($name in @('PendingFileRenameOperations', 'PendingFileRenameOperations2')) {
  $files = @(Read-Data $session $name)
  if ($files.Count -eq 0 -or $null -eq $files[0]) { continue }
  $detail = [Collections.ArrayList]::new()
  for ($index = 0; $index -lt $files.Count -and $detail.Count -lt 10; $index += 2) {
    $text = ([string]$files[$index]).Replace('\??\', '')
    if ($text -eq '') { continue }
    if ($index + 1 -lt $files.Count -and $files[$index + 1] -ne '') { $text += ' -> ' + ([string]$files[$index + 1]).Replace('\??\', '') }
    if ($text.Length -gt 300) { $text = $text.Substring(0, 300) }
    $null = $detail.Add($text)
  }
  if ($detail.Count -gt 0) { Add-Pending 'fileRename' ('HKLM\' + $session + '\' + $name) $detail }
}

foreach ($place in @(@('SOFTWARE\Microsoft\Updates', 'UpdateExeVolatile'), @('SOFTWARE\Microsoft\Updates\UpdateExeVolatile', 'Flags'))) {
  $flags = Read-Data $place[0] $place[1]
  if ($null -ne $flags -and [string]$flags -ne '0') { Add-Pending 'updateExe' ('HKLM\' + $place[0] + '\' + $place[1]) @() }
}

$names = 'SYSTEM\CurrentControlSet\Control\ComputerName\'
$active = [string](Read-Data ($names + 'ActiveComputerName') 'ComputerName')
$next = [string](Read-Data ($names + 'ComputerName') 'ComputerName')
if ($active -ne '' -and $next -ne '' -and $active -ne $next) {
  Add-Pending 'computerRename' ('HKLM\' + $names + 'ComputerName\ComputerName') @($active + ' -> ' + $next)
}

if (Test-Key 'SYSTEM\CurrentControlSet\Services\CcmExec') {
  try {
    $answer = Invoke-CimMethod -Namespace 'root\ccm\ClientSDK' -ClassName 'CCM_ClientUtilities' -MethodName 'DetermineIfRebootPending' -OperationTimeoutSec 10
    if ($answer.RebootPending -or $answer.IsHardRebootPending) {
      Add-Pending 'configurationManager' 'root\ccm\ClientSDK:CCM_ClientUtilities.DetermineIfRebootPending' @()
    }
  }
  catch { Add-FaultGap 'configurationManager' $_ }
}

Set-Facts ([ordered]@{ pending = $pending })
