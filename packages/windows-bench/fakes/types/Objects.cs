// Makes the objects that a cmdlet returns: every property of its documented shape, with what the test described in place
// of the defaults.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace MailflowTls.Fakes
{
    public static class Objects
    {
        private static readonly ConcurrentDictionary<string, PSObject> Shapes = new ConcurrentDictionary<string, PSObject>();

        public static PSObject Shape(string folder, string name)
        {
            return Shapes.GetOrAdd(Path.Combine(folder, name + ".json"), file => (PSObject)Description.FromFile(file));
        }

        /// <param name="year">Properties that came later are left out, as on that version of Exchange.</param>
        public static PSObject Make(string folder, string shape, PSObject values, int year)
        {
            PSObject definition = Shape(folder, shape);
            Dictionary<string, object> given = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);
            if (values != null) { foreach (PSPropertyInfo property in values.Properties) { given[property.Name] = property.Value; } }
            PSObject made = new PSObject();
            foreach (PSPropertyInfo property in Part(definition, "properties").Properties)
            {
                PSObject form = (PSObject)property.Value;
                object raw;
                bool isGiven = given.Remove(property.Name, out raw);
                PSPropertyInfo since = form.Properties["since"];
                if (since != null && (long)since.Value > year) { continue; }
                if (!isGiven) { raw = Resolve(form.Properties["default"].Value, shape, values, definition); }
                try { made.Properties.Add(new PSNoteProperty(property.Name, Factory.Create((string)form.Properties["type"].Value, raw)), true); }
                catch (Exception error)
                {
                    throw new ArgumentException("Fake " + shape + ", property " + property.Name + ": " + error.GetBaseException().Message);
                }
            }
            if (given.Count > 0) { throw new ArgumentException("Fake " + shape + " has no property " + string.Join(", ", given.Keys) + "."); }
            made.TypeNames.Insert(0, (string)definition.Properties["typeName"].Value);
            return made;
        }

        /// <summary>The same text gives the same id in every process.</summary>
        public static Guid Id(string text) { return new Guid(MD5.HashData(Encoding.UTF8.GetBytes(text))); }

        public static string Domain()
        {
            return (string)Microsoft.Win32.Registry.GetValue(@"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters", "Domain", "");
        }

        private static PSObject Part(PSObject from, string name) { return (PSObject)from.Properties[name].Value; }

        // Defaults may name the computer, its domain, the time, or another property of the same object.
        private static object Resolve(object raw, string shape, PSObject values, PSObject definition)
        {
            object[] list = raw as object[];
            if (list != null) { return list.Select(item => Resolve(item, shape, values, definition)).ToArray(); }
            string text = raw as string;
            if (text == null || text.IndexOf('{') < 0) { return raw; }
            return Regex.Replace(text, @"\{(\w+)\}", match =>
            {
                string name = match.Groups[1].Value;
                switch (name)
                {
                    case "computer": return Environment.MachineName;
                    case "domain": return Domain();
                    case "now": return DateTime.UtcNow.ToString("o", CultureInfo.InvariantCulture);
                    case "guid": return Id(shape + "|" + Resolve("{Name}", shape, values, definition)).ToString();
                }
                PSPropertyInfo given = values == null ? null : values.Properties[name];
                if (given != null) { return LanguagePrimitives.ConvertTo<string>(given.Value); }
                PSPropertyInfo other = Part(definition, "properties").Properties[name];
                if (other == null) { return match.Value; }
                object resolved = Resolve(((PSObject)other.Value).Properties["default"].Value, shape, values, definition);
                return LanguagePrimitives.ConvertTo<string>(resolved);
            });
        }
    }
}
