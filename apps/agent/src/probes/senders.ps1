# Reads what else on this host sends mail: the SMTP service of IIS and known mail software.
# Rows: service name (a prefix when it ends in a bracket), product, what the program's path must contain.

$services = 'SYSTEM\CurrentControlSet\Services\'

function Get-ServiceStatus([string]$Name, [string]$What) {
  try { [string](Get-Service -Name $Name).Status }
  catch {
    Add-FaultGap $What $_
    'Unknown'
  }
}

# --- The SMTP service of IIS ----------------------------------------------------------------------------------------

# RouteAction 4: use TLS. AlwaysUseSsl: the same for all mail that goes out. AccessSSLFlags 8: TLS required of clients.
function ConvertTo-Server([string]$Id, [string]$Source, [hashtable]$Values) {
  $server = [ordered]@{ id = $Id; source = $Source; smartHost = $null; outboundTls = $null; inboundTlsRequired = $null; remotePort = $null; logging = $null }
  if ($Values['SmartHost']) { $server.smartHost = [string]$Values['SmartHost'] }
  $route = 0
  if ($null -ne $Values['RouteAction']) { $route = [int]$Values['RouteAction'] }
  $server.outboundTls = ($route -band 4) -ne 0 -or [string]$Values['AlwaysUseSsl'] -match '^(1|true)$'
  $access = 0
  if ($null -ne $Values['AccessSSLFlags']) { $access = [int]$Values['AccessSSLFlags'] }
  $server.inboundTlsRequired = ($access -band 8) -ne 0
  if ($null -ne $Values['RemoteSmtpPort']) { $server.remotePort = [int]$Values['RemoteSmtpPort'] }
  if ($null -ne $Values['LogType']) { $server.logging = [int]$Values['LogType'] -eq 1 }
  $server
}

$wanted = 'SmartHost', 'RouteAction', 'AlwaysUseSsl', 'AccessSSLFlags', 'RemoteSmtpPort', 'LogType'

function Read-AdsiServers {
  $service = [ADSI]'IIS://localhost/SMTPSVC'
  foreach ($child in $service.PSBase.Children) {
    if ($child.PSBase.SchemaClassName -ne 'IIsSmtpServer') { continue }
    $values = @{}
    foreach ($name in $wanted) {
      $property = $child.PSBase.Properties[$name]
      if ($null -ne $property -and $property.Count -gt 0) { $values[$name] = $property.Value }
    }
    ConvertTo-Server ([string]$child.PSBase.Name) ('IIS://localhost/SMTPSVC/' + $child.PSBase.Name) $values
  }
}

# The file holds inherited settings once, at the service, so the server's own come over the service's.
function Read-FileServers {
  $path = [Environment]::SystemDirectory + '\inetsrv\MetaBase.xml'
  $document = [Xml.XmlDocument]::new()
  $document.XmlResolver = $null
  $document.Load($path)
  $inherited = @{}
  $found = [Collections.ArrayList]::new()
  foreach ($node in $document.SelectNodes('//*[@Location]')) {
    $location = $node.GetAttribute('Location')
    $isServer = $location -match '^/LM/SMTPSVC/(\d+)$'
    if (-not $isServer -and $location -ne '/LM/SMTPSVC') { continue }
    if ($isServer) { $id = $Matches[1] } else { $id = '' }
    $values = @{}
    foreach ($name in $wanted) { if ($node.HasAttribute($name)) { $values[$name] = ConvertFrom-Flags $name $node.GetAttribute($name) } }
    if ($isServer) { $null = $found.Add(@{ id = $id; values = $values }) } else { $inherited = $values }
  }
  foreach ($item in $found) {
    foreach ($name in @($inherited.Keys)) { if (-not $item.values.ContainsKey($name)) { $item.values[$name] = $inherited[$name] } }
    ConvertTo-Server $item.id ($path + ' /LM/SMTPSVC/' + $item.id) $item.values
  }
}

# The file writes flags by name where the schema has names for them.
function ConvertFrom-Flags([string]$Name, [string]$Text) {
  if ($Name -ne 'AccessSSLFlags') { return $Text }
  $flags = 0
  foreach ($part in $Text.Split('|')) {
    $part = $part.Trim()
    if ($part -eq 'AccessSSL') { $flags = $flags -bor 8 } elseif ($part -match '^\d+$') { $flags = $flags -bor [int]$part }
  }
  $flags
}

$iisSmtp = $null
if (Test-Key ($services + 'SMTPSVC')) {
  $iisSmtp = [ordered]@{ status = (Get-ServiceStatus 'SMTPSVC' 'iisSmtp.status'); servers = @(); source = 'IIS://localhost/SMTPSVC' }
  try { $iisSmtp.servers = @(Read-AdsiServers) }
  catch {
    $first = $_
    $iisSmtp.source = [Environment]::SystemDirectory + '\inetsrv\MetaBase.xml'
    try { $iisSmtp.servers = @(Read-FileServers) } catch { Add-FaultGap 'iisSmtp.servers' $first; Add-FaultGap 'iisSmtp.servers' $_ }
  }
}

# --- Other mail software --------------------------------------------------------------------------------------------

$other = [Collections.ArrayList]::new()
function Add-Software([string]$Service, [string]$Product, [string]$PathContains) {
  if (-not (Test-Key ($services + $Service))) { return }
  if ($PathContains -ne '') {
    $program = [string](Read-Data ($services + $Service) 'ImagePath')
    if ($program.IndexOf($PathContains, [StringComparison]::OrdinalIgnoreCase) -lt 0) { return }
  }
  $null = $other.Add([ordered]@{
      product = $Product
      service = $Service
      status = (Get-ServiceStatus $Service ('other.' + $Service))
      source = 'HKLM\' + $services + $Service
    })
}

foreach ($row in $state.rows) {
  if (-not $row[0].EndsWith('(')) { Add-Software $row[0] $row[1] $row[2]; continue }
  foreach ($name in @(Get-SubKeyNames $services.TrimEnd('\'))) {
    if ($name -and $name.StartsWith($row[0], [StringComparison]::OrdinalIgnoreCase)) { Add-Software $name $row[1] $row[2] }
  }
}
Set-Facts ([ordered]@{ iisSmtp = $iisSmtp; other = $other })
