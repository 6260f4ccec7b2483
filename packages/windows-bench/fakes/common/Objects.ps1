# Makes the objects that a cmdlet returns.
$script:ShapeFolder = [IO.Path]::GetFullPath($PSScriptRoot + '/../shapes')

function Get-FakeShape([string] $Name) { [MailflowTls.Fakes.Objects]::Shape($script:ShapeFolder, $Name) }

# Year: properties that came later are left out, as on that version of Exchange.
function New-FakeObject([string] $Shape, $Values = $null, [int] $Year = 9999) {
    try { [MailflowTls.Fakes.Objects]::Make($script:ShapeFolder, $Shape, $Values, $Year) }
    catch { throw $_.Exception.GetBaseException().Message }
}

function Get-FakeDomain { [MailflowTls.Fakes.Objects]::Domain() }

# The same object has the same id in every process.
function Get-FakeGuid([string] $Text) { [MailflowTls.Fakes.Objects]::Id($Text) }
