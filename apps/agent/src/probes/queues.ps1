# Reads the queues of this host that hold mail or show an error. Of addresses in their errors only the domain is kept.

$installation = Get-Installation
if (-not (Test-ServerInstallation $installation)) { return }
. $connectExchange
if ($null -eq $exchangeSource) { Set-Unreachable; return }

try { $list = @(Get-Queue -Server $thisHost -ResultSize 2000 -ErrorAction Stop) }
catch {
  $fault = Get-Fault $_
  if ($fault.code -eq 'commandNotFound') { Set-Unread 'denied' 'cmdletNotFound' $fault.detail; return }
  throw
}

$longestError = 2000

function Get-Time($Object, [string]$Name) {
  $value = Get-Property $Object $Name
  if ($value -is [DateTime]) { ConvertTo-Utc $value }
}

# Message ids and what else stands in angle brackets with an @ tell who wrote to whom.
function Get-Error($Queue) {
  $text = [string](Get-Text $Queue 'LastError')
  $text = [regex]::Replace($text, '<[^<>\s@]*@[^<>\s]*>', '<*>')
  $text = [regex]::Replace($text, '[^\s<>()\[\],;:"''=/\\@]+@(?=[^\s@])', '*@')
  $text = [regex]::Replace($text, '\s+', ' ').Trim()
  if ($text.Length -gt $longestError) { $text = $text.Substring(0, $longestError) }
  if ($text -ne '') { $text }
}

$queues = [Collections.ArrayList]::new()
$messages = 0L
foreach ($queue in $list) {
  if ($null -eq $queue) { continue }
  $count = Get-Number $queue 'MessageCount'
  if ($null -eq $count) { $count = 0 }
  $messages += $count
  $lastError = Get-Error $queue
  if ($count -eq 0 -and $null -eq $lastError) { continue }
  $connector = Get-Text $queue 'NextHopConnector'
  if ([string]$connector -match '^[0-]*$') { $connector = $null }
  $null = $queues.Add([ordered]@{
      identity = [string](Get-Text $queue 'Identity')
      deliveryType = (Get-Text $queue 'DeliveryType')
      nextHopDomain = (Get-Text $queue 'NextHopDomain')
      nextHopConnector = $connector
      tlsDomain = (Get-Text $queue 'TlsDomain')
      status = (Get-Text $queue 'Status')
      messageCount = $count
      retryCount = (Get-Number $queue 'RetryCount')
      lastError = $lastError
      firstRetryTime = (Get-Time $queue 'FirstRetryTime')
      lastRetryTime = (Get-Time $queue 'LastRetryTime')
      nextRetryTime = (Get-Time $queue 'NextRetryTime')
    })
}
Set-Facts ([ordered]@{ source = $exchangeSource; queues = $queues; total = $list.Count; messages = $messages })
