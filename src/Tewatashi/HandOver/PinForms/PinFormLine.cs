using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Data;

namespace Tewatashi.HandOver.PinForms;

/// <summary>A form in custody as the pages show it.</summary>
/// <param name="By">Who moved it last.</param>
public sealed record PinFormLine(
    Guid FormId, Guid CardId, SerialNumber SerialNumber, Guid CounterId, string Counter, PinFormReason Reason, PinFormState State, DateTimeOffset ReceivedAt, DateTimeOffset MovedAt, string By)
{
    /// <summary>Those in custody, the oldest first.</summary>
    /// <param name="counterId">Null: of every counter.</param>
    internal static async Task<List<PinFormLine>> InCustodyAsync(TewatashiContext context, Guid? counterId, CancellationToken cancellationToken)
    {
        var rows = await (
            from form in context.PinForms
            where form.EndedAt == null && (counterId == null || form.CounterId == counterId)
            join card in context.Cards on form.CardId equals card.Id
            join counter in context.Counters on form.CounterId equals counter.Id
            orderby form.ReceivedAt, form.Id
            select new { Form = form, card.SerialNumber, Counter = counter.Name }).AsNoTracking().ToListAsync(cancellationToken);
        var ids = rows.ConvertAll(row => row.Form.Id);
        var moves = (await (
            from move in context.PinFormMoves
            where ids.Contains(move.FormId)
            from member in context.StaffMembers.Where(member => member.Id == move.StaffMemberId).DefaultIfEmpty()
            select new { move.FormId, move.At, move.Id, Name = member!.DisplayName }).AsNoTracking().ToListAsync(cancellationToken)).ToLookup(row => row.FormId);
        return rows.ConvertAll(row =>
        {
            var last = moves[row.Form.Id].OrderBy(move => move.At).ThenBy(move => move.Id).Last(); // received at least
            return new PinFormLine(
                row.Form.Id, row.Form.CardId, row.SerialNumber, row.Form.CounterId, row.Counter, row.Form.Reason, row.Form.State, row.Form.ReceivedAt, last.At, last.Name ?? "職員");
        });
    }
}
