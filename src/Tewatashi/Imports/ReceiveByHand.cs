using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Time;

namespace Tewatashi.Imports;

/// <summary>
/// 特急発行: a card that came to the office without a file is typed in and goes the ordinary way from there: label, inspection, preparation, shelf. The
/// cards of a day stand in one delivery of their own. A later file that brings the card with equal data leaves it as it is.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class ReceiveByHand(Database database, KeyStore keys)
{
    /// <summary>The index that lets one delivery by hand be open at a time.</summary>
    public const string OneOpen = "ux_shipment_by_hand";

    /// <param name="DispatchNumber">Null where no 発送番号 came with the card.</param>
    public sealed record Request(SerialNumber SerialNumber, ApplicantNames Names, DispatchNumber? DispatchNumber);

    public abstract record Outcome;

    public sealed record TakenIn(Guid CardId, Guid ShipmentId) : Outcome;

    /// <summary>A card with this number is known: announced by a file, or typed in before.</summary>
    public sealed record AlreadyThere(Guid CardId) : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await database.WriteAsync<Outcome>(caller, OperationKind.ReceiveByHand, work => ReceiveAsync(work, request, cancellationToken),
                    async (work, first) => new TakenIn(first.SubjectId!.Value, await work.Context.Cards.Where(row => row.Id == first.SubjectId).Select(row => row.ShipmentId!.Value).SingleAsync(cancellationToken)), // recorded with it
                    cancellationToken);
            }
            catch (AlreadyThereException) when (attempt < 4)
            {
                // Two typed the same card, or the first one of the day, at the same moment: the next look finds it.
            }
        }
    }

    /// <summary>A file's row cut down to what was typed for this card: what the file knows beyond that makes no difference.</summary>
    internal static ShipmentRow AsTyped(ShipmentRow row, bool withDispatchNumber) => new()
    {
        Line = row.Line,
        SerialNumber = row.SerialNumber,
        ApplicationId = row.ApplicationId,
        KanaName = row.KanaName,
        Birthday = row.Birthday,
        DispatchNumber = withDispatchNumber ? row.DispatchNumber : null,
    };

    private async Task<Outcome> ReceiveAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        var context = work.Context;
        if (await context.Cards.Where(row => row.SerialNumber == request.SerialNumber).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancellationToken) is { } there)
            return work.Refuse(new AlreadyThere(there));
        var keepsYear = await context.Settings.Select(row => row.BirthYearDecision != null).SingleAsync(cancellationToken);
        var names = keepsYear ? request.Names : request.Names with { Birthday = request.Names.Birthday.WithoutYear() };
        var shipment = await ShipmentAsync(work, cancellationToken);
        var card = new Card
        {
            Municipality = work.Municipality,
            Id = Ids.New(),
            SerialNumber = request.SerialNumber,
            DispatchNumber = request.DispatchNumber,
            ShipmentId = shipment.Id,
            ImportId = null,
            Ordinal = await context.Cards.CountAsync(row => row.ShipmentId == shipment.Id, cancellationToken) + 1,
            Route = CardRoute.Counter,
            Progress = CardProgress.Expected,
            PlaceKind = PlaceKind.None,
            PlacedAt = work.Now,
            Fingerprint = RowFingerprint.Of(RowOf(request), names.Birthday, keys.KeysOf(work.Municipality, KeyPurpose.Applicant)),
            AddedAt = work.Now,
        };
        context.Cards.Add(card);
        context.Applicants.Add(new ApplicantItems(keys, work.Municipality).Seal(card.Id, names));
        work.Record(nameof(TakenIn), card.Id, others: [shipment.Id]);
        return new TakenIn(card.Id, shipment.Id);
    }

    /// <summary>The open delivery by hand; a new one where there is none. It has no boxes: each card came by itself.</summary>
    private static async Task<Shipment> ShipmentAsync(Work work, CancellationToken cancellationToken)
    {
        if (await work.Context.Shipments.SingleOrDefaultAsync(row => row.ByHandOn != null && row.State == ShipmentState.Receiving, cancellationToken) is { } open)
        {
            // Whoever closes it meanwhile waits, or is seen: no card slips into a closed delivery.
            if (await work.Context.Shipments.Where(row => row.Id == open.Id && row.State == ShipmentState.Receiving)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version + 1), cancellationToken) == 0) throw new PassingException();
            return open;
        }

        var today = JapanTime.DateOf(work.Now);
        var shipment = new Shipment
        {
            Municipality = work.Municipality,
            Id = Ids.New(),
            Name = $"特急発行 {JapaneseDate.Brief(today)}",
            State = ShipmentState.Receiving,
            AnnouncedAt = work.Now,
            ReceivedAt = work.Now,
            ByHandOn = today,
        };
        work.Context.Shipments.Add(shipment);
        return shipment;
    }

    private static ShipmentRow RowOf(Request request) => new()
    {
        Line = 0,
        SerialNumber = request.SerialNumber,
        ApplicationId = request.Names.ApplicationId,
        KanaName = request.Names.KanaName,
        Birthday = request.Names.Birthday,
        DispatchNumber = request.DispatchNumber,
    };
}
