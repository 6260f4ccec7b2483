// Makes the value of a property from plain JSON and the name of the property's type.
using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;

namespace MailflowTls.Fakes
{
    public static class Factory
    {
        /// <summary>
        /// Null stays null, whatever the type. Lists are written Type[] for arrays and List`1[[Type]] for collections.
        /// Fails on a type that is unknown and on a text that the type does not take: a fake must not invent forms.
        /// </summary>
        public static object Create(string type, object value)
        {
            if (value == null) { return null; }
            if (type.EndsWith("[]")) { return ToArray(Resolve(type.Substring(0, type.Length - 2)), type.Substring(0, type.Length - 2), value); }
            int at = type.IndexOf("`1[[", StringComparison.Ordinal);
            if (at < 0) { return Single(Resolve(type), value); }
            string outer = type.Substring(0, at);
            string element = type.Substring(at + 4, type.Length - at - 6);
            if (outer == "System.Nullable") { return Create(element, value); }
            Type closed = Resolve(outer + "`1").MakeGenericType(Resolve(element));
            if (closed.Name.StartsWith("Unlimited"))
            {
                return Equals(value, "Unlimited") ? Activator.CreateInstance(closed) : Activator.CreateInstance(closed, Create(element, value));
            }
            return Activator.CreateInstance(closed, ToArray(Resolve(element), element, value));
        }

        private static Array ToArray(Type elementType, string element, object value)
        {
            object[] values = value is string || !(value is IEnumerable) ? new[] { value } : ((IEnumerable)value).Cast<object>().ToArray();
            Array array = Array.CreateInstance(elementType, values.Length);
            for (int index = 0; index < values.Length; index++) { array.SetValue(Create(element, Plain(values[index])), index); }
            return array;
        }

        // PowerShell wraps what it read from JSON.
        private static object Plain(object value)
        {
            PropertyInfo inner = value == null ? null : value.GetType().GetProperty("BaseObject");
            return inner == null ? value : inner.GetValue(value);
        }

        private static object Single(Type type, object value)
        {
            value = Plain(value);
            if (type.IsEnum) { return Enum.Parse(type, Convert.ToString(value, CultureInfo.InvariantCulture)); }
            if (type == typeof(DateTime)) { return ToLocal(value); }
            if (type == typeof(Guid)) { return Guid.Parse((string)value); }
            if (type == typeof(byte[])) { return Convert.FromBase64String((string)value); }
            if (type == typeof(System.Net.IPAddress)) { return System.Net.IPAddress.Parse((string)value); }
            if (type == typeof(CultureInfo)) { return CultureInfo.GetCultureInfo((string)value); }
            if (typeof(IConvertible).IsAssignableFrom(type)) { return Convert.ChangeType(value, type, CultureInfo.InvariantCulture); }
            if (type.Name == "NetworkAddressCollection")
            {
                return Activator.CreateInstance(type, ToArray(Resolve("Microsoft.Exchange.Data.NetworkAddress"), "Microsoft.Exchange.Data.NetworkAddress", value));
            }
            return Activator.CreateInstance(type, Convert.ToString(value, CultureInfo.InvariantCulture));
        }

        // What Windows hands out is local time; a time of the description that is UTC stays the same instant.
        private static DateTime ToLocal(object value)
        {
            DateTime time = value is DateTime
                ? (DateTime)value
                : DateTime.Parse((string)value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
            return time.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(time, DateTimeKind.Local) : time.ToLocalTime();
        }

        private static readonly Dictionary<string, Type> Known = new Dictionary<string, Type>();

        private static Type Resolve(string name)
        {
            lock (Known)
            {
                Type type;
                if (Known.TryGetValue(name, out type)) { return type; }
                type = AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetType(name)).FirstOrDefault(found => found != null);
                // It is loaded when something asks for it, and the fakes ask first.
                if (type == null && name.StartsWith("System.Diagnostics.Eventing.")) { type = Assembly.Load("System.Diagnostics.EventLog").GetType(name); }
                if (type == null) { throw new TypeLoadException("The fakes know no type " + name + "."); }
                Known[name] = type;
                return type;
            }
        }
    }
}
