# The snap-in commands of Windows PowerShell, which PowerShell 7 lacks; adding Exchange's snap-in brings its cmdlets.
$script:LoadedSnapIns = @()

function Get-FakeSnapInName { @(Get-FakeSetting 'exchange.snapIns' @()) }

function New-FakeSnapIn([string] $Name) {
    $object = [pscustomobject]@{ Name = $Name; PSVersion = '1.0'; Description = 'Admin Tasks for the Exchange Server' }
    $object.PSObject.TypeNames.Insert(0, 'System.Management.Automation.PSSnapInInfo')
    $object
}

function Add-PSSnapin {
    [CmdletBinding()]
    param([Parameter(Mandatory, Position = 0)] [string[]] $Name, [switch] $PassThru)
    Invoke-FakeBehaviour $PSCmdlet
    foreach ($one in $Name) {
        $registered = @(Get-FakeSnapInName | Where-Object { $_ -like $one })
        if ($registered.Count -eq 0) {
            $message = "The Windows PowerShell snap-in '$one' is not installed on this computer."
            Write-FakeError $PSCmdlet (New-FakeErrorRecord $message 'AddPSSnapInRead' 'InvalidArgument' 'System.Management.Automation.PSArgumentException' $null $one)
            continue
        }
        foreach ($snapIn in $registered) {
            if ($snapIn -in $script:LoadedSnapIns) {
                $message = "Cannot add Windows PowerShell snap-in $snapIn because it is already added. Verify the name of the snap-in and try again."
                Write-FakeError $PSCmdlet (New-FakeErrorRecord $message 'AddPSSnapInRead' 'InvalidArgument' 'System.Management.Automation.PSArgumentException' $null $snapIn)
                continue
            }
            Import-Module "$PSScriptRoot/../exchange/MailflowTlsFakes.Exchange.psm1" -Global -DisableNameChecking
            $script:LoadedSnapIns += $snapIn
            if ($PassThru) { New-FakeSnapIn $snapIn }
        }
    }
}

function Get-PSSnapin {
    [CmdletBinding()]
    param([Parameter(Position = 0)] [string[]] $Name, [switch] $Registered)
    Invoke-FakeBehaviour $PSCmdlet
    $all = if ($Registered) { Get-FakeSnapInName } else { $script:LoadedSnapIns }
    if (-not $Name) { return $all | ForEach-Object { New-FakeSnapIn $_ } }
    foreach ($one in $Name) {
        $found = @($all | Where-Object { $_ -like $one })
        if ($found.Count -eq 0 -and -not [WildcardPattern]::ContainsWildcardCharacters($one)) {
            $message = "No Windows PowerShell snap-ins matching the pattern '$one' were found. Check the pattern and then try the command again."
            Write-FakeError $PSCmdlet (New-FakeErrorRecord $message 'GetPSSnapInRead' 'InvalidArgument' 'System.Management.Automation.PSArgumentException' $null $one)
        }
        $found | ForEach-Object { New-FakeSnapIn $_ }
    }
}

function Remove-PSSnapin {
    [CmdletBinding()]
    param([Parameter(Mandatory, Position = 0)] [string[]] $Name)
    Invoke-FakeBehaviour $PSCmdlet
    $script:LoadedSnapIns = @($script:LoadedSnapIns | Where-Object { $loaded = $_; @($Name | Where-Object { $loaded -like $_ }).Count -eq 0 })
    if ($script:LoadedSnapIns.Count -eq 0) { Remove-Module 'MailflowTlsFakes.Exchange' -ErrorAction Ignore }
}
