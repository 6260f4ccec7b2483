# Commands for administrators, thin over the agent: each runs it, reads its JSON and gives out objects.
# Windows PowerShell 5.1 and PowerShell 7.

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

# --- Running the agent ----------------------------------------------------------------------------------------------

# Folder of the installation: where the installer says, else where it usually is.
function Get-AgentFolder {
  $usual = [IO.Path]::Combine([Environment]::GetFolderPath('ProgramFiles'), 'mailflow-tls')
  try {
    $setup = Get-ItemProperty -LiteralPath 'HKLM:\SOFTWARE\mailflow-tls\Setup' -Name InstallFolder
    $folder = [string]$setup.InstallFolder
  }
  # Without rights on the key, or without it.
  catch { $folder = $usual }
  if (-not (Test-Path -LiteralPath ([IO.Path]::Combine($folder, 'mailflow-tls.cjs')))) {
    throw "mailflow-tls is not installed in $folder. Install its package, then run the command again."
  }
  $folder
}

# As Windows splits a command line (Microsoft, "Parsing C command-line arguments").
function ConvertTo-Argument([string]$Text) {
  if ($Text -ne '' -and $Text -notmatch '[\s"]') { return $Text }
  '"' + [regex]::Replace([regex]::Replace($Text, '(\\*)"', '$1$1\"'), '(\\+)$', '$1$1') + '"'
}

# Runs the agent and returns its exit code, standard output and standard error.
function Invoke-Agent([string[]]$ArgumentList) {
  $folder = Get-AgentFolder
  $all = @([IO.Path]::Combine($folder, 'mailflow-tls.cjs')) + $ArgumentList
  $start = New-Object System.Diagnostics.ProcessStartInfo
  $start.FileName = [IO.Path]::Combine($folder, 'node.exe')
  $start.Arguments = @($all | ForEach-Object { ConvertTo-Argument $_ }) -join ' '
  $start.UseShellExecute = $false
  # In a console the agent shares it, so that Ctrl+C ends it too; elsewhere no window is to open.
  $start.CreateNoWindow = $Host.Name -ne 'ConsoleHost'
  $start.RedirectStandardOutput = $true
  $start.RedirectStandardError = $true
  $start.StandardOutputEncoding = [Text.Encoding]::UTF8
  $start.StandardErrorEncoding = [Text.Encoding]::UTF8
  # What could make the agent load or start something else.
  foreach ($name in 'NODE_OPTIONS', 'NODE_PATH', 'NODE_POWERSHELL', 'NODE_EXTRA_CA_CERTS') { $start.EnvironmentVariables.Remove($name) }
  $process = [Diagnostics.Process]::Start($start)
  try {
    # Both at once: a full pipe that nobody reads would stop the agent.
    $errors = $process.StandardError.ReadToEndAsync()
    $output = $process.StandardOutput.ReadToEnd()
    $process.WaitForExit()
    @{ ExitCode = $process.ExitCode; Output = $output; Errors = $errors.Result.Trim() }
  }
  finally { $process.Dispose() }
}

# A folder of one's own for what goes in and out, gone at the end.
function Use-Folder([scriptblock]$Do) {
  $folder = [IO.Path]::Combine([IO.Path]::GetTempPath(), 'mailflow-tls-' + [Guid]::NewGuid().ToString('N'))
  $null = [IO.Directory]::CreateDirectory($folder)
  try { & $Do $folder } finally { [IO.Directory]::Delete($folder, $true) }
}

# Runs a command that writes a JSON file, and returns what is in it. 0, 1 and 3 are results; the rest is a failure.
function Read-Agent([string[]]$ArgumentList, [string]$File) {
  $result = Invoke-Agent $ArgumentList
  if (@(0, 1, 3) -notcontains $result.ExitCode -or -not [IO.File]::Exists($File)) { throw (Get-Problem $result) }
  ConvertFrom-Json ([IO.File]::ReadAllText($File))
}

function Get-Problem($Result) {
  if ($Result.Errors -ne '') { return $Result.Errors }
  "mailflow-tls ended with exit code $($Result.ExitCode)."
}

# PowerShell 7 makes times of texts that look like one, 5.1 does not.
function ConvertTo-Time($Value) {
  if ($null -eq $Value) { return }
  if ($Value -is [DateTime]) { return $Value.ToUniversalTime() }
  [DateTime]::Parse([string]$Value, [Globalization.CultureInfo]::InvariantCulture, [Globalization.DateTimeStyles]::RoundtripKind)
}

