# Get-ExchangeCertificate: the certificates of the machine's own store, with what Exchange adds to each.
function Get-ExchangeCertificate {
    [CmdletBinding()]
    param([Parameter(Position = 0)] [string] $Thumbprint, $Server, [string[]] $DomainName, $DomainController)
    Invoke-FakeBehaviour $PSCmdlet
    $described = @{}
    foreach ($values in @(Get-FakeSetting 'exchange.certificates' @())) { $described[$values.Thumbprint] = $values }
    $store = [Security.Cryptography.X509Certificates.X509Store]::new('My', 'LocalMachine')
    $store.Open('ReadOnly')
    foreach ($certificate in $store.Certificates) {
        if ($Thumbprint -and $certificate.Thumbprint -ne $Thumbprint) { continue }
        $values = if ($described.ContainsKey($certificate.Thumbprint)) { $described[$certificate.Thumbprint].PSObject.Copy() } else { [pscustomobject]@{} }
        $values.PSObject.Properties.Remove('Thumbprint')
        $values | Add-Member Thumbprint $certificate.Thumbprint
        Add-FakeExchangeProperty $certificate $values
    }
    $store.Close()
}

function Add-FakeExchangeProperty($Certificate, $Values) {
    # Plain remoting leaves nothing but the raw bytes.
    if (Get-FakeSetting 'exchange.certificatesRaw' $false) {
        $raw = [pscustomobject]@{ RawData = $Certificate.RawData }
        $raw.PSObject.TypeNames.Insert(0, 'Deserialized.System.Security.Cryptography.X509Certificates.X509Certificate2')
        return $raw
    }
    $added = [ordered]@{
        CertificateDomains = @(Get-FakeDnsName $Certificate)
        IsSelfSigned       = $Certificate.Subject -eq $Certificate.Issuer
        PublicKeySize      = Get-FakeKeySize $Certificate
        Status             = $(if ($Certificate.NotAfter -lt [DateTime]::Now) { 'DateInvalid' } else { 'Valid' })
    }
    foreach ($name in $added.Keys) { if ($null -eq $Values.PSObject.Properties[$name]) { $Values | Add-Member $name $added[$name] } }
    $extra = New-FakeObject 'Get-ExchangeCertificate' $Values (Get-FakeYear)
    foreach ($property in $extra.PSObject.Properties) {
        if ($property.Name -ne 'Thumbprint') { $Certificate | Add-Member NoteProperty $property.Name $property.Value -Force }
    }
    $Certificate.PSObject.TypeNames.Insert(0, (Get-FakeShape 'Get-ExchangeCertificate').typeName)
    if ($script:ViaRemoting) { Add-FakeRemotingNote $Certificate }
    $Certificate
}

function Get-FakeDnsName($Certificate) {
    foreach ($extension in $Certificate.Extensions) {
        if ($extension.Oid.Value -ne '2.5.29.17') { continue }
        [Security.Cryptography.X509Certificates.X509SubjectAlternativeNameExtension]::new($extension.RawData, $false).EnumerateDnsNames()
    }
}

# Wine cannot make a key object of a certificate: the size is that of the modulus in its encoding.
function Get-FakeKeySize($Certificate) {
    $reader = [Formats.Asn1.AsnReader]::new($Certificate.PublicKey.EncodedKeyValue.RawData, 'DER')
    8 * $reader.ReadSequence().ReadIntegerBytes().ToArray().Where({ $_ -ne 0 }, 'SkipUntil').Count
}
