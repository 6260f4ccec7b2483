# What the probes that ask Exchange share: reaching its cmdlets, and turning what they return into plain values.
# Everything here runs only where a server installation was found, for loading takes 2 to 20 seconds.

$exchangeRoot = 'SOFTWARE\Microsoft\ExchangeServer\'
$thisHost = [Environment]::MachineName

# What Exchange's scripts start shall end with this process, however it ends: a job ends with the last handle to it, which
# is here.
function Join-Job {
  $pointer = [IntPtr]
  $native = Get-NativeMethods 'kernel32.dll' @(
    @('CreateJobObjectW', $pointer, @($pointer, $pointer)),
    @('SetInformationJobObject', [int], @($pointer, [int], [byte[]], [int])),
    @('AssignProcessToJobObject', [int], @($pointer, $pointer)))
  $job = $native.GetMethod('CreateJobObjectW').Invoke($null, [object[]]@([IntPtr]::Zero, [IntPtr]::Zero))
  # JOBOBJECT_EXTENDED_LIMIT_INFORMATION, of which only LimitFlags is set: JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE.
  $limits = [byte[]]::new(112)
  if ([IntPtr]::Size -eq 8) { $limits = [byte[]]::new(144) }
  [BitConverter]::GetBytes(0x2000).CopyTo($limits, 16)
  $null = $native.GetMethod('SetInformationJobObject').Invoke($null, [object[]]@($job, 9, $limits, $limits.Length))
  $null = $native.GetMethod('AssignProcessToJobObject').Invoke($null, [object[]]@($job, [IntPtr](-1)))
}

