# Reads the machine's certificates and the roots that mail with Exchange Online needs.
# Rows: the thumbprint of a root to look for.

# What else a certificate says the reader of this takes from its bytes. The names are as Windows writes them, since Exchange
# compares them letter by letter.
function ConvertTo-Certificate($Certificate, [string]$Store) {
  [ordered]@{
    store = 'Cert:\LocalMachine\' + $Store
    subject = $Certificate.Subject
    issuer = $Certificate.Issuer
    raw = [Convert]::ToBase64String($Certificate.RawData)
  }
}

# "Key set does not exist" is also what an account without rights is told, so only an administrator may call a key unusable.
function Test-PrivateKey($Certificate, [string]$What) {
  if (-not $Certificate.HasPrivateKey) { return $false }
  try {
    $algorithm = [string]$Certificate.PublicKey.Oid.Value
    if ($algorithm -eq '1.2.840.113549.1.1.1') { $key = [Security.Cryptography.X509Certificates.RSACertificateExtensions]::GetRSAPrivateKey($Certificate) }
    elseif ($algorithm -eq '1.2.840.10045.2.1') { $key = [Security.Cryptography.X509Certificates.ECDsaCertificateExtensions]::GetECDsaPrivateKey($Certificate) }
    else { return }
    if ($null -eq $key) { return $false }
    $size = $key.KeySize
    $key.Dispose()
    $size -gt 0
  }
  catch {
    $fault = Get-Fault $_
    if ($state.elevated -and $_.Exception.GetBaseException() -is [Security.Cryptography.CryptographicException] -and @('0x80070005', '0x80090010') -notcontains $fault.code) {
      return $false
    }
    $reason = $fault.reason
    if (-not $state.elevated -or $fault.code -eq '0x80090010') { $reason = 'denied' }
    Add-Gap $What $reason $fault.code $fault.detail
  }
}

# Without revocation, which is not the question here, and with little patience for downloads of issuers.
function Test-Chain($Certificate) {
  $chain = [Security.Cryptography.X509Certificates.X509Chain]::new($true)
  try {
    $chain.ChainPolicy.RevocationMode = [Security.Cryptography.X509Certificates.X509RevocationMode]::NoCheck
    $chain.ChainPolicy.UrlRetrievalTimeout = [TimeSpan]::FromSeconds(2)
    $valid = $chain.Build($Certificate)
    $problems = [Collections.ArrayList]::new()
    foreach ($item in $chain.ChainStatus) {
      foreach ($name in ([string]$item.Status).Split([string[]]@(', '), [StringSplitOptions]::RemoveEmptyEntries)) {
        if (-not $problems.Contains($name)) { $null = $problems.Add($name) }
      }
    }
    [ordered]@{ valid = $valid; problems = $problems }
  }
  finally { $chain.Reset() }
}

# --- The machine's own certificates ---------------------------------------------------------------------------------

$maxCertificates = 200
$watch = [Diagnostics.Stopwatch]::StartNew()
$personal = [Collections.ArrayList]::new()
$store = [Security.Cryptography.X509Certificates.X509Store]::new('My', [Security.Cryptography.X509Certificates.StoreLocation]::LocalMachine)
$certificates = @()
try {
  $store.Open([Security.Cryptography.X509Certificates.OpenFlags]'ReadOnly, OpenExistingOnly')
  $certificates = $store.Certificates
}
catch {
  # No store is no certificate; it comes into being with the first one.
  if ((Get-Fault $_).code -ne '0x80070002') { throw }
}
try {
  foreach ($certificate in $certificates) {
    if ($personal.Count -ge $maxCertificates) { Add-Gap 'personal' 'failed' 'tooManyCertificates'; break }
    $what = 'personal.' + $certificate.Thumbprint
    try { $entry = ConvertTo-Certificate $certificate 'My' } catch { Add-FaultGap $what $_; continue }
    $entry.hasPrivateKey = $certificate.HasPrivateKey
    $entry.privateKeyUsable = $null
    $entry.privateKeyUsable = Test-PrivateKey $certificate ($what + '.privateKeyUsable')
    $entry.chain = $null
    if ($watch.ElapsedMilliseconds -gt 10000) { Add-Gap ($what + '.chain') 'timedOut' 'chainBudget' }
    else { try { $entry.chain = Test-Chain $certificate } catch { Add-FaultGap ($what + '.chain') $_ } }
    $null = $personal.Add($entry)
  }
}
finally { $store.Close() }

