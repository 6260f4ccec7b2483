# Get-HotFix: what Win32_QuickFixEngineering holds, with the installation date as PowerShell adds it.
function Get-HotFix {
    [CmdletBinding(DefaultParameterSetName = 'Default')]
    param(
        [Parameter(Position = 0, ParameterSetName = 'Default')] [Alias('HFID')] [string[]] $Id,
        [Parameter(ParameterSetName = 'Description')] [string[]] $Description,
        [string[]] $ComputerName
    )
    Invoke-FakeBehaviour $PSCmdlet
    $found = @(foreach ($fix in (Get-FakeSetting 'hotFixes' @())) {
            $object = New-FakeObject 'Get-HotFix' $fix
            if ($Id -and $object.HotFixID -notin $Id) { continue }
            if ($Description -and -not ($Description | Where-Object { $object.Description -like $_ })) { continue }
            $text = $object.InstalledOn
            # The full type name would bring PowerShell's own property of this name, which wants a real WMI object.
            # Windows keeps the date as a text in US order; reading the property fails when the text is none.
            $date = {
                if ([string]::IsNullOrEmpty($text)) { return $null }
                [DateTime]::Parse($text, [Globalization.DateTimeFormatInfo]::InvariantInfo)
            }.GetNewClosure()
            $object | Add-Member ScriptProperty InstalledOn $date -Force
            $object
        })
    if ($Id -and $found.Count -eq 0) {
        $message = 'Cannot find the requested hotfix on the ''localhost'' computer. Verify the input and run the command again.'
        Write-FakeError $PSCmdlet (New-FakeErrorRecord $message 'GetHotFixNoEntriesFound' 'ObjectNotFound' 'System.ArgumentException')
    }
    $found
}
