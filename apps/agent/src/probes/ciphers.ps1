# Reads the cipher suites and curves in force, the lists in the registry and the FIPS switch.

# Null and a gap where Windows has no such command: before 2016.
function Get-InForce([string]$What, [string]$Command, [scriptblock]$Ask) {
  try {
    $names = [Collections.ArrayList]::new()
    foreach ($item in @(& $Ask)) {
      if ($null -eq $item) { continue }
      if ($item -is [string]) { $null = $names.Add($item) } else { $null = $names.Add([string]$item.Name) }
    }
    # A system without any suite could not speak TLS at all: the command has failed without saying so.
    if ($names.Count -eq 0) { Add-Gap $What 'failed' 'emptyList'; return }
    [ordered]@{ source = $Command; names = $names }
  }
  catch { Add-FaultGap $What $_ }
}

Set-Facts ([ordered]@{
    suites = (Get-InForce 'suites' 'Get-TlsCipherSuite' { Get-TlsCipherSuite })
    curves = (Get-InForce 'curves' 'Get-TlsEccCurve' { Get-TlsEccCurve })
    policy = (Read-Key 'SOFTWARE\Policies\Microsoft\Cryptography\Configuration\SSL\00010002')
    local = (Read-Key 'SYSTEM\CurrentControlSet\Control\Cryptography\Configuration\Local\SSL\00010002')
    fips = (Read-Key 'SYSTEM\CurrentControlSet\Control\Lsa\FipsAlgorithmPolicy')
  })
