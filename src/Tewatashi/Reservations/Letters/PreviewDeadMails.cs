using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Mail;

namespace Tewatashi.Reservations.Letters;

/// <summary>Shows what would become of each mail of a selection before it is sent again or given up. Changes nothing.</summary>
[UseCase(UsedBy.Staff)]
public sealed class PreviewDeadMails(Database database)
{
    /// <param name="MailIds">At most <see cref="EndDeadMails.MostMails"/>.</param>
    public sealed record Request(IReadOnlyList<Guid> MailIds);

    /// <param name="CardId">Null where nobody is left to be told.</param>
    /// <param name="Masked">Null once the address was erased.</param>
    /// <param name="Calls">Given up, somebody is to be called.</param>
    /// <param name="Over">Somebody dealt with it already: it stays as it is.</param>
    public sealed record Line(Guid MailId, Guid? CardId, SerialNumber? SerialNumber, MailKind Kind, string? Masked, DateOnly? Day, bool Calls, bool Over);

    public Task<IReadOnlyList<Line>> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        if (request.MailIds.Count > EndDeadMails.MostMails) throw new ArgumentException("Too many mails at once.", nameof(request));
        return database.WriteAsync<IReadOnlyList<Line>>(caller with { OperationId = null }, OperationKind.ViewMails, async work =>
        {
            var rows = await DeadMailList.SelectedAsync(work.Context, request.MailIds, cancellationToken);
            work.Record("Viewed", null, FormattableString.Invariant($"{rows.Count}"), rows.Select(row => row.CardId).OfType<Guid>().Distinct());
            return [.. rows.Select(row => new Line(row.Id, row.CardId, row.SerialNumber, row.Kind, row.Masked, row.Day, GiveUpMail.Calls(row.Kind, row.CardId), row.State != OutboxState.Dead))];
        }, cancellationToken: cancellationToken);
    }
}
