# Cmdlets that read what the directory holds for the whole organisation.
function Get-FakeYear {
    $product = [string](Get-FakeSetting 'exchange.product' '2016')
    if ($product -eq 'SE') { return 2025 }
    [int]$product
}

function Test-FakeEdge { 'Edge' -in @(Get-FakeSetting 'exchange.roles' @('Mailbox')) }

# The described objects of one kind; the defaults of the shape when the test described none, and there is one by nature.
function Get-FakeExchangeObject([string] $Shape, [string] $Key, $Default = @()) {
    foreach ($values in @(Get-FakeSetting "exchange.$Key" $Default)) {
        $object = New-FakeObject $Shape $values (Get-FakeYear)
        if ($script:ViaRemoting) { Add-FakeRemotingNote $object }
        $object
    }
}

# What implicit remoting adds to every object, on the server itself too.
function Add-FakeRemotingNote($Object) {
    $fqdn = "$([Environment]::MachineName).$(Get-FakeDomain)".ToLowerInvariant()
    $Object | Add-Member NoteProperty PSComputerName $fqdn -Force
    $Object | Add-Member NoteProperty RunspaceId (Get-FakeGuid 'runspace') -Force
    $Object | Add-Member NoteProperty PSShowComputerName $false -Force
}

# Keeps the objects with this identity (name, or Server\Name); says so, as Exchange does, when there is none.
function Select-FakeIdentity($Cmdlet, $Objects, $Identity) {
    if ($null -eq $Identity -or "$Identity" -eq '') { return $Objects }
    $wanted = "$Identity"
    $domain = ".$(Get-FakeDomain)"
    $short = if ($wanted.EndsWith($domain, 'OrdinalIgnoreCase')) { $wanted.Substring(0, $wanted.Length - $domain.Length) } else { $wanted }
    $found = @($Objects | Where-Object { "$($_.Identity)" -in $wanted, $short -or ($null -ne $_.PSObject.Properties['Name'] -and $_.Name -in $wanted, $short) })
    if ($found.Count -gt 0) { return $found }
    $message = "The operation couldn't be performed because object '$wanted' couldn't be found on 'DC01$domain'."
    Write-FakeError $Cmdlet (New-FakeErrorRecord $message 'ManagementObjectNotFound' 'NotSpecified' 'System.InvalidOperationException' $null $wanted)
}

function Get-ExchangeServer {
    [CmdletBinding()]
    param([Parameter(Position = 0)] $Identity, [string] $Domain, [switch] $Status, $DomainController)
    Invoke-FakeBehaviour $PSCmdlet
    $edge = Test-FakeEdge
    $own = [pscustomobject]@{
        ServerRole                = $(if ($edge) { 'Edge' } else { 'Mailbox' })
        IsEdgeServer              = $edge
        IsMailboxServer           = -not $edge
        IsClientAccessServer      = -not $edge
        IsFrontendTransportServer = -not $edge
    }
    if ($edge) { $own | Add-Member Site $null }
    $version = Get-FakeSetting 'exchange.adminDisplayVersion'
    if ($version) { $own | Add-Member AdminDisplayVersion $version }
    Select-FakeIdentity $PSCmdlet @(Get-FakeExchangeObject 'Get-ExchangeServer' 'servers' @($own)) $Identity
}

function Get-AcceptedDomain {
    [CmdletBinding()]
    param([Parameter(Position = 0)] $Identity, $ResultSize, $DomainController)
    Invoke-FakeBehaviour $PSCmdlet
    $own = [pscustomobject]@{ DomainName = Get-FakeDomain; Default = $true }
    Select-FakeIdentity $PSCmdlet @(Get-FakeExchangeObject 'Get-AcceptedDomain' 'acceptedDomains' @($own)) $Identity
}

function Get-HybridConfiguration {
    [CmdletBinding()]
    param($DomainController)
    Invoke-FakeBehaviour $PSCmdlet
    $described = Get-FakeSetting 'exchange.hybrid'
    if ($null -ne $described) { Get-FakeExchangeObject 'Get-HybridConfiguration' 'hybrid' }
}

function Get-TransportConfig {
    [CmdletBinding()]
    param($DomainController)
    Invoke-FakeBehaviour $PSCmdlet
    Get-FakeExchangeObject 'Get-TransportConfig' 'transportConfig' @([pscustomobject]@{})
}

function Get-EdgeSubscription {
    [CmdletBinding()]
    param([Parameter(Position = 0)] $Identity, $DomainController)
    Invoke-FakeBehaviour $PSCmdlet
    Select-FakeIdentity $PSCmdlet @(Get-FakeExchangeObject 'Get-EdgeSubscription' 'edgeSubscriptions') $Identity
}
