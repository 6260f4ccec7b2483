# Reads which Windows updates are installed, and when.

$hotfixes = [Collections.ArrayList]::new()
$source = 'Get-HotFix'
try { $list = @(Get-HotFix) }
catch {
  $first = $_
  $source = 'Win32_QuickFixEngineering'
  try { $list = @(Get-CimInstance -ClassName Win32_QuickFixEngineering -Property HotFixID, Description, InstalledOn -OperationTimeoutSec 30) }
  catch { throw $first }
}

# The text that WMI holds. The property that the cmdlet puts over it reads the text in the host's language, and fails there.
function Get-InstalledOn($Item) {
  if ($Item -is [ComponentModel.Component] -and $null -ne $Item.PSBase.PSObject.Properties['Properties']) {
    foreach ($property in $Item.PSBase.Properties) { if ($property.Name -eq 'InstalledOn') { return $property.Value } }
  }
  try { $Item.InstalledOn } catch { $null = $_ }
}

# One day after the twelfth in first place tells the order of them all.
$dates = [Collections.ArrayList]::new()
$dayFirst = $false
foreach ($item in $list) {
  $date = Get-InstalledOn $item
  $null = $dates.Add($date)
  if ([string]$date -match '^\W*(1[3-9]|2\d|3[01])/\d') { $dayFirst = $true }
}

for ($index = 0; $index -lt $list.Count; $index++) {
  $item = $list[$index]
  $description = [string]$item.Description
  if ($description -eq '') { $description = $null }
  $null = $hotfixes.Add([ordered]@{
      id = [string]$item.HotFixID
      description = $description
      installedOn = (ConvertTo-Date $dates[$index] $dayFirst)
    })
}
Set-Facts ([ordered]@{ source = $source; hotfixes = $hotfixes })
