# Makes the objects that a cmdlet returns: every property of its documented shape, with what the test described in place
# of the defaults.
if (-not ('MailflowTls.Fakes.Factory' -as [type])) {
    [void][Reflection.Assembly]::LoadFrom((Join-Path $script:DataFolder 'types.dll'))
}
# PowerShell loads the assembly of the event log's types when one is named; the factory sees loaded ones only.
$null = [System.Diagnostics.Eventing.Reader.EventLogType]
$script:Shapes = @{}

function Get-FakeShape([string] $Name) {
    if (-not $script:Shapes.ContainsKey($Name)) {
        $file = Join-Path $PSScriptRoot "../shapes/$Name.json"
        $script:Shapes[$Name] = [IO.File]::ReadAllText($file) | ConvertFrom-Json -DateKind String
    }
    $script:Shapes[$Name]
}

# Year: properties that came later are left out, as on that version of Exchange.
function New-FakeObject([string] $Shape, $Values = $null, [int] $Year = 9999) {
    $definition = Get-FakeShape $Shape
    $given = @{}
    if ($null -ne $Values) { foreach ($property in $Values.PSObject.Properties) { $given[$property.Name] = $property.Value } }
    $result = [ordered]@{}
    foreach ($property in $definition.properties.PSObject.Properties) {
        $since = $property.Value.PSObject.Properties['since']
        if ($null -ne $since -and $since.Value -gt $Year) { $given.Remove($property.Name); continue }
        $raw = $property.Value.default
        if ($given.ContainsKey($property.Name)) { $raw = $given[$property.Name]; $given.Remove($property.Name) }
        else { $raw = Resolve-FakeDefault $raw $Shape $Values $definition }
        try { $result[$property.Name] = [MailflowTls.Fakes.Factory]::Create($property.Value.type, $raw) }
        catch { throw "Fake $Shape, property $($property.Name): $($_.Exception.GetBaseException().Message)" }
    }
    if ($given.Count -gt 0) { throw "Fake $Shape has no property $($given.Keys -join ', ')." }
    $object = [pscustomobject]$result
    $object.PSObject.TypeNames.Insert(0, $definition.typeName)
    $object
}

# Defaults may name the computer, its domain, the time, or another property of the same object.
function Resolve-FakeDefault($Raw, [string] $Shape, $Values, $Definition) {
    if ($Raw -is [array]) { return , @($Raw | ForEach-Object { Resolve-FakeDefault $_ $Shape $Values $Definition }) }
    if ($Raw -isnot [string] -or $Raw.IndexOf('{') -lt 0) { return $Raw }
    [regex]::Replace($Raw, '\{(\w+)\}', {
            param($match)
            $name = $match.Groups[1].Value
            switch ($name) {
                'computer' { return [Environment]::MachineName }
                'domain' { return Get-FakeDomain }
                'now' { return [DateTime]::UtcNow.ToString('o') }
                'guid' { return (Get-FakeGuid "$Shape|$(Resolve-FakeDefault '{Name}' $Shape $Values $Definition)").ToString() }
            }
            if ($null -ne $Values -and $null -ne $Values.PSObject.Properties[$name]) { return [string]$Values.$name }
            $other = $Definition.properties.PSObject.Properties[$name]
            if ($null -eq $other) { return $match.Value }
            return Resolve-FakeDefault $other.Value.default $Shape $Values $Definition
        })
}

function Get-FakeDomain {
    [Microsoft.Win32.Registry]::GetValue('HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters', 'Domain', '')
}

# The same object has the same id in every process.
function Get-FakeGuid([string] $Text) {
    [guid]::new([Security.Cryptography.MD5]::HashData([Text.Encoding]::UTF8.GetBytes($Text)))
}
