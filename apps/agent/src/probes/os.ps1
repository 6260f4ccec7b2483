# Reads which Windows this is, since when it runs and where it belongs. The registry first: it is fast and not translated.

$sources = [ordered]@{}
$version = 'SYSTEM\CurrentControlSet\Control'
$current = 'SOFTWARE\Microsoft\Windows NT\CurrentVersion'

# The first of several values that exists, and where it was.
function Find-Data([string]$Field, [string]$Path, [string[]]$Names) {
  foreach ($name in $Names) {
    $data = Read-Data $Path $name
    if ($null -ne $data) {
      $sources[$Field] = 'HKLM\' + $Path + '\' + $name
      return $data
    }
  }
}

$productName = [string](Find-Data 'productName' $current @('ProductName'))
$major = Read-Data $current 'CurrentMajorVersionNumber'
if ($null -ne $major) {
  $number = [string]$major + '.' + [string](Read-Data $current 'CurrentMinorVersionNumber')
  $sources['version'] = 'HKLM\' + $current + '\CurrentMajorVersionNumber'
}
else { $number = [string](Find-Data 'version' $current @('CurrentVersion')) }
$build = Find-Data 'build' $current @('CurrentBuildNumber', 'CurrentBuild')
if ($null -eq $build) { Set-Unread 'failed' 'noBuildNumber'; return }
$revision = Find-Data 'revision' $current @('UBR')

# The high byte of a number, where CSDVersion beside the product name is a translated text.
$servicePack = Find-Data 'servicePack' ($version + '\Windows') @('CSDVersion')
if ($null -ne $servicePack) { $servicePack = [int]$servicePack -shr 8 }

$productTypes = @{ WinNT = 'workstation'; LanmanNT = 'domainController'; ServerNT = 'server' }
$productType = $productTypes[[string](Find-Data 'productType' ($version + '\ProductOptions') @('ProductType'))]
if ($null -eq $productType) { $productType = 'unknown' }

$serverCore = $null
$installation = [string](Find-Data 'serverCore' $current @('InstallationType'))
if ($installation -eq 'Server Core') { $serverCore = $true }
elseif ($installation -ne '') { $serverCore = $false }
else { Add-Gap 'serverCore' 'notSupported' 'valueNotPresent' }

$architectures = @{ AMD64 = 'x64'; x86 = 'x86'; ARM64 = 'arm64' }
$architecture = $architectures[[string](Find-Data 'architecture' ($version + '\Session Manager\Environment') @('PROCESSOR_ARCHITECTURE'))]
if ($null -eq $architecture) { $architecture = 'unknown' }

$language = $null
$languageNumber = [string](Find-Data 'language' ($version + '\Nls\Language') @('InstallLanguage'))
if ($languageNumber -ne '') {
  try { $language = [Globalization.CultureInfo]::GetCultureInfo([Convert]::ToInt32($languageNumber, 16)).Name } catch { Add-FaultGap 'language' $_ }
}

$network = 'SYSTEM\CurrentControlSet\Services\Tcpip\Parameters'
$hostName = [string](Find-Data 'hostName' $network @('Hostname'))
if ($hostName -eq '') {
  $hostName = [Environment]::MachineName
  $sources['hostName'] = '[Environment]::MachineName'
}
$domain = [string](Find-Data 'domain' $network @('Domain'))
if ($domain -eq '') { $domain = $null }

# Older systems leave garbage behind the text's end.
$timeZone = ([string](Find-Data 'timeZone' ($version + '\TimeZoneInformation') @('TimeZoneKeyName', 'StandardName'))).Split([char]0)[0]
if ($timeZone -eq '') { $timeZone = $null }
$now = [DateTime]::UtcNow
$sources['clock'] = '[DateTime]::UtcNow'

Set-Facts ([ordered]@{
    productName = $productName
    version = $number
    build = [int]$build
    revision = $revision
    servicePack = $servicePack
    productType = $productType
    serverCore = $serverCore
    architecture = $architecture
    language = $language
    hostName = $hostName
    domain = $domain
    clock = [ordered]@{ utc = (ConvertTo-Utc $now); timeZone = $timeZone }
    bootTime = $null
    sources = $sources
  })
