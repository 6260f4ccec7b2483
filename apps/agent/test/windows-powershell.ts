// What Windows PowerShell 5.1 on .NET Framework 4.6 has, as far as the probes use it.

/** Commands with the parameters that they have there. Exchange's are those of Exchange 2010 to SE. */
export const commands: Readonly<Record<string, readonly string[]>> = {
  'Add-PSSnapin': ['Name', 'ErrorAction'],
  'Connect-ExchangeServer': ['auto'],
  'Get-AcceptedDomain': ['ErrorAction'],
  'Get-CimInstance': ['ClassName', 'Property', 'OperationTimeoutSec'],
  'Get-Command': ['Name', 'ErrorAction'],
  'Get-EdgeSubscription': ['ErrorAction'],
  'Get-ExchangeCertificate': ['Server', 'ErrorAction'],
  'Get-FrontendTransportService': ['Identity', 'ErrorAction'],
  'Get-HotFix': [],
  'Get-HybridConfiguration': ['ErrorAction'],
  'Get-MailboxTransportService': ['Identity', 'ErrorAction'],
  'Get-Queue': ['Server', 'ResultSize', 'ErrorAction'],
  'Get-ReceiveConnector': ['Server', 'ErrorAction'],
  'Get-SendConnector': ['ErrorAction'],
  'Get-Service': ['Name'],
  'Get-TlsCipherSuite': [],
  'Get-TlsEccCurve': [],
  'Get-TransportServer': ['Identity', 'ErrorAction'],
  'Get-TransportService': ['Identity', 'ErrorAction'],
  'Get-WinEvent': ['FilterHashtable', 'MaxEvents', 'ErrorAction', 'ErrorVariable'],
  'Invoke-CimMethod': ['Namespace', 'ClassName', 'MethodName', 'OperationTimeoutSec'],
  'Set-StrictMode': ['Version', 'Off'],
};

/** Syntax that 5.1 parses; what came later (ternary, pipeline chains) has node types of its own. */
export const nodes: readonly string[] =
  `ArrayExpression ArrayLiteral AssignmentStatement BinaryExpression BreakStatement CatchClause Command CommandExpression
  CommandParameter ConstantExpression ContinueStatement ConvertExpression ExpandableStringExpression ForEachStatement
  ForStatement FunctionDefinition Hashtable IfStatement IndexExpression InvokeMemberExpression MemberExpression
  MergingRedirection NamedBlock ParamBlock Parameter ParenExpression Pipeline ReturnStatement ScriptBlock
  ScriptBlockExpression StatementBlock StringConstantExpression SubExpression SwitchStatement ThrowStatement TryStatement
  TypeConstraint TypeExpression UnaryExpression VariableExpression WhileStatement`
    .split(/\s+/)
    .map((name) => `${name}Ast`);

/** Tokens of 6 and later. */
export const laterTokens: readonly string[] = [
  'QuestionMark',
  'QuestionQuestion',
  'QuestionQuestionEquals',
  'QuestionDot',
  'QuestionLBracket',
  'AndAnd',
  'OrOr',
  'Clean',
];

/** Variables that only 6 and later set; under strict mode reading them in 5.1 is an error. */
export const laterVariables: readonly string[] = [
  'IsWindows',
  'IsLinux',
  'IsMacOS',
  'IsCoreCLR',
  'EnabledExperimentalFeatures',
  'PSStyle',
];

/** Types of .NET Framework 4.6, as the scripts name them. */
export const types: readonly string[] =
  `ADSI Array BitConverter bool byte[] char Collections.ArrayList ComponentModel.Component
  ComponentModel.Win32Exception Console Convert DateTime Diagnostics.FileVersionInfo Diagnostics.Stopwatch
  Environment Globalization.CultureInfo Globalization.DateTimeStyles hashtable int int[] IntPtr
  IO.DirectoryNotFoundException IO.File IO.FileNotFoundException long
  Management.Automation.CmdletInvocationException Management.Automation.CommandNotFoundException
  Management.Automation.ErrorRecord Management.Automation.ExtendedTypeSystemException
  Management.Automation.MethodException Management.Automation.PSSerializer Math Microsoft.Win32.RegistryHive
  Microsoft.Win32.RegistryKey Microsoft.Win32.RegistryValueOptions Microsoft.Win32.RegistryView
  Microsoft.Win32.SafeHandles.SafeRegistryHandle NotSupportedException object[] ordered ref
  Reflection.AssemblyName Reflection.CallingConventions Reflection.Emit.AssemblyBuilder
  Reflection.Emit.AssemblyBuilderAccess Reflection.MethodAttributes Reflection.MethodImplAttributes
  Reflection.TargetInvocationException regex Runtime.InteropServices.CallingConvention
  Runtime.InteropServices.CharSet scriptblock Security.Cryptography.CryptographicException
  Security.Cryptography.X509Certificates.ECDsaCertificateExtensions
  Security.Cryptography.X509Certificates.OpenFlags
  Security.Cryptography.X509Certificates.RSACertificateExtensions
  Security.Cryptography.X509Certificates.StoreLocation Security.Cryptography.X509Certificates.X509Certificate2
  Security.Cryptography.X509Certificates.X509Chain Security.Cryptography.X509Certificates.X509FindType
  Security.Cryptography.X509Certificates.X509RevocationMode Security.Cryptography.X509Certificates.X509Store
  Security.Principal.WindowsBuiltInRole Security.Principal.WindowsIdentity Security.Principal.WindowsPrincipal
  Security.SecurityException string string[] StringComparison StringSplitOptions Text.Encoding TimeSpan type[]
  TypeInitializationException TypeLoadException UnauthorizedAccessException Version Xml.XmlDocument`.split(
    /\s+/,
  );

/** Methods that .NET Framework lacks and that are easily written by habit. */
export const laterMethods: readonly string[] = [
  'ToHexString',
  'FromHexString',
  'GetValueOrDefault',
  'TryAdd',
  'AsSpan',
];
