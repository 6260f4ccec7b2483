# Reads how .NET Framework chooses TLS versions, in both views, and which releases are installed.

$keys = [Collections.ArrayList]::new()
foreach ($path in @('SOFTWARE\Microsoft\.NETFramework\v4.0.30319', 'SOFTWARE\Wow6432Node\Microsoft\.NETFramework\v4.0.30319', 'SOFTWARE\Microsoft\.NETFramework\v2.0.50727', 'SOFTWARE\Wow6432Node\Microsoft\.NETFramework\v2.0.50727')) {
  $key = Read-Key $path @('SystemDefaultTlsVersions', 'SchUseStrongCrypto')
  if ($null -ne $key) { $null = $keys.Add($key) }
}
foreach ($path in @('SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full', 'SOFTWARE\Microsoft\NET Framework Setup\NDP\v3.5')) {
  $key = Read-Key $path @('Release', 'Version', 'Install', 'SP')
  if ($null -ne $key) { $null = $keys.Add($key) }
}
Set-Facts ([ordered]@{ keys = $keys })
