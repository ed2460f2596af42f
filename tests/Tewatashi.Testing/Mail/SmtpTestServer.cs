using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Tewatashi.Testing.Mail;

/// <summary>
/// A mail server of the tests' own: real conversations (RFC 5321) on a port of the loopback interface, and every way in which
/// a mail server fails at a chosen step. It delivers nothing. Several senders may talk to it at once.
/// </summary>
public sealed class SmtpTestServer : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentQueue<SmtpFault?> _planned = new();
    private readonly ConcurrentDictionary<string, SmtpFault.Refuse> _refusedRecipients = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<ReceivedMail> _received = new();
    private readonly ConcurrentQueue<string> _commands = new();
    private readonly ConcurrentDictionary<Task, byte> _conversations = new();
    private readonly Task _accepting;
    private volatile SmtpFault? _always;
    private int _connections;

    private SmtpTestServer(int port)
    {
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    /// <summary>The loopback address as text: there is no name to resolve.</summary>
    public string Host { get; } = IPAddress.Loopback.ToString();

    public int Port { get; }

    /// <summary>The connections taken so far, failed ones included.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>The messages the server holds, in the order of their final dots.</summary>
    public IReadOnlyList<ReceivedMail> Received => [.. _received];

    /// <summary>Every command line of every conversation, as sent.</summary>
    public IReadOnlyList<string> Commands => [.. _commands];

    /// <summary>Strikes every conversation for which nothing is planned; null heals the server.</summary>
    public SmtpFault? Always
    {
        get => _always;
        set => _always = value;
    }

    /// <summary>Starts listening; 0 takes a free port, a given port lets a server come back where it was.</summary>
    public static SmtpTestServer Start(int port = 0) => new(port);

    /// <summary>Plans the next conversations, one fault for each; null is a conversation that goes well.</summary>
    public void Plan(params ReadOnlySpan<SmtpFault?> faults)
    {
        foreach (var fault in faults)
        {
            _planned.Enqueue(fault);
        }
    }

    /// <summary>Refuses one recipient in every conversation, as a server does that does not know the mailbox.</summary>
    public void RefuseRecipient(string address, int code, string text) =>
        _refusedRecipients[address] = new SmtpFault.Refuse(SmtpStep.Recipient, code, text);

    /// <summary>Waits until the server holds <paramref name="count"/> messages and returns them all.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> WaitForAsync(int count, CancellationToken cancellationToken)
    {
        while (_received.Count < count)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), cancellationToken);
        }

        return Received;
    }

    /// <summary>Stops listening and ends every conversation that is still open.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _accepting;
        _listener.Stop();
        await Task.WhenAll(_conversations.Keys);
        _stopping.Dispose();
        _listener.Dispose();
    }

    internal SmtpFault.Refuse? RefusalOf(string recipient) => _refusedRecipients.GetValueOrDefault(recipient);

    internal void Keep(ReceivedMail mail) => _received.Enqueue(mail);

    internal void Record(string command) => _commands.Enqueue(command);

    private async Task AcceptAsync()
    {
        while (true)
        {
            TcpClient client;
            try
            {
                client = await _listener.AcceptTcpClientAsync(_stopping.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            Interlocked.Increment(ref _connections);
            var fault = _planned.TryDequeue(out var planned) ? planned : _always;
            var conversation = new SmtpConversation(this, client, fault).RunAsync(_stopping.Token);
            _conversations.TryAdd(conversation, 0);
        }
    }
}
