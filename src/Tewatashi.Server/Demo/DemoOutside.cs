using System.Text;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Imports;
using Tewatashi.Imports.Changes;
using Tewatashi.Staff;
using Tewatashi.Storage;
using Tewatashi.TakeOuts;
using Tewatashi.Time;
using Tewatashi.Vaults;

namespace Tewatashi.Server.Demo;

/// <summary>What happens around the shelves of the demonstration: vaults are unlocked and locked, cards go to visits and come back, and the register sends its change list.</summary>
internal sealed class DemoOutside(DemoOffice office, DemoCustody custody)
{
    private readonly Dictionary<string, Guid> vaults = [];

    public async Task UnlockAsync(CancellationToken cancellationToken, params string[] paths)
    {
        foreach (var path in paths) await office.Staff<UnlockVault>().RunAsync(new(await VaultAsync(path, cancellationToken)), office.By(StaffRoles.Custody), cancellationToken);
    }

    public async Task LockAsync(CancellationToken cancellationToken, params string[] paths)
    {
        foreach (var path in paths) await office.Staff<LockVault>().RunAsync(new(await VaultAsync(path, cancellationToken)), office.By(StaffRoles.Admin), cancellationToken);
    }

    public async Task TakeOutAsync(IEnumerable<DemoCard> cards, TakeOutKind kind, DateOnly backOn, int backAt, CancellationToken cancellationToken)
    {
        var by = Guid.Parse(office.People[StaffRoles.Counter].Id);
        foreach (var card in cards)
            DemoOffice.Expect<TakeOutCard.TakenOut>(await office.Staff<TakeOutCard>().RunAsync(
                new(card.Serial, by, kind, JapanTime.InstantOf(backOn, new TimeOnly(backAt, 0))), office.By(StaffRoles.Custody), cancellationToken));
    }

    public async Task BringBackAsync(IEnumerable<DemoCard> cards, CancellationToken cancellationToken)
    {
        foreach (var card in cards)
            DemoOffice.Expect<BringBackCard.Back>(await office.Staff<BringBackCard>().RunAsync(new(custody.NextBox(card), card.Serial), office.By(StaffRoles.Custody), cancellationToken));
    }

    /// <summary>The register's list of a week: the first of our applicants on it is decided, the others wait for a clerk, and the rest of the town is counted and forgotten.</summary>
    public async Task ReadChangesAsync(IReadOnlyList<DemoCard> cards, DateOnly day, CancellationToken cancellationToken)
    {
        if (cards.Count == 0) return;
        string[] kinds = ["転出", "転居", "氏名変更", "死亡"];
        var text = new StringBuilder("カナ氏名,生年月日,異動事由,異動日\r\n");
        foreach (var (i, card) in cards.Index())
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{card.Kana},1976-{card.Birthday.MonthDay},{kinds[i % kinds.Length]},{day.AddDays(-3):yyyy-MM-dd}\r\n");
        for (var i = 0; i < 5; i++) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"ミホン　ヨソノ,1961-0{i + 1}-15,転居,{day.AddDays(-4):yyyy-MM-dd}\r\n");

        var list = DemoOffice.Expect<UploadChanges.Uploaded>(await office.Staff<UploadChanges>().RunAsync(
            new("異動.csv", ImportEncoding.Utf8, new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()))), office.By(StaffRoles.Custody), cancellationToken)).ListId;
        DemoOffice.Expect<BeginChanges.Begun>(await office.Staff<BeginChanges>().RunAsync(new(list), office.By(StaffRoles.Custody), cancellationToken));
        var first = await office.Staff<Data.Database>().ReadAsync(office.Municipality,
            context => context.ChangeRows.Where(row => row.ListId == list).OrderBy(row => row.Line).Select(row => row.Id).FirstAsync(cancellationToken), cancellationToken);
        DemoOffice.Expect<DecideChange.Decided>(await office.Staff<DecideChange>().RunAsync(new(list, first, [cards[0].Id]), office.By(StaffRoles.Custody), cancellationToken));
    }

    private async Task<Guid> VaultAsync(string path, CancellationToken cancellationToken)
    {
        if (!vaults.TryGetValue(path, out var id))
        {
            vaults[path] = id = await office.Staff<Data.Database>().ReadAsync(office.Municipality,
                context => context.Locations.Where(row => row.Path == path && row.Kind == LocationKind.Vault).Select(row => row.Id).SingleAsync(cancellationToken), cancellationToken);
        }

        return id;
    }
}
