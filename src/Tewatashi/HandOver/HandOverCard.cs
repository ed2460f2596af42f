using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.HandOver.OldPapers;
using Tewatashi.Municipalities;
using Tewatashi.Notices;
using Tewatashi.Reservations;
using Tewatashi.Staff;
using Tewatashi.TakeOuts;
using Tewatashi.Time;

namespace Tewatashi.HandOver;

/// <summary>
/// 交付: the gate. The card leaves only when its label is the reservation's, the birthday was typed twice, from the card's face and from the
/// identity paper, and both are the one on file, the checklist is ticked and the card lies in this counter's tray, or was taken out for a visit, unstopped. Then card,
/// place, reservation and notice end together. A wrong card or person is refused without a hint and the refusal recorded.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class HandOverCard(Database database, KeyStore keys)
{
    /// <param name="Label">製造管理番号 scanned from the sleeve.</param>
    /// <param name="Answers">By code of the question.</param>
    /// <param name="Second">Another member of staff, for a proxy and for whatever is out of the ordinary; null while nobody signed.</param>
    /// <param name="TakenBack">Old cards and papers; null: none.</param>
    public sealed record Request(
        Guid ReservationId, SerialNumber Label, Birthdays Birthdays, Recipient Recipient, IReadOnlyDictionary<string, int> Answers, FileNumber FileNumber,
        SecondSignature? Second = null, IReadOnlyList<TakenBack>? TakenBack = null)
    {
        /// <summary>When it really was, entered later from the 当日控え; null: now.</summary>
        public DateTimeOffset? HappenedAt { get; init; }
    }

    /// <param name="OnCard">Read from the card's face; month and day count.</param>
    /// <param name="OnPaper">Read from the identity paper, without seeing the other.</param>
    public sealed record Birthdays(Birthday OnCard, Birthday OnPaper);

    /// <param name="Kind">Who really came: may differ from the booking.</param>
    /// <param name="ProxyName">Named or corrected at the counter; null: the name given with the booking counts.</param>
    public sealed record Recipient(RecipientKind Kind, KanaName? ProxyName = null);

    public abstract record Outcome;

    public sealed record HandedOver(Guid CardId, string LastFour, FileNumber FileNumber) : Outcome;

    /// <summary>The scanned label is not that of this reservation's card.</summary>
    public sealed record WrongCard : Outcome;

    /// <summary>The birthdays typed are not the one on file, or not the same: which of them is not told.</summary>
    public sealed record WrongPerson : Outcome;

    /// <summary>The gate does not open for this reservation.</summary>
    public sealed record Stopped(GateStop Stop) : Outcome;

    /// <param name="Missing">By code of the question, in words for the clerk.</param>
    public sealed record Incomplete(IReadOnlyDictionary<string, string> Missing) : Outcome;

    /// <summary>A proxy comes alone and was not named.</summary>
    public sealed record ProxyNameMissing : Outcome;

    /// <summary>This 受取人種別 is not open here.</summary>
    public sealed record RecipientKindClosed : Outcome;

    /// <summary>Something is out of the ordinary, and nobody else has signed yet.</summary>
    public sealed record SecondNeeded(HandOverExceptions For) : Outcome;

    /// <summary>The second person is the one who is signed in.</summary>
    public sealed record SamePerson : Outcome;

    /// <summary>The second person's user id or password is wrong, locked or may not do this.</summary>
    public sealed record SecondRefused : Outcome;

    /// <summary>It cannot have been at the time that was given.</summary>
    public sealed record NotThen(LaterProblem Why) : Outcome;

    public sealed record NotFound : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        var second = await SecondPerson.ReadAsync(database, caller, request.Second, cancellationToken);
        try
        {
            return await database.WriteAsync(caller, OperationKind.HandOverCard, async work =>
            {
                var outcome = await HandOverAsync(work, request, second, cancellationToken);
                switch (outcome)
                {
                    case HandedOver done: work.Record(nameof(HandedOver), request.ReservationId, LaterEntry.Detail(request.Recipient.Kind.ToString(), request.HappenedAt), second is null ? [done.CardId] : [done.CardId, second.Id]); break;
                    case WrongCard: work.AbandonRecording(nameof(WrongCard), request.ReservationId); break;
                    case WrongPerson: work.AbandonRecording(nameof(WrongPerson), request.ReservationId); break;
                    case Stopped stopped: work.AbandonRecording(nameof(Stopped), request.ReservationId, stopped.Stop.ToString()); break;
                    case SamePerson or SecondRefused: break; // recorded where it was found
                    default: work.Abandon(); break;
                }

                return outcome;
            }, (work, first) => FirstAsync(work, first, cancellationToken), cancellationToken);
        }
        catch (AlreadyThereException)
        {
            return new Stopped(GateStop.HandedOver);
        }
    }

    private async Task<Outcome> HandOverAsync(Work work, Request request, SecondPerson? second, CancellationToken cancellationToken)
    {
        if (await Gate.FindAsync(work.Context, request.ReservationId, cancellationToken) is not { } gate) return new NotFound();
        if (gate.Card.SerialNumber != request.Label) return new WrongCard();
        if (gate.Stop is { } stop) return new Stopped(stop);
        if (request.HappenedAt is { } happenedAt && await LaterEntry.ProblemAsync(work, gate.Visit, happenedAt, cancellationToken) is { } why) return new NotThen(why);
        var rules = await BookingRules.LoadAsync(work.Context, work.Now, cancellationToken);
        if (request.Recipient.Kind != gate.Reservation.RecipientKind && !rules.IsOpen(request.Recipient.Kind)) return new RecipientKindClosed();
        if (request.Recipient is { ProxyName: null } && request.Recipient.Kind.ComesAlone()
            && !await work.Context.ProxyNames.AnyAsync(row => row.ReservationId == gate.Reservation.Id, cancellationToken))
            return new ProxyNameMissing();
        var checklist = await Checklist.LoadAsync(work.Context, cancellationToken);
        var missing = checklist.WhatIsMissing(request.Recipient.Kind, gate.Card.AmendmentNeeded, request.Answers);
        if (missing.Count > 0) return new Incomplete(missing);
        var exceptions = (await ExceptionsAsync(work, gate, rules, request.HappenedAt ?? work.Now, cancellationToken)).Of(request.Recipient.Kind, request.Answers.GetValueOrDefault(Checklist.NoticeAnswered) == 1);
        if (exceptions != HandOverExceptions.None && second is null) return new SecondNeeded(exceptions);
        switch (second is null ? null : (SecondPerson.Answer?)await second.StandsAsync(work, Permission.HandOver, gate.Reservation.Id, cancellationToken))
        {
            case SecondPerson.Answer.SamePerson: return new SamePerson();
            case SecondPerson.Answer.Refused: return new SecondRefused();
        }

        // Last of all: the birthday is tried only with a form that would otherwise go through.
        if (!await IsTheirsAsync(work, gate.Card.Id, request.Birthdays, cancellationToken)) return new WrongPerson();
        await LeaveAsync(work, gate, request, new(checklist, exceptions, second?.Id), cancellationToken);
        return new HandedOver(gate.Card.Id, gate.Card.SerialNumber.LastFour, request.FileNumber);
    }

    /// <summary>What could be out of the ordinary about this hand-over.</summary>
    internal static async Task<GateExceptions> ExceptionsAsync(Work work, Gate gate, BookingRules rules, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var deadline = await work.Context.Notices.Where(row => row.CardId == gate.Card.Id && row.State != NoticeState.Withdrawn).MaxAsync(row => (DateOnly?)row.DeadlineOn, cancellationToken);
        return new(gate.Reservation.RecipientKind, rules.Settings.SecondForProxy, gate.Card.LastDayOn ?? deadline, JapanTime.DateOf(at));
    }

    private async Task<bool> IsTheirsAsync(Work work, Guid cardId, Birthdays typed, CancellationToken cancellationToken)
    {
        var applicant = await work.Context.Applicants.AsNoTracking().SingleAsync(row => row.CardId == cardId, cancellationToken);
        var birthday = new ApplicantItems(keys, work.Municipality).Open(applicant).Birthday;
        return typed.OnCard.SameMonthDay(typed.OnPaper) && typed.OnCard.SameMonthDay(birthday);
    }

    private async Task LeaveAsync(Work work, Gate gate, Request request, Confirmed confirmed, CancellationToken cancellationToken)
    {
        var (reservation, _, card) = gate;
        var (kind, wasOut) = (request.Recipient.Kind, card.PlaceKind == PlaceKind.TakenOut);
        if (!await work.StepAsync(reservation, ReservationStep.Complete, cancellationToken)
            || !await work.StepAsync(card, CardStep.HandOver, cancellationToken)
            || !await work.MoveAsync(card, PlaceStep.HandOver, Place.WithResident, cancellationToken)) throw new PassingException();
        if (wasOut) await work.EndTakeOutAsync(card.Id, cancellationToken);
        if (request.HappenedAt is { } happenedAt)
            await work.Context.Cards.Where(row => row.Id == card.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.HandedOverAt, happenedAt), cancellationToken);
        if (kind != reservation.RecipientKind)
        {
            await work.Context.Reservations.Where(row => row.Id == reservation.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.RecipientKind, kind).SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        }

        if (kind.ComesAlone() && request.Recipient.ProxyName is { } name) work.Context.Add(ProxyNames.Seal(keys, reservation, name, work.Now));
        // Whichever state it has: its password opens nothing any more. A notice that was just sent again is caught with it.
        await work.WithdrawNoticesAsync(card.Id, cancellationToken);
        Keep(work, gate, request, confirmed);
    }

    private static void Keep(Work work, Gate gate, Request request, Confirmed confirmed)
    {
        var id = Ids.New();
        work.Context.Add(new HandOverRecord
        {
            Municipality = work.Municipality,
            Id = id,
            CardId = gate.Card.Id,
            ReservationId = gate.Reservation.Id,
            CounterId = gate.Visit.CounterId,
            At = work.Now,
            HappenedAt = request.HappenedAt,
            StaffMemberId = Guid.Parse(work.Caller.Actor.Id),
            RecipientKind = request.Recipient.Kind,
            FileNumber = request.FileNumber.Value,
            SecondId = confirmed.SecondId,
            Exceptions = confirmed.Exceptions,
        });
        work.Context.AddRange((request.TakenBack ?? []).Where(taken => taken.Count > 0).Select(taken => OldPaper.Of(work, id, taken)));
        foreach (var question in confirmed.Checklist.For(request.Recipient.Kind, gate.Card.AmendmentNeeded))
        {
            work.Context.Add(new HandOverAnswer
            {
                Municipality = work.Municipality,
                HandOverId = id,
                Question = question.Code,
                Answer = request.Answers.GetValueOrDefault(question.Code),
            });
        }
    }

    private static async Task<Outcome> FirstAsync(Work work, AuditEntry first, CancellationToken cancellationToken)
    {
        switch (first.Outcome)
        {
            case nameof(SamePerson): return new SamePerson();
            case SecondPerson.Wrong: return new SecondRefused();
        }

        var record = await work.Context.HandOvers.AsNoTracking().SingleAsync(row => row.ReservationId == first.SubjectId, cancellationToken);
        var serialNumber = await work.Context.Cards.Where(row => row.Id == record.CardId).Select(row => row.SerialNumber).SingleAsync(cancellationToken);
        return new HandedOver(record.CardId, serialNumber.LastFour, FileNumber.Parse(record.FileNumber));
    }

    /// <summary>What was confirmed before the card leaves.</summary>
    private sealed record Confirmed(Checklist Checklist, HandOverExceptions Exceptions, Guid? SecondId);
}
