using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Notices;
using Tewatashi.Storage;

namespace Tewatashi.Reservations;

/// <summary>One search at work: asks for everything that the term may mean, each card once with its surest match.</summary>
internal sealed class CardSearch(TewatashiContext context, ApplicantItems items, SearchTerm term, int mostHits, int mostOpened)
{
    private readonly Dictionary<Guid, CardMatch> matches = [];
    private bool isTooMany;

    /// <summary>The cards found; null where there are too many to show.</summary>
    public async Task<IReadOnlyDictionary<Guid, CardMatch>?> RunAsync(CancellationToken cancellationToken)
    {
        await AddAsync(CardMatch.SerialNumber, SerialNumbers(), cancellationToken);
        await AddAsync(CardMatch.ApplicationId, Applications(), cancellationToken);
        await AddAsync(CardMatch.ReservationNumber, Reserved(), cancellationToken);
        await AddAsync(CardMatch.ReceptionNumber, Noticed(), cancellationToken);
        await AddAsync(CardMatch.DispatchNumber, Dispatched(), cancellationToken);
        await AddNamesAsync(cancellationToken);
        await AddAsync(CardMatch.SerialBeginning, SerialBeginnings(), cancellationToken);
        return isTooMany || matches.Count > mostHits ? null : matches;
    }

    /// <summary>The found cards with all that the list shows.</summary>
    public async Task<IReadOnlyList<CardHit>> ShowAsync(IReadOnlyDictionary<Guid, CardMatch> found, CancellationToken cancellationToken)
    {
        var ids = found.Keys.ToList();
        var cards = await context.Cards.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancellationToken);
        var applicants = await context.Applicants.AsNoTracking().Where(row => ids.Contains(row.CardId)).ToDictionaryAsync(row => row.CardId, cancellationToken);
        var notices = await context.Notices.Where(row => ids.Contains(row.CardId) && row.State != NoticeState.Withdrawn)
            .ToDictionaryAsync(row => row.CardId, row => row.State, cancellationToken);
        var visits = await (
            from reservation in context.Reservations
            where reservation.CardId != null && ids.Contains(reservation.CardId.Value)
                && (reservation.State == ReservationState.Booked || reservation.State == ReservationState.CheckedIn || reservation.State == ReservationState.NeedsRebooking)
            join visit in context.Visits on reservation.VisitId equals visit.Id
            select new { CardId = reservation.CardId!.Value, reservation.State, visit.Day, visit.StartsAt }).ToDictionaryAsync(row => row.CardId, cancellationToken);
        var places = await LocationWords.OfAsync(context, [.. cards.Select(row => row.LocationId).OfType<Guid>().Distinct()], cancellationToken);
        return
        [
            .. cards.Select(card =>
            {
                var names = applicants.TryGetValue(card.Id, out var applicant) ? items.Open(applicant) : null;
                var visit = visits.GetValueOrDefault(card.Id);
                NoticeState? notice = notices.TryGetValue(card.Id, out var state) ? state : null;
                return new CardHit(
                    card.Id, card.SerialNumber, names?.KanaName?.Value, names?.Birthday.Display ?? "",
                    CardStatuses.Of(card.Progress, card.PlaceKind, card.Suspension, notice, visit?.State), card.Suspension, card.PlaceKind,
                    card.LocationId is { } at ? places.GetValueOrDefault(at) : null, visit?.Day, visit?.StartsAt, found[card.Id]);
            })
            .OrderBy(hit => hit.Match).ThenBy(hit => hit.KanaName, StringComparer.Ordinal).ThenBy(hit => hit.SerialNumber.Value, StringComparer.Ordinal),
        ];
    }

    private async Task AddAsync(CardMatch match, IQueryable<Guid>? cardIds, CancellationToken cancellationToken)
    {
        if (cardIds is null) return;
        foreach (var id in await cardIds.Take(mostHits + 1).ToListAsync(cancellationToken)) matches.TryAdd(id, match);
    }

    private IQueryable<Guid>? SerialNumbers() =>
        term.Serials is { Count: > 0 } serials ? context.Cards.Where(row => serials.Contains(row.SerialNumber)).Select(row => row.Id) : null;

    private IQueryable<Guid>? Applications()
    {
        if (term.ApplicationId is not { } id) return null;
        var token = items.TokenOf(id);
        return context.Applicants.Where(row => row.ApplicationIdToken == token).Select(row => row.CardId);
    }

    private IQueryable<Guid>? Reserved() => term.ReservationNumber is { } number
        ? from visit in context.Visits
          where visit.ReservationNumber == number
          join reservation in context.Reservations on visit.Id equals reservation.VisitId
          where reservation.CardId != null
          select reservation.CardId!.Value
        : null;

    private IQueryable<Guid>? Noticed() => term.ReceptionNumber is { } number
        ? context.Notices.Where(row => row.ReceptionNumber == number).Select(row => row.CardId)
        : null;

    private IQueryable<Guid>? Dispatched() => term.DispatchNumber is { } number
        ? context.Cards.Where(row => row.DispatchNumber == number).Select(row => row.Id)
        : null;

    /// <summary>A range, not a pattern: it stays on the index. After a beginning come letters and digits only, so Z closes it in every collation.</summary>
    private IQueryable<Guid>? SerialBeginnings()
    {
        if (term.SerialPrefix is not { } first) return null;
        var last = first.PadRight(10, 'Z');
        return context.Cards.FromSql($"SELECT * FROM card WHERE serial_number >= {first} AND serial_number <= {last}").Select(row => row.Id);
    }

    private async Task AddNamesAsync(CancellationToken cancellationToken)
    {
        if (term.Kana is not { LooseKey: { Length: > 0 } key } kana) return;
        if (key.Length < 2)
        {
            isTooMany = matches.Count == 0;
            return;
        }

        var applicants = context.Applicants.AsNoTracking();
        if (term.Birthday is { } birthday)
        {
            var day = items.TokenOf(birthday);
            applicants = applicants.Where(row => row.BirthdayToken == day);
        }

        var rows = await Beginning(applicants, key).Take(mostOpened + 1).ToListAsync(cancellationToken);
        if (rows.Count > mostOpened)
        {
            // Too many share the beginning; whoever has the whole name is found all the same.
            var whole = items.TokenOfKana(key);
            rows = await applicants.Where(row => row.KanaToken == whole).Take(mostHits + 1).ToListAsync(cancellationToken);
            if (rows.Count == 0) isTooMany = true;
        }

        foreach (var row in rows)
        {
            if (items.Open(row).KanaName is { } name && Rank(name, kana) is { } match) matches.TryAdd(row.CardId, match);
        }
    }

    private IQueryable<Applicant> Beginning(IQueryable<Applicant> applicants, string key)
    {
        var token = items.KanaPrefixToken(key, Math.Min(key.Length, 4));
        return key.Length switch
        {
            2 => applicants.Where(row => row.KanaToken2 == token),
            3 => applicants.Where(row => row.KanaToken3 == token),
            _ => applicants.Where(row => row.KanaToken4 == token),
        };
    }

    private static CardMatch? Rank(KanaName name, KanaName sought) =>
        name.StrictKey == sought.StrictKey ? CardMatch.WholeName
        : name.StrictKey.StartsWith(sought.StrictKey, StringComparison.Ordinal) ? CardMatch.NameBeginning
        : name.LooseKey.StartsWith(sought.LooseKey, StringComparison.Ordinal) ? CardMatch.LooseName
        : null;
}
