# What all probes share: telling results, gaps and faults, reading the registry. Windows PowerShell 5.1.
# Runs in a scope of its own, so that strict mode and preferences do not reach modules of the system or of Exchange.
# Cmdlets of Microsoft.PowerShell.Utility are avoided throughout: loading that module costs more than all reading.
# Without types: binding typed parameters compiles more than all of this needs.
param($token, $moduleFolder, $probes)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$WarningPreference = 'SilentlyContinue'
$VerbosePreference = 'SilentlyContinue'
$DebugPreference = 'SilentlyContinue'
$InformationPreference = 'SilentlyContinue'
$ConfirmPreference = 'None'

function ConvertFrom-Base64([string]$Text) { [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($Text)) }

# Modules come from folders that only administrators can write to, whatever the environment says.
[Environment]::SetEnvironmentVariable('PSModulePath', (ConvertFrom-Base64 $moduleFolder) + ';' + $PSHOME + '\Modules')

$hklm = [Microsoft.Win32.RegistryKey]::OpenBaseKey([Microsoft.Win32.RegistryHive]::LocalMachine, [Microsoft.Win32.RegistryView]::Registry64)
$state = @{ gaps = $null; data = $null; unread = $null; rows = @(); elevated = $null; person = [Environment]::UserName; queryKey = $null; queryKeyFault = $null }
$maxDataLength = 16384

# --- Times ------------------------------------------------------------------------------------------------------------

function ConvertTo-Utc([DateTime]$Time) {
  $Time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", [Globalization.CultureInfo]::InvariantCulture)
}

# A day as YYYY-MM-DD from what installers write: US order as documented, other orders where they can be told apart, or a
# file time in hexadecimal. Days that cannot be are unknown.
$usDays = [string[]]@('M/d/yyyy', 'M/d/yyyy h:mm:ss tt', 'M/d/yyyy H:mm:ss')
$otherDays = [string[]]@('d/M/yyyy', 'd.M.yyyy', 'd-M-yyyy', 'yyyy/M/d', 'yyyy-M-d', 'yyyy.M.d', 'yyyy. M. d.', 'yyyyMMdd', "yyyy-MM-dd'T'HH:mm:ss")
function ConvertTo-Date($Value, [bool]$DayFirst) {
  $day = [DateTime]::MinValue
  if ($Value -is [DateTime]) { $day = $Value }
  else {
    # Some languages put marks of direction between the numbers.
    $text = [regex]::Replace([string]$Value, '[\u200e\u200f]', '').Trim()
    $invariant = [Globalization.CultureInfo]::InvariantCulture
    $style = [Globalization.DateTimeStyles]::None
    if ($text -match '^[0-9a-fA-F]{16}$') { $day = [DateTime]::FromFileTimeUtc([Convert]::ToInt64($text, 16)) }
    elseif (-not $DayFirst -and [DateTime]::TryParseExact($text, $usDays, $invariant, $style, [ref]$day)) { $null = $day }
    elseif (-not [DateTime]::TryParseExact($text, $otherDays, $invariant, $style, [ref]$day)) { return }
  }
  if ($day.Year -lt 1995 -or $day -gt [DateTime]::UtcNow.AddDays(2)) { return }
  $day.ToString('yyyy-MM-dd', [Globalization.CultureInfo]::InvariantCulture)
}

# --- Faults and gaps ------------------------------------------------------------------------------------------------

