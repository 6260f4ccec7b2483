# Counts what Schannel and Exchange's transport wrote to the event logs in the last days, by id and data, whatever the
# language. Rows: log, provider, days, most events, values that count, ids.

$mostGroups = 300
$longestValue = 300
$groups = [ordered]@{}
$since = [DateTime]::Now
$limit = $null

function Get-Values($Record, [int]$Count) {
  $values = [Collections.ArrayList]::new()
  foreach ($property in $Record.Properties) {
    if ($values.Count -ge $Count) { break }
    $text = [regex]::Replace([string]$property.Value, '\s+', ' ').Trim()
    $text = [regex]::Replace($text, '[^\s<>()\[\],;:"''=/\\@]+@(?=[^\s@])', '*@')
    if ($text.Length -gt $longestValue) { $text = $text.Substring(0, $longestValue) }
    $null = $values.Add($text)
  }
  , $values
}

foreach ($row in $state.rows) {
  $log = $row[0]
  $provider = $row[1]
  $start = [DateTime]::Now.AddDays(-[int]$row[2])
  if ($start -lt $since) { $since = $start }
  $most = [int]$row[3]
  $filter = @{ LogName = $log; ProviderName = $provider; StartTime = $start; Id = [int[]]$row[5].Split(',') }
  # What was read before an error counts. The first throw in a process is dear, and "nothing found" is an error here.
  $problems = @()
  $records = @()
  try { $records = @(Get-WinEvent -FilterHashtable $filter -MaxEvents $most -ErrorAction SilentlyContinue -ErrorVariable problems) }
  catch { $problems = @($_) }
  foreach ($problem in $problems) {
    # Nothing happened, or the product that would write such events is not here.
    if ($problem -is [Management.Automation.ErrorRecord] -and [string]$problem.FullyQualifiedErrorId -match '^(NoMatchingEventsFound|NoMatchingProvidersFound)') { continue }
    Add-FaultGap ($log + '.' + $provider) $problem
    break
  }
  if ($records.Count -ge $most) { $limit = $most }
  foreach ($record in $records) {
    $values = Get-Values $record ([int]$row[4])
    $key = $provider + [char]30 + $record.Id + [char]30 + ($values -join [string][char]31)
    $group = $groups[$key]
    if ($null -eq $group -and $groups.Count -ge $mostGroups) {
      # What does not fit any more is counted by its id alone.
      $values = [Collections.ArrayList]::new()
      $key = $provider + [char]30 + $record.Id
      $group = $groups[$key]
    }
    $time = $record.TimeCreated
    if ($null -eq $group) {
      $group = @{ log = $log; provider = $provider; id = [int]$record.Id; data = $values; count = 0; first = $time; last = $time }
      $groups[$key] = $group
    }
    $group.count++
    if ($time -lt $group.first) { $group.first = $time }
    if ($time -gt $group.last) { $group.last = $time }
  }
}

$list = [Collections.ArrayList]::new()
foreach ($group in $groups.Values) {
  $null = $list.Add([ordered]@{
      log = $group.log
      provider = $group.provider
      id = $group.id
      data = $group.data
      count = $group.count
      firstSeen = (ConvertTo-Utc $group.first)
      lastSeen = (ConvertTo-Utc $group.last)
    })
}
# Without any answer nothing is known, however empty the logs.
if ($state.gaps.Count -ge $state.rows.Count) {
  Set-Unread $state.gaps[0].reason $state.gaps[0].code $state.gaps[0]['detail']
  return
}
Set-Facts ([ordered]@{ since = (ConvertTo-Utc $since); limit = $limit; groups = $list })
