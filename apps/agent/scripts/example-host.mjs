// The example host of the demo: a hybrid Exchange server whose TLS 1.2 was switched on by a misprinted registry file.

/** What reports print wherever the example's name could be taken for a real host's. */
export const exampleLabel =
  'Example host, made for a demonstration. Exchange and some Windows services are stand-ins.';

const protocols = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols';

/** As a machine translation of a support article printed it: a comma in the version, blanks around the backslash, a translated role. */
const misprinted = `Windows Registry Editor Version 5.00

[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1,2]

[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2 \\ клиент]
"DisabledByDefault"=dword:00000000
"активиран"=dword:00000001

[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2 \\ Server]
"DisabledByDefault"=dword:00000000
"активиран"=dword:00000001
`;

/** @param {import('@mailflow-tls/windows-bench').WindowsHost} host */
export async function makeExample(host) {
  await host.setRegistry({
    // Somebody once turned everything but TLS 1.0 and 1.1 off, for a device that needed it.
    [`${protocols}\\TLS 1.2\\Client`]: { Enabled: 0, DisabledByDefault: 1 },
    'HKLM\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319': { SystemDefaultTlsVersions: 0 },
  });
  await host.importReg(misprinted);
}