# A property that need not be there.
function Get-Part($Object, [string]$Name) {
  if ($null -ne $Object -and $null -ne $Object.PSObject.Properties[$Name]) { $Object.$Name }
}

function Add-Each([string]$Option, [string[]]$Values) {
  foreach ($value in $Values) { if ($value) { $Option; $value } }
}

function Get-Common([string]$PowerShellPath, [int]$TimeoutSeconds) {
  if ($PowerShellPath) { '--powershell'; $PowerShellPath }
  if ($TimeoutSeconds -gt 0) { '--timeout'; [string]$TimeoutSeconds }
}

# --- Commands -------------------------------------------------------------------------------------------------------

<#
.SYNOPSIS
Checks whether this host keeps mail flowing with Office 365 as far as TLS decides it.
.DESCRIPTION
Reads the host, changes nothing, and gives out one report with its state, its reason and its findings, the worst first.
Run it as administrator: without elevation parts of the host cannot be read, and the report says which.
.PARAMETER Rule
Judge only by these rules or areas.
.PARAMETER SkipRule
Leave out these rules or areas.
.PARAMETER SkipSection
Do not read these sections of facts.
.PARAMETER Language
Language of the sentences: en or he.
.PARAMETER TimeoutSeconds
End reading after this time; the report says what is missing.
.PARAMETER PowerShellPath
Full path of another PowerShell than the Windows PowerShell of the system.
.EXAMPLE
Test-MailflowTls
The state of this host and why.
.EXAMPLE
(Test-MailflowTls).Findings | Where-Object Verdict -eq 'fail' | Select-Object -ExpandProperty Commands
The commands that mend what fails.
#>
function Test-MailflowTls {
  [CmdletBinding()]
  param(
    [string[]]$Rule,
    [string[]]$SkipRule,
    [string[]]$SkipSection,
    [ValidateSet('en', 'he')][string]$Language = 'en',
    [ValidateRange(5, 3600)][int]$TimeoutSeconds = 120,
    [string]$PowerShellPath
  )
  Use-Folder {
    param($folder)
    $file = [IO.Path]::Combine($folder, 'report.json')
    $arguments = @('check', '--lang', $Language, '--format', 'json', '--output', $file, '--fail-on', 'never')
    $arguments += @(Add-Each '--only' $Rule) + @(Add-Each '--skip' $SkipRule) + @(Add-Each '--skip-section' $SkipSection)
    $arguments += @(Get-Common $PowerShellPath $TimeoutSeconds)
    foreach ($report in (Read-Agent $arguments $file).reports) { ConvertTo-Report $report }
  }
}

function ConvertTo-Report($Report) {
  $findings = @(foreach ($finding in $Report.findings) {
      $steps = @(Get-Part (Get-Part $finding.words 'remedy') 'steps')
      [pscustomobject]@{
        PSTypeName = 'MailflowTls.Finding'
        Host       = $Report.host.name
        Verdict    = $finding.verdict
        Rule       = $finding.rule
        Title      = $finding.words.title
        Sentence   = $finding.words.sentence
        Why        = $finding.words.rationale
        Evidence   = @(Get-Part $finding 'evidence' | Where-Object { $_ })
        Steps      = @($steps | Where-Object { $_ } | ForEach-Object { $_.words })
        Commands   = @($steps | Where-Object { $_ } | ForEach-Object { $_.commands })
      }
    })
  $domain = Get-Part $Report.host 'domain'
  [pscustomobject]@{
    PSTypeName = 'MailflowTls.Report'
    Host       = $Report.host.name
    Domain     = $domain
    State      = $Report.state
    Reason     = $Report.words.reason
    JudgedAt   = ConvertTo-Time $Report.judgedAt
    Findings   = $findings
  }
}

