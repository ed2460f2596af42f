using System.Collections.Concurrent;
using Tewatashi.Mail;

namespace Tewatashi.Tests.Reservations.Walks;

/// <summary>A mail server that mostly takes what it is given, and now and then asks to wait, refuses, or takes it without saying so.</summary>
internal sealed class MoodyMailbox(Walk walk, Random random) : IMailTransport
{
    private readonly ConcurrentDictionary<Guid, int> copies = new();
    private readonly Lock dice = new();

    public Task<MailAnswer> SendAsync(MailMessage message, CancellationToken cancellationToken)
    {
        int mood;
        lock (dice) mood = random.Next(10);
        MailAnswer answer = mood switch
        {
            0 => new MailAnswer.Later("451"),
            1 => new MailAnswer.Refused("550"),
            2 => new MailAnswer.Unknown("Timeout"),
            _ => new MailAnswer.Taken(),
        };
        // Not heard to be taken, and taken all the same: the worst that can happen.
        if (answer is MailAnswer.Taken or MailAnswer.Unknown && copies.AddOrUpdate(message.Id, 1, (_, count) => count + 1) > OutboxMail.MostUnanswered)
            walk.Fail($"mail {message.Id} arrived more than {OutboxMail.MostUnanswered} times");
        return Task.FromResult(answer);
    }
}
