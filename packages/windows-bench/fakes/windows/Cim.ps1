# Get-CimInstance for the classes that the description or the built-in shapes know.
$script:CimShapes = @{
    Win32_OperatingSystem     = { New-FakeObject 'Win32_OperatingSystem' (Get-FakeSetting 'operatingSystem') }
    Win32_ComputerSystem      = { New-FakeObject 'Win32_ComputerSystem' (Get-FakeSetting 'computerSystem') }
    Win32_QuickFixEngineering = { foreach ($fix in (Get-FakeSetting 'hotFixes' @())) { New-FakeObject 'Win32_QuickFixEngineering' $fix } }
}

function Get-CimInstance {
    [CmdletBinding(DefaultParameterSetName = 'Class')]
    param(
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'Class')] [string] $ClassName,
        [Parameter(Mandatory, ParameterSetName = 'Query')] [string] $Query,
        [Parameter(ParameterSetName = 'Class')] [string] $Filter,
        [Parameter(ParameterSetName = 'Class')] [string[]] $Property,
        [string] $Namespace = 'root/cimv2',
        [string] $QueryDialect,
        [uint32] $OperationTimeoutSec,
        [string[]] $ComputerName
    )
    Invoke-FakeBehaviour $PSCmdlet
    if ($Query) {
        if ($Query -notmatch '^\s*select\s+.+?\s+from\s+(\w+)(?:\s+where\s+(.+))?\s*$') { throw "The fake does not know this query: $Query" }
        $ClassName = $Matches[1]
        if ($Matches.Count -gt 2) { $Filter = $Matches[2] }
    }
    $name = $Namespace.Replace('\', '/').Trim('/').ToLowerInvariant()
    $described = Get-FakeSetting 'cim' ([pscustomobject]@{})
    $classes = @($described.PSObject.Properties | Where-Object { $_.Name.Replace('\', '/').ToLowerInvariant() -eq $name })
    if ($name -ne 'root/cimv2' -and $classes.Count -eq 0) {
        $record = New-FakeErrorRecord 'Invalid namespace ' 'HRESULT 0x8004100e' 'MetadataError' 'Microsoft.Management.Infrastructure.CimException' 0x8004100e
        return Write-FakeError $PSCmdlet $record
    }
    $instances = $null
    if ($classes.Count -gt 0 -and $null -ne $classes[0].Value.PSObject.Properties[$ClassName]) {
        $instances = @(foreach ($values in $classes[0].Value.$ClassName) { Copy-FakeInstance $values $name $ClassName })
    }
    elseif ($name -eq 'root/cimv2' -and $script:CimShapes.ContainsKey($ClassName)) {
        $instances = @(& $script:CimShapes[$ClassName])
    }
    if ($null -eq $instances) {
        $record = New-FakeErrorRecord 'Invalid class ' 'HRESULT 0x80041010' 'MetadataError' 'Microsoft.Management.Infrastructure.CimException' 0x80041010
        return Write-FakeError $PSCmdlet $record
    }
    if ($Filter) { $instances = @($instances | Where-Object { Test-FakeFilter $_ $Filter }) }
    $instances
}

function Copy-FakeInstance($Values, [string] $Namespace, [string] $ClassName) {
    $object = $Values.PSObject.Copy()
    $object.PSObject.TypeNames.Insert(0, "Microsoft.Management.Infrastructure.CimInstance#$Namespace/$ClassName")
    $object
}

# Knows what probes use: name, operator and literal, joined by AND or OR.
function Test-FakeFilter($Object, [string] $Filter) {
    foreach ($alternative in [regex]::Split($Filter, '\s+or\s+', 'IgnoreCase')) {
        $all = $true
        foreach ($clause in [regex]::Split($alternative, '\s+and\s+', 'IgnoreCase')) {
            if ($clause -notmatch '^\s*(\w+)\s*(=|<>|!=|like)\s*(?:"([^"]*)"|''([^'']*)''|(\w+))\s*$') { throw "The fake does not know this filter: $Filter" }
            $operator = $Matches[2]
            $literal = @(3, 4, 5 | Where-Object { $Matches.ContainsKey($_) } | ForEach-Object { $Matches[$_] })[0]
            $value = [string]$Object.($Matches[1])
            $all = $all -and $(switch ($operator) {
                    '=' { $value -eq $literal }
                    'like' { $value -like $literal.Replace('%', '*').Replace('_', '?') }
                    default { $value -ne $literal }
                })
        }
        if ($all) { return $true }
    }
    $false
}