# Which roles are installed, by role key; null when Exchange is not here at all.
function Get-Installation {
  foreach ($generation in 'v15', 'v14') {
    if (-not (Test-Key ($exchangeRoot + $generation + '\Setup'))) { continue }
    $roles = @{}
    foreach ($role in 'MailboxRole', 'EdgeTransportRole', 'ClientAccessRole', 'HubTransportRole', 'FrontendTransportRole', 'UnifiedMessagingRole') {
      if (Test-Key ($exchangeRoot + $generation + '\' + $role)) { $roles[$role] = $true }
    }
    return @{ generation = $generation; roles = $roles; folder = [string](Read-Data ($exchangeRoot + $generation + '\Setup') 'MsiInstallPath') }
  }
}

# False, with the reason set, where there is nothing to ask.
function Test-ServerInstallation($Installation) {
  if ($null -eq $Installation) {
    if ($state.gaps.Count -gt 0) { Set-Unread $state.gaps[0].reason $state.gaps[0].code }
    else { Set-Unread 'notPresent' 'noExchange' }
    return $false
  }
  if ($Installation.roles.Count -eq 0) { Set-Unread 'notPresent' 'managementToolsOnly'; return $false }
  $true
}

# The snap-ins that Exchange's own console file names, else those that are registered.
function Get-SnapInNames([string]$Folder) {
  $names = [Collections.ArrayList]::new()
  $console = $Folder.TrimEnd('\') + '\bin\exShell.psc1'
  if ([IO.File]::Exists($console)) {
    try {
      $document = [Xml.XmlDocument]::new()
      $document.XmlResolver = $null
      $document.Load($console)
      foreach ($node in $document.SelectNodes('//PSSnapIn/@Name')) {
        if ($node.Value -match '^Microsoft\.Exchange\.[\w.]+$') { $null = $names.Add($node.Value) }
      }
    }
    catch { $null = $tried.Add(@('exShell.psc1', (Get-Fault $_))) }
  }
  if ($names.Count -eq 0) {
    foreach ($name in 'Microsoft.Exchange.Management.PowerShell.SnapIn', 'Microsoft.Exchange.Management.PowerShell.E2010') {
      if (Test-Key ('SOFTWARE\Microsoft\PowerShell\1\PowerShellSnapIns\' + $name)) { $null = $names.Add($name); break }
    }
  }
  $names
}

# Sets $exchangeSource, or leaves it null and what was tried in $tried. Dot-sourced: what Exchange's script defines has
# to reach the probe.
$exchangeSource = $ExecutionContext.SessionState.PSVariable.GetValue('global:MailflowTlsExchange')
$tried = [Collections.ArrayList]::new()
$connectExchange = {
  try { Join-Job } catch { $null = $_ }
  if ($null -eq $exchangeSource) {
    foreach ($snapIn in @(Get-SnapInNames $installation.folder)) {
      if (-not $snapIn) { continue }
      try {
        $null = Add-PSSnapin -Name $snapIn -ErrorAction Stop
        $exchangeSource = $snapIn
      }
      catch { $null = $tried.Add(@($snapIn, (Get-Fault $_))) }
    }
  }
  if ($null -eq $exchangeSource) {
    $remoteExchange = $installation.folder.TrimEnd('\') + '\bin\RemoteExchange.ps1'
    try {
      if (-not [IO.File]::Exists($remoteExchange)) { throw [IO.FileNotFoundException]::new($remoteExchange) }
      # Exchange's script was not written for strict mode.
      Set-StrictMode -Off
      $ErrorActionPreference = 'Continue'
      $null = . $remoteExchange 2>&1
      $null = Connect-ExchangeServer -auto 2>&1
      if ($null -ne (Get-Command -Name Get-SendConnector -ErrorAction Ignore)) { $exchangeSource = 'remoting' }
      else { throw [UnauthorizedAccessException]::new('Get-SendConnector') }
    }
    catch { $null = $tried.Add(@('RemoteExchange.ps1', (Get-Fault $_))) }
    finally {
      $ErrorActionPreference = 'Stop'
      Set-StrictMode -Version 3.0
    }
  }
  if ($null -ne $exchangeSource) { $ExecutionContext.SessionState.PSVariable.Set('global:MailflowTlsExchange', $exchangeSource) }
}

# No way in: denied if anything was refused, absent if nothing was there, else what went wrong last.
function Set-Unreachable {
  $words = [Collections.ArrayList]::new()
  $reason = 'notPresent'
  $code = 'noExchangeCmdlets'
  foreach ($attempt in $tried) {
    $fault = $attempt[1]
    $null = $words.Add($attempt[0] + ': ' + $fault.code + ' ' + $fault.detail)
    if ($fault.reason -eq 'denied') { $reason = 'denied'; $code = $fault.code }
    elseif ($reason -ne 'denied' -and $fault.reason -eq 'failed') { $reason = 'failed'; $code = $fault.code }
  }
  Set-Unread $reason $code ($words -join '; ')
}

# --- Plain values ---------------------------------------------------------------------------------------------------

# Objects that came through a remote session keep the names of their enumerations only in their text form.
function Get-Property($Object, [string]$Name) {
  $property = $Object.PSObject.Properties[$Name]
  if ($null -ne $property) { $property.Value }
}

function Get-Text($Object, [string]$Name) {
  $value = Get-Property $Object $Name
  if ($null -eq $value) { return }
  $text = $value.ToString()
  if ($text -ne '') { $text }
}

function Get-Flag($Object, [string]$Name) { [string](Get-Text $Object $Name) -eq 'True' }

function Get-FlagOrNull($Object, [string]$Name) {
  $text = Get-Text $Object $Name
  if ($null -ne $text) { $text -eq 'True' }
}

function Get-Number($Object, [string]$Name) {
  $text = [string](Get-Text $Object $Name)
  if ($text -match '^\d{1,9}$') { [int]$text }
}

function Get-Texts($Object, [string]$Name) {
  $value = Get-Property $Object $Name
  if ($null -eq $value) { return }
  if ($value -is [string]) { if ($value -ne '') { $value }; return }
  foreach ($item in $value) { if ($null -ne $item) { $item.ToString() } }
}

# A set of flags is one text with commas.
function Get-Flags($Object, [string]$Name) {
  foreach ($part in ([string](Get-Text $Object $Name)).Split(',')) {
    $part = $part.Trim()
    if ($part -ne '' -and $part -ne 'None') { $part }
  }
}

# What a cmdlet returns; null and a gap when it fails. With role-based access a cmdlet that one may not use is not there.
function Read-Cmdlet([string]$What, [scriptblock]$Ask) {
  try { , @(& $Ask) }
  catch {
    $fault = Get-Fault $_
    if ($fault.code -eq 'commandNotFound') { Add-Gap $What 'denied' 'cmdletNotFound' $fault.detail }
    else { Add-Gap $What $fault.reason $fault.code $fault.detail }
  }
}
