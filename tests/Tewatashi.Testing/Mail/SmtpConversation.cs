using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;
using System.Text;

namespace Tewatashi.Testing.Mail;

/// <summary>One connection to a <see cref="SmtpTestServer"/>, from the greeting to QUIT or to its fault.</summary>
internal sealed class SmtpConversation(SmtpTestServer server, TcpClient client, SmtpFault? fault)
{
    private static readonly byte[] LineEnd = "\r\n"u8.ToArray();

    private readonly NetworkStream _stream = client.GetStream();
    private readonly PipeReader _reader = PipeReader.Create(client.GetStream());
    private readonly List<string> _recipients = [];
    private string? _sender;

    public async Task RunAsync(CancellationToken stopping)
    {
        using (client)
        {
            try
            {
                await ConverseAsync(stopping);
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
            {
                // The sender hung up or the server stops: either is an ordinary end of a conversation.
            }
        }
    }

    private async Task ConverseAsync(CancellationToken stopping)
    {
        if (!await AnswerAsync(SmtpStep.Connect, "220 mail.example.jp ready", stopping))
        {
            return;
        }

        while (await ReadLineAsync(stopping) is { } line)
        {
            var command = Encoding.UTF8.GetString(line);
            server.Record(command);
            if (!await ObeyAsync(command, stopping))
            {
                return;
            }
        }
    }

    /// <summary>Answers one command; false ends the conversation.</summary>
    private async Task<bool> ObeyAsync(string command, CancellationToken stopping)
    {
        switch (command.Split(' ', ':')[0].ToUpperInvariant())
        {
            case "EHLO":
                return await AnswerAsync(SmtpStep.Hello, "250-mail.example.jp\r\n250 8BITMIME", stopping);
            case "HELO":
                return await AnswerAsync(SmtpStep.Hello, "250 mail.example.jp", stopping);
            case "MAIL":
                _sender = AddressOf(command);
                _recipients.Clear();
                return await AnswerAsync(SmtpStep.MailFrom, "250 OK", stopping, refused: () => _sender = null);
            case "RCPT" when _sender is not null:
                return await TakeRecipientAsync(AddressOf(command), stopping);
            case "DATA" when _recipients.Count > 0:
                return await TakeMessageAsync(_sender ?? "", stopping);
            case "RSET":
                _sender = null;
                _recipients.Clear();
                return await SayAsync("250 OK", stopping);
            case "NOOP":
                return await SayAsync("250 OK", stopping);
            case "QUIT":
                await AnswerAsync(SmtpStep.Quit, "221 bye", stopping);
                return false;
            case "RCPT" or "DATA":
                return await SayAsync("503 Bad sequence of commands", stopping);
            default:
                return await SayAsync("502 Command not implemented", stopping);
        }
    }

    private async Task<bool> TakeRecipientAsync(string recipient, CancellationToken stopping)
    {
        if (server.RefusalOf(recipient) is { } refusal)
        {
            return await SayAsync($"{refusal.Code} {refusal.Text}", stopping);
        }

        _recipients.Add(recipient);
        return await AnswerAsync(SmtpStep.Recipient, "250 OK", stopping, refused: () => _recipients.Remove(recipient));
    }

    private async Task<bool> TakeMessageAsync(string sender, CancellationToken stopping)
    {
        var refused = false;
        if (!await AnswerAsync(SmtpStep.Data, "354 End with a dot on a line of its own", stopping, () => refused = true))
        {
            return false;
        }

        if (refused)
        {
            return true;
        }

        var raw = new ArrayBufferWriter<byte>();
        while (true)
        {
            if (await ReadLineAsync(stopping) is not { } line)
            {
                return false; // Hung up within the message: nothing was received.
            }

            if (line is [(byte)'.'])
            {
                break;
            }

            raw.Write(line is [(byte)'.', ..] ? line.AsSpan(1) : line);
            raw.Write(LineEnd);
        }

        if (fault is not SmtpFault.Refuse { At: SmtpStep.FinalDot })
        {
            var answered = fault is not { At: SmtpStep.FinalDot };
            server.Keep(new ReceivedMail(sender, [.. _recipients], raw.WrittenMemory, answered));
        }

        _sender = null;
        _recipients.Clear();
        return await AnswerAsync(SmtpStep.FinalDot, "250 OK", stopping);
    }

    /// <summary>Answers a step as planned: the reply, or the fault that strikes here; false ends the conversation.</summary>
    private async Task<bool> AnswerAsync(SmtpStep step, string reply, CancellationToken stopping, Action? refused = null)
    {
        switch (fault)
        {
            case SmtpFault.Drop drop when drop.At == step:
                return false;
            case SmtpFault.Stall stall when stall.At == step:
                // Reading on shows when the sender gives up; whatever it still says stays unanswered.
                while (await ReadLineAsync(stopping) is not null)
                {
                }

                return false;
            case SmtpFault.Refuse refuse when refuse.At == step:
                refused?.Invoke();
                await SayAsync($"{refuse.Code} {refuse.Text}", stopping);
                return step is not SmtpStep.Connect; // After a refused greeting only QUIT could follow.
            default:
                return await SayAsync(reply, stopping);
        }
    }

    private async Task<bool> SayAsync(string reply, CancellationToken stopping)
    {
        await _stream.WriteAsync(Encoding.ASCII.GetBytes(reply + "\r\n"), stopping);
        return true;
    }

    /// <summary>The next line without its end; null when the sender has hung up.</summary>
    private async Task<byte[]?> ReadLineAsync(CancellationToken stopping)
    {
        while (true)
        {
            var result = await _reader.ReadAsync(stopping);
            var buffer = result.Buffer;
            if (TryCutLine(buffer, out var line, out var rest))
            {
                _reader.AdvanceTo(rest);
                return line;
            }

            _reader.AdvanceTo(buffer.Start, buffer.End);
            if (result.IsCompleted)
            {
                return null;
            }
        }
    }

    // Only CR LF ends a line of this protocol; a lone LF is content.
    private static bool TryCutLine(ReadOnlySequence<byte> buffer, out byte[] line, out SequencePosition rest)
    {
        var reader = new SequenceReader<byte>(buffer);
        var found = reader.TryReadTo(out ReadOnlySequence<byte> cut, LineEnd, advancePastDelimiter: true);
        line = found ? cut.ToArray() : [];
        rest = reader.Position;
        return found;
    }

    private static string AddressOf(string command)
    {
        var open = command.IndexOf('<', StringComparison.Ordinal);
        var close = command.IndexOf('>', StringComparison.Ordinal);
        return open >= 0 && close > open ? command[(open + 1)..close] : "";
    }
}
