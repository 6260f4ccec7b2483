# Get-TlsCipherSuite and Get-TlsEccCurve of the TLS module.
function Get-TlsCipherSuite {
    [CmdletBinding()]
    param([Parameter(Position = 0)] [string] $Name)
    Invoke-FakeBehaviour $PSCmdlet
    foreach ($suite in (Get-FakeSetting 'cipherSuites' @())) {
        if ($Name -and $suite.Name.IndexOf($Name, [StringComparison]::OrdinalIgnoreCase) -lt 0) { continue }
        New-FakeObject 'Get-TlsCipherSuite' $suite
    }
}

function Get-TlsEccCurve {
    [CmdletBinding()]
    param([Parameter(Position = 0)] [string] $Name)
    Invoke-FakeBehaviour $PSCmdlet
    foreach ($curve in (Get-FakeSetting 'eccCurves' @('curve25519', 'NistP256', 'NistP384'))) {
        if (-not $Name -or $curve -clike "*$Name*") { $curve }
    }
}
