# Reads which Exchange is on this host, in which roles and how up to date.

$root = 'SOFTWARE\Microsoft\ExchangeServer\'
$sources = [ordered]@{}
$generation = $null
foreach ($candidate in 'v15', 'v14') {
  if (Test-Key ($root + $candidate + '\Setup')) { $generation = $candidate; break }
}
$facts = [ordered]@{
  installation = 'none'
  roles = [Collections.ArrayList]::new()
  build = $null
  installPath = $null
  setupKeys = [Collections.ArrayList]::new()
  services = [Collections.ArrayList]::new()
  updates = [Collections.ArrayList]::new()
  sources = $sources
}
$sources['installation'] = 'HKLM\' + $root + 'v15\Setup'

# In functions, which cost nothing where there is no Exchange: a script is compiled whole before it runs.
function Read-Setup {
  $setup = $root + $generation + '\Setup'
  $sources['installation'] = 'HKLM\' + $setup
  $key = Read-Key $setup @('MsiInstallPath', 'MsiProductMajor', 'MsiProductMinor', 'MsiBuildMajor', 'MsiBuildMinor')
  if ($null -ne $key) { $null = $facts.setupKeys.Add($key) }

  $facts.installation = 'managementTools'
  foreach ($pair in @(
      @('MailboxRole', 'mailbox'), @('EdgeTransportRole', 'edge'), @('ClientAccessRole', 'clientAccess'), @('HubTransportRole', 'hubTransport'),
      @('FrontendTransportRole', 'frontendTransport'), @('UnifiedMessagingRole', 'unifiedMessaging'), @('AdminTools', $null))) {
    $key = Read-Key ($root + $generation + '\' + $pair[0]) @('ConfiguredVersion', 'UnpackedVersion', 'Action', 'Watermark')
    if ($null -eq $key) { continue }
    $null = $facts.setupKeys.Add($key)
    if ($null -eq $pair[1]) { continue }
    $null = $facts.roles.Add($pair[1])
    $facts.installation = 'server'
  }
  # A role that could not be read is no proof that there is none.
  if ($facts.installation -ne 'server' -and $state.gaps.Count -gt 0) { Set-Unread $state.gaps[0].reason $state.gaps[0].code }
  $sources['roles'] = 'HKLM\' + $root + $generation

  $folder = [string](Read-Data $setup 'MsiInstallPath')
  if ($folder -ne '') {
    $facts.installPath = $folder
    $sources['installPath'] = 'HKLM\' + $setup + '\MsiInstallPath'
    $program = $folder.TrimEnd('\') + '\bin\ExSetup.exe'
    try {
      $info = [Diagnostics.FileVersionInfo]::GetVersionInfo($program)
      $build = [Version]::new($info.FileMajorPart, $info.FileMinorPart, $info.FileBuildPart, $info.FilePrivatePart)
      if ($build.Major -eq 0) { Add-Gap 'build' 'failed' 'noFileVersion' } else { $facts.build = [string]$build; $sources['build'] = $program }
    }
    catch { Add-FaultGap 'build' $_ }
  }
  else { Add-Gap 'build' 'notPresent' 'noInstallPath' }
}

function Read-Services {
  $services = 'SYSTEM\CurrentControlSet\Services\'
  foreach ($name in 'MSExchangeTransport', 'MSExchangeFrontEndTransport', 'MSExchangeDelivery', 'MSExchangeSubmission', 'MSExchangeMailSubmission', 'MSExchangeEdgeSync', 'MSExchangeADTopology', 'ADAM_MSExchange') {
    if (-not (Test-Key ($services + $name))) { continue }
    try { $null = $facts.services.Add([ordered]@{ name = $name; status = [string](Get-Service -Name $name).Status }) }
    catch { Add-FaultGap ('services.' + $name) $_ }
  }
  $sources['services'] = 'Get-Service'
}

$updates = 'SOFTWARE\Microsoft\Updates'
function Add-Updates([string]$Path, [int]$Depth) {
  $name = [string](Read-Data $Path 'PackageName')
  if ($name -ne '') {
    $date = ConvertTo-Date ([string](Read-Data $Path 'InstalledDate')) $false
    $null = $facts.updates.Add([ordered]@{ name = $name; installedOn = $date; source = 'HKLM\' + $Path })
  }
  if ($Depth -ge 3) { return }
  foreach ($child in @(Get-SubKeyNames $Path)) { if ($child) { Add-Updates ($Path + '\' + $child) ($Depth + 1) } }
}

function Read-Updates {
  foreach ($product in @(Get-SubKeyNames $updates)) {
    if ($product -like 'Exchange*') { Add-Updates ($updates + '\' + $product) 0 }
  }
  $sources['updates'] = 'HKLM\' + $updates
}

if ($null -ne $generation) {
  Read-Setup
  Read-Services
  Read-Updates
}
# A key that could not be opened is no proof of absence.
elseif ($state.gaps.Count -gt 0) { Set-Unread $state.gaps[0].reason $state.gaps[0].code }
Set-Facts $facts
