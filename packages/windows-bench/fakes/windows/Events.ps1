# Get-WinEvent over the described events; the start of the system is among them by itself.
$script:StandingLogs = 'System', 'Application', 'Security', 'Setup'
$script:StandingProviders = 'Schannel', 'EventLog', 'Service Control Manager', 'Microsoft-Windows-Kernel-General', 'Microsoft-Windows-Eventlog'

function Get-WinEvent {
    [CmdletBinding(DefaultParameterSetName = 'Log')]
    param(
        [Parameter(Position = 0, ParameterSetName = 'Log')] [string[]] $LogName,
        [Parameter(Mandatory, ParameterSetName = 'Provider')] [string[]] $ProviderName,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'Hashtable')] [hashtable[]] $FilterHashtable,
        [Parameter(Mandatory, ParameterSetName = 'ListLog')] [string[]] $ListLog,
        [int64] $MaxEvents = [int64]::MaxValue,
        [switch] $Oldest,
        [switch] $Force,
        [string] $ComputerName
    )
    Invoke-FakeBehaviour $PSCmdlet
    if ($ListLog) { return Get-FakeLog $PSCmdlet $ListLog }
    $filters = @($FilterHashtable)
    if ($ProviderName) { $filters = @(@{ ProviderName = $ProviderName }) }
    elseif (-not $FilterHashtable) { $filters = @(@{ LogName = $(if ($LogName) { $LogName } else { '*' }) }) }
    $described = @(Get-FakeEventDescription)
    foreach ($filter in $filters) {
        if (-not (Confirm-FakeSource $PSCmdlet $filter 'LogName' (Get-FakeLogName) 'NoMatchingLogsFound' 'There is not an event log on the localhost computer that matches "{0}".')) { return }
        $known = $script:StandingProviders + @(foreach ($values in $described) { if ($values.PSObject.Properties['ProviderName']) { $values.ProviderName } }) + @(Get-FakeSetting 'eventProviders' @())
        if (-not (Confirm-FakeSource $PSCmdlet $filter 'ProviderName' $known 'NoMatchingProvidersFound' 'There is not an event provider on the localhost computer that matches "{0}".')) { return }
    }
    $found = @(foreach ($values in $described) {
            if (-not (Test-FakeEventAny $values $filters)) { continue }
            $record = New-FakeEvent $values
            if (Test-FakeEventAny $record $filters) { $record }
        })
    # Sorting would load a module, which the real command does not need.
    if ($found.Count -gt 1) { $found = @($found | Sort-Object TimeCreated -Descending:(-not $Oldest)) }
    if ($found.Count -gt $MaxEvents) { $found = $found[0..($MaxEvents - 1)] }
    if ($found.Count -eq 0) {
        $record = New-FakeErrorRecord 'No events were found that match the specified selection criteria.' 'NoMatchingEventsFound' 'ObjectNotFound' 'System.Exception'
        return Write-FakeError $PSCmdlet $record
    }
    $found
}

function Get-FakeLogName {
    $script:StandingLogs
    foreach ($log in @(Get-FakeSetting 'eventLogs' @())) { if ($log.LogName -notin $script:StandingLogs) { $log.LogName } }
}

function Get-FakeLog($Cmdlet, [string[]] $Patterns) {
    $described = @(Get-FakeSetting 'eventLogs' @())
    foreach ($pattern in $Patterns) {
        $names = @(Get-FakeLogName | Where-Object { $_ -like $pattern })
        if ($names.Count -eq 0) {
            $message = 'There is not an event log on the localhost computer that matches "{0}".' -f $pattern
            Write-FakeError $Cmdlet (New-FakeErrorRecord $message 'NoMatchingLogsFound' 'ObjectNotFound' 'System.Exception')
        }
        foreach ($name in $names) {
            $values = @($described | Where-Object LogName -EQ $name) + [pscustomobject]@{ LogName = $name }
            New-FakeObject 'Get-WinEvent-ListLog' $values[0]
        }
    }
}

function Confirm-FakeSource($Cmdlet, [hashtable] $Filter, [string] $Key, [string[]] $Known, [string] $Id, [string] $Message) {
    if (-not $Filter.ContainsKey($Key)) { return $true }
    foreach ($pattern in $Filter[$Key]) { if (@($Known -like $pattern).Count -gt 0) { return $true } }
    Write-FakeError $Cmdlet (New-FakeErrorRecord ($Message -f (@($Filter[$Key]) -join ', ')) $Id 'ObjectNotFound' 'System.Exception')
    $false
}

