# What the test described.
if (-not ('MailflowTls.Fakes.Description' -as [type])) {
    $null = [Reflection.Assembly]::LoadFrom($env:ProgramData + '\MailflowTlsFakes\types.dll')
}

# The value at a dotted path of the description, or the default where it says nothing. Lists come out one by one.
function Get-FakeSetting([string] $Path, $Default = $null) { [MailflowTls.Fakes.Description]::Setting($Path, $Default) }
