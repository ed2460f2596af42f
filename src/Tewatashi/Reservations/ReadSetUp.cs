using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Staff;
using Tewatashi.Storage;

namespace Tewatashi.Reservations;

/// <summary>初期設定: what stands and what is still to do, read from the records themselves, never from a tick.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ReadSetUp(Database database, FindSeats seats)
{
    public async Task<SetUpProgress> RunAsync(MunicipalityCode municipality, CancellationToken cancellationToken)
    {
        var (steps, settings) = await database.ReadAsync(municipality, async context =>
        {
            var read = await context.Settings.AsNoTracking().SingleAsync(cancellationToken);
            return (await StepsAsync(context, read, cancellationToken), read);
        }, cancellationToken);
        DateOnly? first = null;
        if (steps.Single(step => step.Matter == SetUpMatter.Hours).Done)
        {
            var maps = await seats.RunAsync(municipality, new(null, null, null, settings.MinutesPerPerson, Channel.Web, []), cancellationToken);
            first = maps.SelectMany(map => map.Days).Where(day => day.State == SeatDayState.Open).Select(day => (DateOnly?)day.Day).Min();
        }

        return new SetUpProgress(steps, first, settings.SetUpAt);
    }

    internal static async Task<IReadOnlyList<SetUpStep>> StepsAsync(TewatashiContext context, MunicipalitySettings settings, CancellationToken cancellationToken)
    {
        var boxes = await context.Locations.CountAsync(row => row.Capacity != null && !row.Retired, cancellationToken);
        var counters = await context.Counters.CountAsync(row => row.Active, cancellationToken);
        var open = await context.Counters.CountAsync(row => row.Active && context.OpeningHours.Any(hours => hours.CounterId == row.Id), cancellationToken);
        var accounts = await context.StaffMembers.CountAsync(row => row.State != StaffState.Disabled, cancellationToken);
        // A sample of the cards: whether there are any is what counts.
        var cards = await context.Cards.Take(1).CountAsync(cancellationToken);
        var hasUrl = settings.ResidentUrl.Length > 0;
        var hasContact = settings.Telephone.Length > 0 || settings.Fax.Length > 0 || settings.ContactMail.Length > 0;
        return
        [
            new(SetUpMatter.Storage, boxes > 0, boxes),
            new(SetUpMatter.Counters, counters > 0, counters),
            new(SetUpMatter.Hours, counters > 0 && open == counters, open),
            // The other rules have defaults; only the address under which residents book must be told.
            new(SetUpMatter.Rules, hasUrl, hasUrl ? 1 : 0),
            new(SetUpMatter.Contact, hasContact, hasContact ? 1 : 0),
            new(SetUpMatter.Colleagues, accounts > 1, Math.Max(0, accounts - 1)),
            new(SetUpMatter.Stock, cards > 0, cards),
        ];
    }
}