# Whether one of the filters lets it through. Of a description, which may leave things out, only what it says is held
# against the filter: most need not be made into events then.
function Test-FakeEventAny($Record, [hashtable[]] $Filters) {
    foreach ($filter in $Filters) { if (Test-FakeEvent $Record $filter) { return $true } }
    $false
}

$script:EventProperties = @{ LogName = 'LogName'; ProviderName = 'ProviderName'; Id = 'Id'; Level = 'Level'; StartTime = 'TimeCreated'; EndTime = 'TimeCreated' }

function Test-FakeEvent($Record, [hashtable] $Filter) {
    foreach ($key in $Filter.Keys) {
        if (-not $script:EventProperties.ContainsKey($key)) { throw "The fake does not know the filter key $key." }
        $property = $Record.PSObject.Properties[$script:EventProperties[$key]]
        if ($null -eq $property) { continue }
        $value = $property.Value
        $wanted = @($Filter[$key])
        if ($key -like '*Name') {
            $holds = $false
            foreach ($pattern in $wanted) { if ($value -like $pattern) { $holds = $true } }
        }
        elseif ($key -notlike '*Time') { $holds = $value -in $wanted }
        # In a description it is a text.
        elseif ($value -isnot [DateTime]) { $holds = $true }
        elseif ($key -eq 'StartTime') { $holds = $value -ge [DateTime]$wanted[0] }
        else { $holds = $value -le [DateTime]$wanted[0] }
        if (-not $holds) { return $false }
    }
    $true
}

# The start of the system, and the described ones.
function Get-FakeEventDescription {
    [pscustomobject]@{ LogName = 'System'; ProviderName = 'Microsoft-Windows-Kernel-General'; Id = 12; Level = 4; RecordId = 1; isStart = $true }
    $number = 1
    foreach ($described in @(Get-FakeSetting 'events' @())) {
        $number++
        $values = $described.PSObject.Copy()
        if ($null -eq $values.PSObject.Properties['RecordId']) { $values | Add-Member RecordId $number }
        $values
    }
}

function New-FakeEvent($Described) {
    if ($Described.PSObject.Properties['isStart']) {
        $boot = (New-FakeObject 'Win32_OperatingSystem' (Get-FakeSetting 'operatingSystem')).LastBootUpTime
        $Described = [pscustomobject]@{
            LogName = $Described.LogName; ProviderName = $Described.ProviderName; Id = $Described.Id; Level = $Described.Level
            LevelDisplayName = 'Information'; RecordId = 1; TimeCreated = $boot.ToString('o'); data = @($boot.ToUniversalTime().ToString('o'))
        }
    }
    $values = $Described.PSObject.Copy()
    $values.PSObject.Properties.Remove('data')
    $record = New-FakeObject 'Get-WinEvent' $values
    $data = @(if ($null -ne $Described.PSObject.Properties['data']) { Get-FakeEventDatum $Described.data })
    $record.Properties = [Collections.Generic.List[object]]@($data | ForEach-Object { New-FakeEventProperty $_.Value })
    $xml = ConvertTo-FakeEventXml $record $data
    $record | Add-Member ScriptMethod ToXml { $xml }.GetNewClosure()
    $record
}

# Data is a list of values, or an object when its parts have names.
function Get-FakeEventDatum($Data) {
    if ($Data -is [array]) { foreach ($value in $Data) { @{ Name = $null; Value = $value } } }
    else { foreach ($property in $Data.PSObject.Properties) { @{ Name = $property.Name; Value = $property.Value } } }
}

function New-FakeEventProperty($Value) {
    # Its constructor is not public.
    [Activator]::CreateInstance([System.Diagnostics.Eventing.Reader.EventProperty], [Reflection.BindingFlags]'NonPublic,Instance', $null, @(, $Value), $null)
}

function ConvertTo-FakeEventXml($Record, $Data) {
    $escape = { [Security.SecurityElement]::Escape([string]$args[0]) }
    $parts = foreach ($datum in $Data) {
        $name = if ($null -eq $datum.Name) { '' } else { " Name='$(& $escape $datum.Name)'" }
        "<Data$name>$(& $escape $datum.Value)</Data>"
    }
    "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='$(& $escape $Record.ProviderName)'/>" +
    "<EventID>$($Record.Id)</EventID><Level>$($Record.Level)</Level>" +
    "<TimeCreated SystemTime='$($Record.TimeCreated.ToUniversalTime().ToString('o'))'/><EventRecordID>$($Record.RecordId)</EventRecordID>" +
    "<Channel>$(& $escape $Record.LogName)</Channel><Computer>$(& $escape $Record.MachineName)</Computer></System>" +
    "<EventData>$($parts -join '')</EventData></Event>"
}
