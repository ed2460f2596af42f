using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Notices;
using Tewatashi.Reservations;
using Tewatashi.Server.Commands;

namespace Tewatashi.Server.Demo;

/// <summary>Makes a demonstration in an empty database, or goes on with one that is there; never touches any other.</summary>
internal sealed class DemoMaker(Installation installation, IDatabaseProvider provider, string residentUrl, string staffUrl)
{
    private readonly Demonstration mark = new(provider);

    private string FilePath => Path.Combine(installation.DataFolder, "demo.json");

    /// <exception cref="RefusedException">The database is not a demonstration's.</exception>
    public async Task<(DemoFile File, TimeProvider Clock)> MakeAsync(int cards, int seed, bool fresh, CancellationToken cancellationToken)
    {
        var state = await mark.StateAsync(cancellationToken);
        if (state == Demonstration.State.NotADemonstration)
            throw new RefusedException("このデータベースはデモのものではありません。デモには別の場所(--data DIR)か、空のデータベースを指定してください。");
        // One that was cut off is of no use; one whose passwords are lost neither.
        if (state == Demonstration.State.Unfinished || (state == Demonstration.State.Finished && (fresh || !File.Exists(FilePath))))
        {
            await mark.RemoveAsync(cancellationToken);
            RemoveFiles();
            state = Demonstration.State.Nothing;
        }

        if (state == Demonstration.State.Nothing) await NewAsync(cards, seed, cancellationToken);
        else await provider.MigrateAsync(cancellationToken);
        var clock = await Office.ClockAsync(installation, provider, cancellationToken);
        var file = await DemoFile.ReadAsync(FilePath, cancellationToken) ?? throw new RefusedException($"{FilePath} を読めません。--fresh で作り直してください。");
        file = await SortedAsync(file, clock, cancellationToken) with { Resident = residentUrl, Staff = staffUrl };
        await file.WriteAsync(FilePath, cancellationToken);
        return (file, clock);
    }

    private async Task NewAsync(int count, int seed, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        await mark.BeginAsync(cancellationToken);
        await provider.MigrateAsync(cancellationToken);
        var present = await Office.ClockAsync(installation, provider, cancellationToken);
        var cards = new DemoPeople(seed).Make(count);
        // What a power cut spoils meanwhile is made anew: only the mark at the end waits for the disk, and all before it with it.
        await using var hasty = installation.NewProvider(durable: false);
        await using var office = new DemoOffice(installation, hasty, new DemoClock(present), residentUrl);
        await new DemoStory(office, cards).LiveAsync(residentUrl, cancellationToken);
        var notices = cards.Where(card => card.Password is not null)
            .Select(card => new DemoFile.Notice(card.ReceptionNumber!.Value, card.Password!.Value, card.Birthday.MonthDay, card.Serial.Value)); // numbers come with passwords
        await new DemoFile(residentUrl, staffUrl, office.Municipality.Value, office.People.Members, [.. notices], []).WriteAsync(FilePath, cancellationToken);
        await mark.FinishAsync(present.GetUtcNow(), cancellationToken);
        await Console.Error.WriteLineAsync(FormattableString.Invariant($"デモのデータを作りました({count}枚、{watch.Elapsed.TotalSeconds:F1}秒)。"));
    }

    /// <summary>Which notices open a booking at this moment, and which do not.</summary>
    private async Task<DemoFile> SortedAsync(DemoFile file, TimeProvider clock, CancellationToken cancellationToken)
    {
        var database = new Data.Database(provider, DatabaseRole.Staff, clock);
        var now = clock.GetUtcNow();
        var open = await database.ReadAsync(DemoOffice.Code, context => (
            from notice in context.Notices
            where notice.State == NoticeState.Sent
            join card in context.Cards on notice.CardId equals card.Id
            where card.Progress == CardProgress.Prepared && card.Suspension == null && card.Route == CardRoute.Counter && card.PlaceKind != PlaceKind.Missing
                && !context.Reservations.Any(row => row.CardId == card.Id
                    && (row.State == ReservationState.Booked || row.State == ReservationState.CheckedIn || row.State == ReservationState.NeedsRebooking
                        || (row.State == ReservationState.Held && context.Visits.Any(visit => visit.Id == row.VisitId && visit.HoldExpiresAt > now))))
            select notice.ReceptionNumber).ToListAsync(cancellationToken), cancellationToken);
        var numbers = open.Select(number => number.Value).ToHashSet();
        var all = file.Notices.Concat(file.OtherNotices ?? []).ToLookup(notice => numbers.Contains(notice.ReceptionNumber));
        return file with { Notices = [.. all[true]], OtherNotices = [.. all[false]] };
    }

    private void RemoveFiles()
    {
        File.Delete(FilePath);
        var mails = Path.Combine(installation.DataFolder, "mail");
        if (Directory.Exists(mails))
        {
            foreach (var mail in Directory.EnumerateFiles(mails, "*.eml")) File.Delete(mail);
        }
    }
}
