# Lets a fake fail as the test ordered, or as the real command would.

# Writes an error as a cmdlet does: it heeds the preference of its caller, which a function of a module does not
# inherit.
function Write-FakeError {
    param(
        [System.Management.Automation.PSCmdlet] $Cmdlet,
        [System.Management.Automation.ErrorRecord] $Record,
        [switch] $Terminating
    )
    $bound = $Cmdlet.MyInvocation.BoundParameters
    $preference = $Cmdlet.SessionState.PSVariable.GetValue('ErrorActionPreference')
    if ($bound.ContainsKey('ErrorAction')) { $preference = $bound['ErrorAction'] }
    if ($Terminating -or $preference -eq 'Stop') { $Cmdlet.ThrowTerminatingError($Record) }
    $ErrorActionPreference = $preference
    $Cmdlet.WriteError($Record)
}

function New-FakeErrorRecord {
    param(
        [string] $Message,
        [string] $Id,
        [string] $Category = 'NotSpecified',
        [string] $Exception = 'System.InvalidOperationException',
        $HResult = $null,
        $Target = $null
    )
    $type = $Exception -as [type]
    if ($null -eq $type) { throw "The fakes know no exception $Exception." }
    $thrown = $type.GetConstructor(@([string])).Invoke(@($Message))
    if ($null -ne $HResult) { $thrown.HResult = [BitConverter]::ToInt32([BitConverter]::GetBytes([int64]$HResult), 0) }
    [System.Management.Automation.ErrorRecord]::new($thrown, $Id, $Category, $Target)
}

# First thing that every fake does: what the test ordered for this command. Returns nothing.
function Invoke-FakeBehaviour([System.Management.Automation.PSCmdlet] $Cmdlet) {
    $command = $Cmdlet.MyInvocation.MyCommand.Name
    $behaviours = Get-FakeSetting 'behaviours'
    if ($null -eq $behaviours -or $null -eq $behaviours.PSObject.Properties[$command]) { return }
    $order = @{}
    foreach ($property in $behaviours.$command.PSObject.Properties) { $order[$property.Name] = $property.Value }
    if ($order.ContainsKey('afterMs')) { Start-Sleep -Milliseconds $order.afterMs }
    if ($order.ContainsKey('stderr')) { [Console]::Error.WriteLine($order.stderr) }
    if ($order.ContainsKey('printMegabytes')) {
        $line = ('x' * 1023) + "`n"
        for ($kilobyte = 0; $kilobyte -lt 1024 * $order.printMegabytes; $kilobyte++) { [Console]::Out.Write($line) }
    }
    if ($order.ContainsKey('hang')) { [Threading.Thread]::Sleep([Threading.Timeout]::Infinite) }
    if ($order.ContainsKey('exit')) { [Environment]::Exit($order.exit) }
    if ($order.ContainsKey('throw')) {
        $arguments = @{ Message = $order.throw.message; Id = 'FakeFailure' }
        $names = @{ errorId = 'Id'; category = 'Category'; exception = 'Exception'; hresult = 'HResult' }
        foreach ($name in $names.Keys) {
            if ($null -ne $order.throw.PSObject.Properties[$name]) { $arguments[$names[$name]] = $order.throw.$name }
        }
        Write-FakeError $Cmdlet (New-FakeErrorRecord @arguments) -Terminating
    }
}
