# Reads which of Exchange's services use which certificate. Becomes a part of the certificates section.

$installation = Get-Installation
if (-not (Test-ServerInstallation $installation)) { return }
. $connectExchange
if ($null -eq $exchangeSource) { Set-Unreachable; return }

# The cmdlet takes no server on an Edge.
try {
  if ($installation.roles.ContainsKey('EdgeTransportRole')) { $list = @(Get-ExchangeCertificate -ErrorAction Stop) }
  else { $list = @(Get-ExchangeCertificate -Server $thisHost -ErrorAction Stop) }
}
catch {
  $fault = Get-Fault $_
  if ($fault.code -eq 'commandNotFound') { Set-Unread 'denied' 'cmdletNotFound' $fault.detail; return }
  throw
}

$certificates = [Collections.ArrayList]::new()
foreach ($item in $list) {
  if ($null -eq $item) { continue }
  $thumbprint = Get-Text $item 'Thumbprint'
  # Through plain remoting only the raw certificate survives, and an unknown assignment must not look like none.
  if ($null -eq $thumbprint -or $null -eq $item.PSObject.Properties['Services']) { Set-Unread 'failed' 'servicesLost'; return }
  $null = $certificates.Add([ordered]@{ thumbprint = $thumbprint.ToUpperInvariant(); services = @(Get-Flags $item 'Services') })
}
Set-Facts ([ordered]@{ source = 'Get-ExchangeCertificate (' + $exchangeSource + ')'; certificates = $certificates })
