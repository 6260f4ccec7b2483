# Reads which TLS versions WinHTTP offers, in both views, and the machine's proxy.

$keys = [Collections.ArrayList]::new()
foreach ($path in @('SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings\WinHttp', 'SOFTWARE\Wow6432Node\Microsoft\Windows\CurrentVersion\Internet Settings\WinHttp')) {
  $key = Read-Key $path @('DefaultSecureProtocols')
  if ($null -ne $key) { $null = $keys.Add($key) }
}

# WinHttpSettings: size, counter, flags (2: a proxy is set), then two texts, each with its length before it.
function ConvertTo-Proxy([byte[]]$Bytes, [string]$Source) {
  $texts = @($null, $null)
  if (([BitConverter]::ToInt32($Bytes, 8) -band 2) -ne 0) {
    $at = 12
    foreach ($index in 0, 1) {
      $length = [BitConverter]::ToInt32($Bytes, $at)
      if ($length -gt 0) { $texts[$index] = [Text.Encoding]::ASCII.GetString($Bytes, $at + 4, $length) }
      $at = $at + 4 + $length
    }
  }
  [ordered]@{ source = $Source; server = $texts[0]; bypass = $texts[1] }
}

$connections = 'SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings\Connections'
$proxy = $null
$settings = Read-Data $connections 'WinHttpSettings'
if ($null -ne $settings) {
  try { $proxy = ConvertTo-Proxy $settings ('HKLM\' + $connections + '\WinHttpSettings') } catch { Add-FaultGap 'proxy' $_ }
}
Set-Facts ([ordered]@{ keys = $keys; proxy = $proxy })
