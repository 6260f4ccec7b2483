# Stand-ins for what Windows and Exchange offer and Wine does not. See ../README.md for what is fake and what is real.
@{
    RootModule        = 'MailflowTlsFakes.psm1'
    ModuleVersion     = '1.0'
    GUID              = '7c1f3b52-5f0e-4e0a-9a57-6f0d7a3f2a10'
    PowerShellVersion = '7.0'
    FunctionsToExport = @(
        'Get-CimInstance'
        'Get-HotFix'
        'Get-TlsCipherSuite'
        'Get-TlsEccCurve'
        'Get-WinEvent'
        'Add-PSSnapin'
        'Get-PSSnapin'
        'Remove-PSSnapin'
    )
    CmdletsToExport   = @()
    AliasesToExport   = @()
    VariablesToExport = @()
}