# Turns an error into a reason and a code that no language changes; the message is for human readers only.
function Get-Fault($ErrorRecord) {
  $exception = $ErrorRecord
  if ($ErrorRecord -is [Management.Automation.ErrorRecord]) { $exception = $ErrorRecord.Exception }
  while ($null -ne $exception.InnerException -and (
      $exception -is [Management.Automation.MethodException] -or
      $exception -is [Reflection.TargetInvocationException] -or
      $exception -is [Management.Automation.CmdletInvocationException] -or
      $exception -is [Management.Automation.ExtendedTypeSystemException] -or
      $exception -is [TypeInitializationException])) { $exception = $exception.InnerException }
  $hresult = '0x{0:X8}' -f $exception.HResult
  if ($exception -is [ComponentModel.Win32Exception]) {
    $hresult = '0x{0:X8}' -f (-2147024896 -bor ($exception.NativeErrorCode -band 0xffff))
  }
  # Codes of the runtime itself (facility 0x13) say less than the name of the exception.
  $code = $hresult
  if ($hresult.StartsWith('0x8013') -or $hresult -eq '0x00000000') { $code = $exception.GetType().FullName }
  $reason = 'failed'
  if ($exception -is [UnauthorizedAccessException] -or $exception -is [Security.SecurityException] -or $hresult -eq '0x80070005') {
    $reason = 'denied'
  }
  elseif ($exception -is [Management.Automation.CommandNotFoundException]) { $reason = 'notSupported'; $code = 'commandNotFound' }
  elseif ($exception -is [NotSupportedException] -or $exception -is [TypeLoadException]) { $reason = 'notSupported' }
  elseif ($exception -is [IO.FileNotFoundException] -or $exception -is [IO.DirectoryNotFoundException]) { $reason = 'notPresent' }
  elseif ($null -ne $exception.PSObject.Properties['NativeErrorCode'] -and [string]$exception.NativeErrorCode -eq 'AccessDenied') { $reason = 'denied' }
  $detail = [string]$exception.Message
  if ($state.person.Length -ge 3) { $detail = [regex]::Replace($detail, '(?i)' + [regex]::Escape($state.person), '*') }
  if ($detail.Length -gt 500) { $detail = $detail.Substring(0, 500) }
  @{ reason = $reason; code = $code; detail = $detail }
}

function Add-Gap([string]$What, [string]$Reason, [string]$Code, [string]$Detail) {
  $gap = [ordered]@{ what = $What; reason = $Reason; code = $Code }
  if ($Detail) { $gap.detail = $Detail }
  $null = $state.gaps.Add($gap)
}

function Add-FaultGap([string]$What, $ErrorRecord) {
  $fault = Get-Fault $ErrorRecord
  Add-Gap $What $fault.reason $fault.code $fault.detail
}

# The probe's answer. What a cmdlet happens to print is dropped, so an answer is set, never printed.
function Set-Facts($Data) { $state.data = $Data }

function Set-Unread([string]$Reason, [string]$Code, [string]$Detail) {
  $state.unread = @{ reason = $Reason; code = $Code }
  if ($Detail) { $state.unread.detail = $Detail }
}

# Functions of a library of Windows that .NET does not offer, made callable without the C# compiler that Add-Type would
# start. Each is a name, what it returns and what it takes.
function Get-NativeMethods([string]$Library, [object[]]$Functions) {
  $assembly = [Reflection.Emit.AssemblyBuilder]::DefineDynamicAssembly([Reflection.AssemblyName]::new('MailflowTls'), [Reflection.Emit.AssemblyBuilderAccess]::Run)
  $module = $assembly.DefineDynamicModule('MailflowTls')
  foreach ($function in $Functions) {
    $method = $module.DefinePInvokeMethod($function[0], $Library, [Reflection.MethodAttributes]'Public, Static, PinvokeImpl', [Reflection.CallingConventions]::Standard, $function[1], [type[]]$function[2], [Runtime.InteropServices.CallingConvention]::Winapi, [Runtime.InteropServices.CharSet]::Unicode)
    $method.SetImplementationFlags([Reflection.MethodImplAttributes]::PreserveSig)
  }
  $module.CreateGlobalFunctions()
  $module
}

# --- Registry -------------------------------------------------------------------------------------------------------