<#
.SYNOPSIS
Reads the facts of this host without judging them.
.DESCRIPTION
Gives out all facts, or the data of the named sections. What could not be read is told as a warning, with the reason.
.PARAMETER Section
Names of sections, such as schannel or connectors. Without it all facts are given out as one object.
.PARAMETER TimeoutSeconds
End reading after this time.
.PARAMETER PowerShellPath
Full path of another PowerShell than the Windows PowerShell of the system.
.EXAMPLE
Get-MailflowTlsFact -Section connectors
The connectors, as the agent sees them.
.EXAMPLE
Get-MailflowTlsFact | ConvertTo-Json -Depth 20 | Set-Content facts.json -Encoding UTF8
Keeps the facts for "mailflow-tls judge".
#>
function Get-MailflowTlsFact {
  [CmdletBinding()]
  param(
    [Parameter(Position = 0)][string[]]$Section,
    [ValidateRange(5, 3600)][int]$TimeoutSeconds = 120,
    [string]$PowerShellPath
  )
  Use-Folder {
    param($folder)
    $file = [IO.Path]::Combine($folder, 'facts.json')
    $report = [IO.Path]::Combine($folder, 'report.txt')
    $arguments = @('check', '--save-facts', $file, '--format', 'text', '--output', $report, '--fail-on', 'never')
    $arguments += @(Get-Common $PowerShellPath $TimeoutSeconds)
    $facts = Read-Agent $arguments $file
    if (-not $Section) { return $facts }
    foreach ($name in $Section) {
      $one = Get-Part $facts.sections $name
      if ($null -eq $one) { throw "There is no section $name. There are: $(@($facts.sections.PSObject.Properties.Name) -join ', ')." }
      if ($one.status -ne 'read') { Write-Warning "$name was not read: $($one.reason) ($($one.code))."; continue }
      foreach ($gap in @($one.gaps)) { if ($gap) { Write-Warning "$($name): $($gap.what) was not read: $($gap.reason) ($($gap.code))." } }
      $one.data
    }
  }
}

<#
.SYNOPSIS
Says what a bounce, an error, a queue, events or logs mean.
.DESCRIPTION
Takes lines of text, objects (as they are shown in a list) or files, and gives out the causes, the likeliest first, with
what to do and what would settle the doubt.
.PARAMETER InputObject
Text, or objects such as those of Get-Queue and Get-WinEvent.
.PARAMETER Path
Files or folders.
.PARAMETER FactsPath
A file with the facts of the host, since the same error has other causes on other hosts.
.PARAMETER Language
Language of the sentences: en or he.
.EXAMPLE
Get-Clipboard | Resolve-MailflowTlsError
What the copied error means.
.EXAMPLE
Get-Queue | Where-Object LastError | Resolve-MailflowTlsError
Why mail waits.
#>
function Resolve-MailflowTlsError {
  [CmdletBinding(DefaultParameterSetName = 'Text')]
  param(
    [Parameter(Mandatory = $true, Position = 0, ValueFromPipeline = $true, ParameterSetName = 'Text')][AllowEmptyString()][object]$InputObject,
    [Parameter(Mandatory = $true, ParameterSetName = 'Path', ValueFromPipelineByPropertyName = $true)][Alias('FullName')][string[]]$Path,
    [string]$FactsPath,
    [ValidateSet('en', 'he')][string]$Language = 'en'
  )
  begin {
    $lines = New-Object System.Collections.Generic.List[string]
    $objects = New-Object System.Collections.ArrayList
    $files = New-Object System.Collections.Generic.List[string]
  }
  process {
    if ($PSCmdlet.ParameterSetName -eq 'Path') { foreach ($one in $Path) { $files.Add((Convert-Path -LiteralPath $one)) } }
    elseif ($InputObject -is [string]) { $lines.Add($InputObject) }
    elseif ($InputObject -is [IO.FileSystemInfo]) { $files.Add($InputObject.FullName) }
    else { $null = $objects.Add($InputObject) }
  }
  end {
    Use-Folder {
      param($folder)
      $utf8 = New-Object System.Text.UTF8Encoding $false
      if ($objects.Count -gt 0) { $lines.Add(($objects | Format-List -Property * | Out-String -Width 4096)) }
      if ($lines.Count -gt 0) {
        $text = [IO.Path]::Combine($folder, 'input.txt')
        [IO.File]::WriteAllText($text, ($lines -join "`r`n"), $utf8)
        $files.Add($text)
      }
      $file = [IO.Path]::Combine($folder, 'diagnosis.json')
      $arguments = @('explain', '--lang', $Language, '--format', 'json', '--output', $file, '--fail-on', 'never')
      if ($FactsPath) { $arguments += '--facts', (Convert-Path -LiteralPath $FactsPath) }
      foreach ($cause in (Read-Agent ($arguments + $files.ToArray()) $file).causes) { ConvertTo-Cause $cause }
    }
  }
}

function ConvertTo-Cause($Cause) {
  $remedy = Get-Part $Cause.words 'remedy'
  $steps = @(Get-Part $remedy 'steps' | Where-Object { $_ })
  $settle = Get-Part $Cause 'settleBy'
  [pscustomobject]@{
    PSTypeName = 'MailflowTls.Cause'
    Cause      = $Cause.cause
    Likelihood = $Cause.likelihood
    Name       = $Cause.words.name
    Meaning    = $Cause.words.meaning
    Remedy     = Get-Part $remedy 'summary'
    Commands   = @($steps | ForEach-Object { Get-Part $_ 'commands' })
    Because    = @($Cause.because | ForEach-Object { $_.text })
    SettleBy   = Get-Part $settle 'words'
    SettleWith = @(Get-Part $settle 'commands')
  }
}

