// Reads what the test described, and the shapes of the fakes, as objects of PowerShell; compiled, since a fake must not
// cost more than what it stands in for.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.Json;

namespace MailflowTls.Fakes
{
    public static class Description
    {
        private static readonly string DescriptionFile = Path.Combine(
            Environment.GetEnvironmentVariable("ProgramData"), "MailflowTlsFakes", "host.json");
        private static readonly object Gate = new object();
        private static PSObject description;
        private static DateTime writtenAt;

        /// <summary>The value at a dotted path of the description, or the fallback where it says nothing.</summary>
        public static object Setting(string path, object fallback)
        {
            object value = Read();
            foreach (string name in path.Split('.'))
            {
                PSObject holder = value as PSObject;
                PSPropertyInfo property = holder == null ? null : holder.Properties[name];
                if (property == null) { return fallback; }
                value = property.Value;
            }
            return value;
        }

        /// <summary>Anew whenever the file has changed, so that one process can see a host change.</summary>
        private static PSObject Read()
        {
            lock (Gate)
            {
                FileInfo file = new FileInfo(DescriptionFile);
                if (!file.Exists) { return new PSObject(); }
                if (description == null || writtenAt != file.LastWriteTimeUtc)
                {
                    description = (PSObject)FromFile(file.FullName);
                    writtenAt = file.LastWriteTimeUtc;
                }
                return description;
            }
        }

        /// <summary>As ConvertFrom-Json makes them, but dates stay texts: each property says itself what it makes of them.</summary>
        public static object FromFile(string path)
        {
            using (JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path))) { return From(document.RootElement); }
        }

        private static object From(JsonElement element)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Object:
                    PSObject made = new PSObject();
                    foreach (JsonProperty property in element.EnumerateObject())
                    {
                        made.Properties.Add(new PSNoteProperty(property.Name, From(property.Value)), true);
                    }
                    return made;
                case JsonValueKind.Array:
                    return element.EnumerateArray().Select(From).ToArray();
                case JsonValueKind.Number:
                    long whole;
                    return element.TryGetInt64(out whole) ? (object)whole : element.GetDouble();
                case JsonValueKind.String:
                    return element.GetString();
                case JsonValueKind.True:
                    return true;
                case JsonValueKind.False:
                    return false;
                default:
                    return null;
            }
        }
    }
}
