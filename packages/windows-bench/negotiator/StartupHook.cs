// Runs inside PowerShell's process before PowerShell itself (a .NET start-up hook), asks Schannel for one handshake after
// another, prints a line for each, and ends the process: a fresh process for each state of the registry, at a third of
// the cost of a whole PowerShell.
using System;
using System.ComponentModel;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

internal static class StartupHook
{
    /// <summary>The order: a port of this machine, then the numbers of SslProtocols to ask for.</summary>
    public static void Initialize()
    {
        string[] order = Environment.GetEnvironmentVariable("MAILFLOW_TLS_BENCH_NEGOTIATE").Split(' ');
        for (int index = 1; index < order.Length; index++)
        {
            Console.WriteLine(Ask(int.Parse(order[0]), (SslProtocols)int.Parse(order[index])));
        }
        Environment.Exit(0);
    }

    private static string Ask(int port, SslProtocols protocols)
    {
        using (TcpClient client = new TcpClient("127.0.0.1", port))
        using (SslStream stream = new SslStream(client.GetStream(), false, (sender, certificate, chain, errors) => true))
        {
            try
            {
                stream.AuthenticateAsClient("localhost", null, protocols, false);
                return stream.SslProtocol.ToString();
            }
            catch (AuthenticationException failure)
            {
                Win32Exception schannel = failure.GetBaseException() as Win32Exception;
                return schannel == null ? failure.ToString() : "0x" + schannel.NativeErrorCode.ToString("x8");
            }
        }
    }
}
