using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace FasterMoney.Tests.Support;

/// <summary>
/// A small SMTP server (RFC 5321, with STARTTLS, AUTH PLAIN and LOGIN) on a free port of this machine. Keeps what it receives,
/// and goes wrong where it is told to.
/// </summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();
    private readonly ConcurrentDictionary<SmtpStep, Func<string, SmtpFault?>> _faults = new();
    private readonly ConcurrentDictionary<SmtpStep, TaskCompletionSource> _reached = new();
    private readonly ConcurrentBag<Task> _conversations = [];
    private readonly Task _accepting;

    private SmtpServer(SmtpScript script)
    {
        Script = script;
        Certificate = MakeCertificate(script);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public SmtpScript Script { get; }

    public int Port { get; }

    /// <summary>Made for this server alone; nobody trusts it unless told to.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>Every message that was answered with 250, or whose answer was withheld.</summary>
    public ConcurrentQueue<ReceivedMail> Received { get; } = new();

    /// <summary>Every command line of every conversation, in order. Credentials are among them.</summary>
    public ConcurrentQueue<string> Commands { get; } = new();

    public int Connections { get; private set; }

    public static SmtpServer Start(SmtpScript? script = null) => new(script ?? new SmtpScript());

    /// <summary>Goes wrong at a step from now on.</summary>
    public void At(SmtpStep step, SmtpFault fault) => At(step, _ => fault);

    /// <summary>Goes wrong at a step when the line says so.</summary>
    public void At(SmtpStep step, Func<string, SmtpFault?> fault)
    {
        _faults[step] = fault;
        _reached.TryRemove(step, out _);
    }

    /// <summary>Behaves from now on.</summary>
    public void Mend() => _faults.Clear();

    /// <summary>Completes when a conversation gets to the step, once something was set to go wrong there.</summary>
    public Task ReachedAsync(SmtpStep step) => Reached(step).Task.WaitAsync(TimeSpan.FromSeconds(20));

    public SmtpFault? FaultAt(SmtpStep step, string line)
    {
        Reached(step).TrySetResult();
        return _faults.TryGetValue(step, out var fault) ? fault(line) : null;
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_conversations);
        Certificate.Dispose();
        _ending.Dispose();
    }

    private TaskCompletionSource Reached(SmtpStep step) => _reached.GetOrAdd(step, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    private async Task AcceptAsync()
    {
        try
        {
            while (!_ending.IsCancellationRequested)
            {
                var client = await _listener.AcceptTcpClientAsync(_ending.Token);
                Connections++;
                _conversations.Add(new SmtpConversation(this, client).RunAsync(_ending.Token));
            }
        }
        catch (Exception) when (_ending.IsCancellationRequested)
        {
            // The server was stopped.
        }
    }

    private static X509Certificate2 MakeCertificate(SmtpScript script)
    {
        // Made for each server, so of a kind that takes no time to make.
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={script.CertificateName}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(script.CertificateName);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, true));
        var until = DateTimeOffset.UtcNow.AddDays(script.CertificateExpired ? -1 : 1);
        using var made = request.CreateSelfSigned(until.AddDays(-2), until);
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
