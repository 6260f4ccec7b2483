// The value types of Exchange's cmdlets under their true names, with the members that are documented. What counts for
// a reader is their text form: it is the one that Exchange shows.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Microsoft.Exchange.Data
{
    /// <summary>A value that is no more than its text; equal to any other of its type with the same text.</summary>
    public abstract class TextValue : IComparable
    {
        private readonly string text;
        protected TextValue(string text) { this.text = text; }
        public override string ToString() { return text; }
        public override bool Equals(object other)
        {
            return other != null && other.GetType() == GetType() && CompareTo(other) == 0;
        }
        public override int GetHashCode() { return StringComparer.OrdinalIgnoreCase.GetHashCode(text); }
        public int CompareTo(object other)
        {
            return string.Compare(text, other == null ? null : other.ToString(), StringComparison.OrdinalIgnoreCase);
        }
    }

    public class Fqdn : TextValue { public Fqdn(string text) : base(text) { } public string Domain { get { return ToString(); } } }
    public class SmtpDomain : TextValue { public SmtpDomain(string text) : base(text) { } public string Domain { get { return ToString(); } } }
    public class SmtpAddress : TextValue { public SmtpAddress(string text) : base(text) { } }
    public class LocalLongFullPath : TextValue { public LocalLongFullPath(string text) : base(text) { } public string PathName { get { return ToString(); } } }
    public class ExchangeObjectVersion : TextValue { public ExchangeObjectVersion(string text) : base(text) { } }
    public class NetworkAddress : TextValue { public NetworkAddress(string text) : base(text) { } }
    public class ConnectedDomain : TextValue { public ConnectedDomain(string text) : base(text) { } }
    public class AutoDiscoverSmtpDomain : TextValue { public AutoDiscoverSmtpDomain(string text) : base(text) { } }
    public class IPRange : TextValue { public IPRange(string text) : base(text) { } public string Expression { get { return ToString(); } } }

    public class SmtpDomainWithSubdomains : TextValue
    {
        public SmtpDomainWithSubdomains(string text) : base(text) { }
        public bool IncludeSubDomains { get { return ToString().StartsWith("*.") || ToString() == "*"; } }
        public string Domain { get { return ToString().StartsWith("*.") ? ToString().Substring(2) : ToString(); } }
    }

    public class SmartHost : TextValue
    {
        public SmartHost(string text) : base(text) { }
        public bool IsIPAddress { get { return ToString().StartsWith("["); } }
        public IPAddress Address { get { return IsIPAddress ? IPAddress.Parse(ToString().Trim('[', ']')) : IPAddress.Any; } }
        public string Domain { get { return IsIPAddress ? null : ToString(); } }
    }

    /// <summary>Text "Type:Address;Cost"; the type keeps the case in which it was entered.</summary>
    public class AddressSpace : TextValue
    {
        private readonly Match parts;
        public AddressSpace(string text) : base(text) { parts = Regex.Match(text, @"^(?:([^:]+):)?(.*?)(?:;(\d+))?$"); }
        public string Type { get { return parts.Groups[1].Success ? parts.Groups[1].Value : "SMTP"; } }
        public string Address { get { return parts.Groups[2].Value; } }
        public int Cost { get { return parts.Groups[3].Success ? int.Parse(parts.Groups[3].Value) : 1; } }
        public bool IncludeSubDomains { get { return Address.StartsWith("*.") || Address == "*" || Address == "--"; } }
        public string Domain { get { return Address.StartsWith("*.") ? Address.Substring(2) : Address; } }
        public bool IsSmtpType { get { return string.Equals(Type, "smtp", StringComparison.OrdinalIgnoreCase); } }
        public bool IsX400Type { get { return string.Equals(Type, "x400", StringComparison.OrdinalIgnoreCase); } }
    }

    public class IPBinding : TextValue
    {
        public IPBinding(string text) : base(text) { }
        private int Colon { get { return ToString().LastIndexOf(':'); } }
        public int Port { get { return int.Parse(ToString().Substring(Colon + 1)); } }
        public IPAddress Address { get { return IPAddress.Parse(ToString().Substring(0, Colon).Trim('[', ']')); } }
        public System.Net.Sockets.AddressFamily AddressFamily { get { return Address.AddressFamily; } }
    }

    /// <summary>Text "&lt;I&gt;issuer&lt;S&gt;subject".</summary>
    public class SmtpX509Identifier : TextValue
    {
        private readonly Match parts;
        public SmtpX509Identifier(string text) : base(text) { parts = Regex.Match(text, @"^(?:<I>(.*?))?<S>(.*)$"); }
        public string CertificateIssuer { get { return parts.Groups[1].Value; } }
        public string CertificateSubject { get { return parts.Groups[2].Value; } }
        public string SubjectCommonName { get { return Regex.Match(CertificateSubject, @"CN=([^,]*)").Groups[1].Value; } }
    }

    public class SmtpReceiveDomainCapabilities : TextValue
    {
        public SmtpReceiveDomainCapabilities(string text) : base(text) { }
        private int Colon { get { return ToString().LastIndexOf(':'); } }
        public SmtpDomainWithSubdomains Domain { get { return new SmtpDomainWithSubdomains(ToString().Substring(0, Colon)); } }
        public string Capabilities { get { return ToString().Substring(Colon + 1); } }
        public Microsoft.Exchange.Data.SmtpX509Identifier SmtpX509Identifier { get { return null; } }
    }

    /// <summary>Text "Version 15.2 (Build 986.5)".</summary>
    public class ServerVersion : TextValue
    {
        private readonly int[] numbers;
        public ServerVersion(string text) : base(text)
        {
            numbers = Regex.Matches(text, @"\d+").Cast<Match>().Select(match => int.Parse(match.Value)).ToArray();
        }
        public int Major { get { return numbers[0]; } }
        public int Minor { get { return numbers[1]; } }
        public int Build { get { return numbers[2]; } }
        public int Revision { get { return numbers[3]; } }
        public string FilePatchLevelDescription { get { return ""; } }
    }

    public class EnhancedTimeSpan : TextValue
    {
        private readonly TimeSpan span;
        public EnhancedTimeSpan(string text) : base(text) { span = TimeSpan.Parse(text, CultureInfo.InvariantCulture); }
        public int Days { get { return span.Days; } }
        public int Hours { get { return span.Hours; } }
        public int Minutes { get { return span.Minutes; } }
        public int Seconds { get { return span.Seconds; } }
        public long Ticks { get { return span.Ticks; } }
        public double TotalDays { get { return span.TotalDays; } }
        public double TotalHours { get { return span.TotalHours; } }
        public double TotalMinutes { get { return span.TotalMinutes; } }
        public double TotalSeconds { get { return span.TotalSeconds; } }
        public static implicit operator TimeSpan(EnhancedTimeSpan value) { return value.span; }
    }

    /// <summary>Made from a text with the bytes in brackets; shown as "35 MB (36,700,160 bytes)" in the culture of the reader.</summary>
    public class ByteQuantifiedSize : IComparable
    {
        private readonly ulong bytes;
        public ByteQuantifiedSize(string text)
        {
            Match inBrackets = Regex.Match(text, @"\(([\d\D]*?)bytes\)");
            bytes = ulong.Parse(Regex.Replace(inBrackets.Success ? inBrackets.Groups[1].Value : text, @"\D", ""));
        }
        public ulong ToBytes() { return bytes; }
        public ulong ToKB() { return bytes >> 10; }
        public ulong ToMB() { return bytes >> 20; }
        public ulong ToGB() { return bytes >> 30; }
        public override string ToString()
        {
            int unit = 0;
            double shown = bytes;
            while (shown >= 1024 && unit < 4) { shown /= 1024; unit++; }
            return string.Format(CultureInfo.CurrentCulture, "{0:0.###} {1} ({2:N0} bytes)", shown, new[] { "B", "KB", "MB", "GB", "TB" }[unit], bytes);
        }
        public int CompareTo(object other) { return bytes.CompareTo(((ByteQuantifiedSize)other).bytes); }
    }

    public class Unlimited<T>
    {
        private readonly T value;
        public Unlimited() { IsUnlimited = true; }
        public Unlimited(T value) { this.value = value; }
        public bool IsUnlimited { get; private set; }
        public T Value
        {
            get { if (IsUnlimited) { throw new InvalidOperationException("The value is unlimited."); } return value; }
        }
        public override string ToString() { return IsUnlimited ? "Unlimited" : value.ToString(); }
    }

    public class MultiValuedProperty<T> : List<T>
    {
        public MultiValuedProperty(IEnumerable<T> values) : base(values) { }
    }

    public class NetworkAddressCollection : MultiValuedProperty<NetworkAddress>
    {
        public NetworkAddressCollection(IEnumerable<NetworkAddress> values) : base(values) { }
    }
}