# --- Roots ----------------------------------------------------------------------------------------------------------

# Where each store keeps its certificates. Looking there first spares opening a store of hundreds for one answer.
$machineStores = 'SOFTWARE\Microsoft\SystemCertificates\'
$policyStores = 'SOFTWARE\Policies\Microsoft\SystemCertificates\'
$enterpriseStores = 'SOFTWARE\Microsoft\EnterpriseCertificates\'
$places = @(
  @('Root', ($machineStores + 'ROOT')), @('Root', ($policyStores + 'Root')), @('Root', ($enterpriseStores + 'Root')),
  @('AuthRoot', ($machineStores + 'AuthRoot')), @('AuthRoot', ($policyStores + 'AuthRoot')),
  @('Disallowed', ($machineStores + 'Disallowed')), @('Disallowed', ($policyStores + 'Disallowed')), @('Disallowed', ($enterpriseStores + 'Disallowed'))
)

# A serialised certificate: properties of id, encoding, length and data, of which id 32 is the certificate itself.
function ConvertFrom-Blob([byte[]]$Blob) {
  for ($at = 0; $at + 12 -le $Blob.Length; $at += 12 + $length) {
    $length = [BitConverter]::ToInt32($Blob, $at + 8)
    if ($length -lt 0) { return }
    if ([BitConverter]::ToInt32($Blob, $at) -ne 32) { continue }
    $bytes = [byte[]]::new($length)
    [Array]::Copy($Blob, $at + 12, $bytes, 0, $length)
    return [Security.Cryptography.X509Certificates.X509Certificate2]::new($bytes)
  }
}

$roots = [Collections.ArrayList]::new()
foreach ($row in $state.rows) {
  $thumbprint = $row[0]
  $trusted = $false
  $seen = @{}
  foreach ($place in $places) {
    if ($seen.ContainsKey($place[0])) { continue }
    $blob = Read-Data ($place[1] + '\Certificates\' + $thumbprint) 'Blob'
    if ($null -eq $blob) { continue }
    try {
      $certificate = ConvertFrom-Blob $blob
      if ($null -eq $certificate) { continue }
      $null = $roots.Add((ConvertTo-Certificate $certificate $place[0]))
      $seen[$place[0]] = $true
      if ($place[0] -ne 'Disallowed') { $trusted = $true }
    }
    catch { Add-FaultGap ('roots.' + $thumbprint) $_ }
  }
  if ($trusted) { continue }
  # Before a root is called missing, Windows itself is asked.
  try {
    $store = [Security.Cryptography.X509Certificates.X509Store]::new('Root', [Security.Cryptography.X509Certificates.StoreLocation]::LocalMachine)
    $store.Open([Security.Cryptography.X509Certificates.OpenFlags]'ReadOnly, OpenExistingOnly')
    try {
      foreach ($certificate in $store.Certificates.Find([Security.Cryptography.X509Certificates.X509FindType]::FindByThumbprint, $thumbprint, $false)) {
        $null = $roots.Add((ConvertTo-Certificate $certificate 'Root'))
      }
    }
    finally { $store.Close() }
  }
  catch { Add-FaultGap ('roots.' + $thumbprint) $_ }
}

Set-Facts ([ordered]@{
    personal = $personal
    roots = $roots
    rootAutoUpdate = (Read-Key 'SOFTWARE\Policies\Microsoft\SystemCertificates\AuthRoot')
    exchangeServices = $null
  })
