# Reads everything below the SCHANNEL key, known or not, with kinds and last write times.

$schannel = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL'
$facts = [ordered]@{ root = (Read-Key $schannel) }
foreach ($part in @(@('protocols', 'Protocols'), @('ciphers', 'Ciphers'), @('hashes', 'Hashes'), @('keyExchangeAlgorithms', 'KeyExchangeAlgorithms'))) {
  $list = [Collections.ArrayList]::new()
  Add-KeyTree $list ($schannel + '\' + $part[1]) 0
  $facts[$part[0]] = $list
}
Set-Facts $facts