function Get-LastWriteTime($Key) {
  if ($null -ne $state.queryKeyFault) { return }
  try {
    if ($null -eq $state.queryKey) {
      $pointer = [IntPtr]
      $parameters = @([Microsoft.Win32.SafeHandles.SafeRegistryHandle], $pointer, $pointer, $pointer, $pointer, $pointer, $pointer, $pointer, $pointer, $pointer, $pointer, [long].MakeByRefType())
      $state.queryKey = (Get-NativeMethods 'advapi32.dll' @(, @('RegQueryInfoKeyW', [int], $parameters))).GetMethod('RegQueryInfoKeyW')
    }
    $zero = [IntPtr]::Zero
    $arguments = [object[]]@($Key.Handle, $zero, $zero, $zero, $zero, $zero, $zero, $zero, $zero, $zero, $zero, [long]0)
    $status = $state.queryKey.Invoke($null, $arguments)
    if ($status -ne 0) { throw [ComponentModel.Win32Exception]::new($status) }
    ConvertTo-Utc ([DateTime]::FromFileTimeUtc($arguments[11]))
  }
  catch {
    # One gap says it for all keys of the section.
    $state.queryKeyFault = $_
    Add-FaultGap 'lastWriteTime' $_
  }
}

$kindNames = @{
  None = 'REG_NONE'; String = 'REG_SZ'; ExpandString = 'REG_EXPAND_SZ'; Binary = 'REG_BINARY'
  DWord = 'REG_DWORD'; MultiString = 'REG_MULTI_SZ'; QWord = 'REG_QWORD'
}