namespace Microsoft.Exchange.Data.Directory
{
    /// <summary>Text form is the short name, even where the object lies deep in the directory.</summary>
    public class ADObjectId : TextValue
    {
        public ADObjectId(string text) : base(text) { }
        public string Name { get { return ToString().Substring(ToString().LastIndexOfAny(new[] { '/', '\\' }) + 1); } }
    }

    public class OrganizationId : TextValue { public OrganizationId(string text) : base(text) { } }

    public class ADMultiValuedProperty<T> : MultiValuedProperty<T>
    {
        public ADMultiValuedProperty(IEnumerable<T> values) : base(values) { }
    }
}

namespace Microsoft.Exchange.Data.Directory.Management
{
    public static class ServerComponentStatePresentationObject
    {
        /// <summary>Text "Requestor:Functional; State:Active; Timestamp:1/31/2024 9:00:00 AM".</summary>
        public class RequesterDetails : TextValue
        {
            public RequesterDetails(string text) : base(text) { }
            private string Part(string name) { return Regex.Match(ToString(), name + @":([^;]*)").Groups[1].Value.Trim(); }
            public string Requester { get { return Part("Requestor"); } }
            public ServiceState State { get { return (ServiceState)Enum.Parse(typeof(ServiceState), Part("State")); } }
        }
    }
}

namespace Microsoft.Exchange.Data.QueueViewer
{
    public class QueueIdentity : TextValue
    {
        public QueueIdentity(string text) : base(text) { }
        public string Server { get { return ToString().Split('\\')[0]; } }
        public bool IsLocal { get { return true; } }
    }

    public class MessageIdentity : TextValue { public MessageIdentity(string text) : base(text) { } }
}