<#
.SYNOPSIS
Tells who talks to this host, with which version of TLS, and who would be cut off without TLS 1.0 and 1.1.
.PARAMETER Path
Folders or files of Exchange's protocol logs. Without it the logs of this host.
.PARAMETER Since
Leave out what is older: a date, or 24h, 7d.
.PARAMETER CutOff
Only those that would be cut off.
.PARAMETER PowerShellPath
Full path of the PowerShell that is asked for the folders of this host.
.EXAMPLE
Get-MailflowTlsUsage -Since 7d -CutOff
Who has to be told before TLS 1.0 and 1.1 go off.
#>
function Get-MailflowTlsUsage {
  [CmdletBinding()]
  param(
    [Parameter(Position = 0, ValueFromPipeline = $true, ValueFromPipelineByPropertyName = $true)][Alias('FullName')][string[]]$Path,
    [string]$Since,
    [switch]$CutOff,
    [string]$PowerShellPath
  )
  begin { $folders = New-Object System.Collections.Generic.List[string] }
  process { foreach ($one in $Path) { if ($one) { $folders.Add((Convert-Path -LiteralPath $one)) } } }
  end {
    Use-Folder {
      param($folder)
      $file = [IO.Path]::Combine($folder, 'usage.json')
      $arguments = @('logs', '--format', 'json', '--output', $file, '--fail-on', 'never') + @(Get-Common $PowerShellPath 0)
      if ($Since) { $arguments += '--since', $Since }
      $usage = (Read-Agent ($arguments + $folders.ToArray()) $file).usage
      $cut = @(Get-Part $usage 'cutOff' | Where-Object { $_ })
      foreach ($peer in @(Get-Part $usage 'peers' | Where-Object { $_ })) {
        $isCut = @($cut | Where-Object { $_.peer -eq $peer.peer -and $_.direction -eq $peer.direction -and $_.connector -eq $peer.connector }).Count -gt 0
        if ($isCut -or -not $CutOff) { ConvertTo-Peer $peer $isCut }
      }
    }
  }
}

function ConvertTo-Peer($Peer, [bool]$IsCut) {
  [pscustomobject]@{
    PSTypeName = 'MailflowTls.Peer'
    Peer       = $Peer.peer
    Names      = @($Peer.names)
    Direction  = $Peer.direction
    Connector  = $Peer.connector
    Office365  = $null -ne $Peer.office365 -and $false -ne $Peer.office365
    Sessions   = $Peer.sessions
    Protocols  = @($Peer.protocols.PSObject.Properties | ForEach-Object { '{0} ({1})' -f $_.Name, $_.Value })
    CutOff     = $IsCut
    FirstSeen  = ConvertTo-Time $Peer.firstSeen
    LastSeen   = ConvertTo-Time $Peer.lastSeen
  }
}

<#
.SYNOPSIS
Reads and judges this host now, delivers the report, and tells how delivery stands.
.DESCRIPTION
Does at once what the scheduled task does. Needs an administrator, since only they and SYSTEM can use the key of the host.
.EXAMPLE
Invoke-MailflowTlsReport
Right after a policy was linked, to see the host arrive.
#>
function Invoke-MailflowTlsReport {
  [CmdletBinding()]
  param()
  $run = Invoke-Agent @('run', '--now')
  if (@(2, 4) -contains $run.ExitCode) { throw (Get-Problem $run) }
  $told = Invoke-Agent @('status', '--format', 'json')
  if ($told.ExitCode -ne 0 -and $told.Output -eq '') { throw (Get-Problem $told) }
  $status = ConvertFrom-Json $told.Output
  [pscustomobject]@{
    PSTypeName       = 'MailflowTls.Status'
    Delivered        = $run.ExitCode -eq 0 -and $status.waiting.reports -eq 0
    ExitCode         = $run.ExitCode
    Collector        = $status.collectorUrl
    Share            = $status.shareFolder
    Enrolment        = Get-Part (Get-Part $status 'enrolment') 'status'
    Waiting          = $status.waiting.reports
    LastAcknowledged = $status.lastAcknowledged
    Obstacle         = $status.obstacle
    Message          = $run.Errors
  }
}

Export-ModuleMember -Function Test-MailflowTls, Get-MailflowTlsFact, Resolve-MailflowTlsError, Get-MailflowTlsUsage, Invoke-MailflowTlsReport
