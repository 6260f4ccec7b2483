# Reads what the test described, anew whenever it changed, so that one process can see a host change.
$script:DataFolder = Join-Path $env:ProgramData 'MailflowTlsFakes'
$script:Description = $null
$script:DescriptionTime = $null

function Get-FakeDescription {
    $file = [IO.FileInfo]::new((Join-Path $script:DataFolder 'host.json'))
    if (-not $file.Exists) { return [pscustomobject]@{} }
    if ($null -eq $script:Description -or $script:DescriptionTime -ne $file.LastWriteTimeUtc) {
        # Dates stay texts: each property says itself what it makes of them.
        $script:Description = [IO.File]::ReadAllText($file.FullName) | ConvertFrom-Json -DateKind String
        $script:DescriptionTime = $file.LastWriteTimeUtc
    }
    $script:Description
}

# The value at a dotted path of the description, or the default where it says nothing. Lists come out one by one.
function Get-FakeSetting([string] $Path, $Default = $null) {
    $value = Get-FakeDescription
    foreach ($name in $Path.Split('.')) {
        if ($null -eq $value -or $null -eq $value.PSObject.Properties[$name]) { return $Default }
        $value = $value.$name
    }
    $value
}