function ConvertTo-Value($Key, [string]$Path, [string]$Name) {
  $kind = $kindNames[[string]$Key.GetValueKind($Name)]
  if ($null -eq $kind) { $kind = 'REG_UNKNOWN' }
  $raw = $Key.GetValue($Name, $null, [Microsoft.Win32.RegistryValueOptions]::DoNotExpandEnvironmentNames)
  $data = ''
  if ($raw -is [int]) { $data = [long]$raw -band 0xffffffffL }
  elseif ($raw -is [long]) { $data = [BitConverter]::ToUInt64([BitConverter]::GetBytes($raw), 0).ToString([Globalization.CultureInfo]::InvariantCulture) }
  elseif ($raw -is [byte[]]) { $data = [BitConverter]::ToString($raw, 0, [Math]::Min($raw.Length, $maxDataLength)).Replace('-', '') }
  elseif ($raw -is [string[]]) { $data = $raw }
  elseif ($null -ne $raw) { $data = [string]$raw }
  if ($data -is [string] -and $data.Length -gt $maxDataLength) {
    $data = $data.Substring(0, $maxDataLength)
    Add-Gap ('HKLM\' + $Path + '\' + $Name) 'failed' 'tooLong'
  }
  [ordered]@{ name = $Name; kind = $kind; data = $data }
}

function ConvertTo-Key($Key, [string]$Path, [string[]]$Only) {
  $values = [Collections.ArrayList]::new()
  foreach ($name in $Key.GetValueNames()) {
    if ($null -ne $Only -and $Only -notcontains $name) { continue }
    try { $null = $values.Add((ConvertTo-Value $Key $Path $name)) }
    catch { Add-FaultGap ('HKLM\' + $Path + '\' + $name) $_ }
  }
  [ordered]@{ path = 'HKLM\' + $Path; lastWriteTime = (Get-LastWriteTime $Key); values = $values }
}

# A key below HKLM with its values (or only those named); null when it does not exist, null and a gap when it cannot be read.
function Read-Key([string]$Path, [string[]]$Only) {
  try { $key = $hklm.OpenSubKey($Path) } catch { Add-FaultGap ('HKLM\' + $Path) $_; return }
  if ($null -eq $key) { return }
  try { ConvertTo-Key $key $Path $Only } catch { Add-FaultGap ('HKLM\' + $Path) $_ } finally { $key.Dispose() }
}

# A key and all below it, parents first, added to the list.
function Add-KeyTree([Collections.ArrayList]$List, [string]$Path, [int]$Depth) {
  if ($List.Count -ge 2000 -or $Depth -gt 16) { Add-Gap ('HKLM\' + $Path) 'failed' 'tooManyKeys'; return }
  try { $key = $hklm.OpenSubKey($Path) } catch { Add-FaultGap ('HKLM\' + $Path) $_; return }
  if ($null -eq $key) { return }
  try {
    $null = $List.Add((ConvertTo-Key $key $Path $null))
    foreach ($name in $key.GetSubKeyNames()) { Add-KeyTree $List ($Path + '\' + $name) ($Depth + 1) }
  }
  catch { Add-FaultGap ('HKLM\' + $Path) $_ }
  finally { $key.Dispose() }
}

# One value's data without its envelope: null when key or value do not exist.
function Read-Data([string]$Path, [string]$Name) {
  try {
    $key = $hklm.OpenSubKey($Path)
    if ($null -eq $key) { return }
    try { $key.GetValue($Name, $null, [Microsoft.Win32.RegistryValueOptions]::DoNotExpandEnvironmentNames) } finally { $key.Dispose() }
  }
  catch { Add-FaultGap ('HKLM\' + $Path + '\' + $Name) $_ }
}

function Test-Key([string]$Path) {
  try { $key = $hklm.OpenSubKey($Path) } catch { Add-FaultGap ('HKLM\' + $Path) $_; return $false }
  if ($null -eq $key) { return $false }
  $key.Dispose()
  $true
}

function Get-SubKeyNames([string]$Path) {
  try { $key = $hklm.OpenSubKey($Path) } catch { Add-FaultGap ('HKLM\' + $Path) $_; return }
  if ($null -eq $key) { return }
  try { $key.GetSubKeyNames() } finally { $key.Dispose() }
}

# --- Running probes -------------------------------------------------------------------------------------------------

# Every answer is one line of base64 in a frame that carries this run's token, whatever else lands on the same stream.
function Send-Frame([string]$Name, $Value) {
  $payload = [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes([Management.Automation.PSSerializer]::Serialize($Value, 20)))
  [Console]::Out.Write("`n" + $token + ' ' + $Name + ' ' + $payload.Length + ' ' + $payload + "#`n")
}

# Each script is parsed when its turn comes, so that one which this PowerShell cannot parse fails alone. Data come as
# rows and fields between separators and are never part of a script.
function Invoke-Probe([string]$Name, [string]$Script, [string]$Rows) {
  $state.gaps = [Collections.ArrayList]::new()
  $state.data = $null
  $state.unread = $null
  $state.queryKeyFault = $null
  try {
    $state.rows = [Collections.ArrayList]::new()
    if ($Rows -ne '') {
      foreach ($row in (ConvertFrom-Base64 $Rows).Split([char]30)) { $null = $state.rows.Add($row.Split([char]31)) }
    }
    $null = & ([scriptblock]::Create((ConvertFrom-Base64 $Script)))
  }
  catch { $state.unread = Get-Fault $_ }
  if ($null -ne $state.unread) { $answer = [ordered]@{ unread = $state.unread } }
  else { $answer = [ordered]@{ data = $state.data; gaps = $state.gaps } }
  Send-Frame $Name $answer
}

# --- What runs this ---------------------------------------------------------------------------------------------------

try {
  $identity = [Security.Principal.WindowsIdentity]::GetCurrent()
  # The accounts of services are no persons, and SYSTEM is a word of many messages.
  if ($identity.User.Value -match '^S-1-5-(18|19|20)$') { $state.person = '' }
  $state.elevated = [Security.Principal.WindowsPrincipal]::new($identity).IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)
}
catch { $null = $_ }
$edition = 'Desktop'
if ($PSVersionTable.ContainsKey('PSEdition')) { $edition = $PSVersionTable.PSEdition }
Send-Frame 'powershell' ([ordered]@{
    version = [string]$PSVersionTable.PSVersion
    edition = $edition
    languageMode = [string]$ExecutionContext.SessionState.LanguageMode
    is64Bit = ([IntPtr]::Size -eq 8)
    elevated = $state.elevated
  })

for ($index = 0; $index -lt $probes.Length; $index += 3) {
  Invoke-Probe $probes[$index] $probes[$index + 1] $probes[$index + 2]
}
