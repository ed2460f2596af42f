using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Staff;
using Tewatashi.Testing;
using Tewatashi.Time;
using Tewatashi.Vaults;

namespace Tewatashi.Tests.Vaults;

/// <summary>開錠・施錠: one vault is open once at a time, and who left it open after closing is said on the first page.</summary>
public sealed class VaultTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Vault_is_unlocked_and_locked_once_by_however_many_press(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddBoxesAsync();
        var (vault, shelf) = (await IdOfAsync(office, "H-V1"), await IdOfAsync(office, "H-V1-01"));

        var unlocked = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => office.Staff<UnlockVault>().RunAsync(new(vault), office.ByStaff(), CancellationToken.None)));
        var locked = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => office.Staff<LockVault>().RunAsync(new(vault), office.ByStaff(), CancellationToken.None)));

        Assert.Single(unlocked, UnlockVault.Outcome.Unlocked);
        Assert.Equal(3, unlocked.Count(outcome => outcome == UnlockVault.Outcome.AlreadyOpen));
        Assert.Single(locked, done => done);
        Assert.Equal(UnlockVault.Outcome.NoVault, await office.Staff<UnlockVault>().RunAsync(new(shelf), office.ByStaff(), CancellationToken.None));
        Assert.Equal(["Unlocked", "Locked"], await office.SeeAsync(context => context.Audit
            .Where(row => row.Operation == OperationKind.UnlockVault || row.Operation == OperationKind.LockVault).OrderBy(row => row.Id).Select(row => row.Outcome).ToListAsync()));
        Assert.Equal(1, await office.SeeAsync(context => context.VaultOpenings.CountAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Only_a_vault_is_unlocked(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddBoxesAsync();

        foreach (var path in new[] { "H", "H-V1-01", "H-V1-01-01" })
        {
            var id = await office.SeeAsync(context => context.Locations.Where(row => row.Path == path).Select(row => row.Id).SingleAsync());
            Assert.Equal(UnlockVault.Outcome.NoVault, await office.Staff<UnlockVault>().RunAsync(new(id), office.ByStaff(), CancellationToken.None));
        }

        Assert.Equal(0, await office.SeeAsync(context => context.VaultOpenings.CountAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Vault_open_after_its_office_has_closed_alarms_on_the_first_page(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddBoxesAsync();
        await office.AddCounterAsync();
        var page = await SubmitAsync("Unlock");
        Assert.Contains("開錠を記録しました", page.Text, StringComparison.Ordinal);
        At(16, 59);
        Assert.DoesNotContain("閉庁後", (await GetAsync("/")).Text, StringComparison.Ordinal);

        At(17, 0);
        Assert.Contains("閉庁後に開いている保管庫が1か所あります", (await GetAsync("/")).Text, StringComparison.Ordinal);
        page = await GetAsync("/vaults");
        Assert.Contains("閉庁後に開いている保管庫があります H-V1", page.Text, StringComparison.Ordinal);

        page = await SubmitAsync("Lock");
        Assert.Contains("施錠を記録しました", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("閉庁後", (await GetAsync("/")).Text, StringComparison.Ordinal);

        // Signed in anew each time: a session does not last all day.
        async Task<TestPage> GetAsync(string address)
        {
            var there = await (await office.StaffSiteAsync(StaffRoles.Custody)).GetAsync(address);
            Assert.Equal(address, there.Address.AbsolutePath);
            return there;
        }

        async Task<TestPage> SubmitAsync(string action)
        {
            var site = await office.StaffSiteAsync(StaffRoles.Custody);
            return await site.SubmitAsync(await site.GetAsync("/vaults"), formAction: action);
        }

        void At(int hour, int minute) => office.Clock.SetUtcNow(JapanTime.InstantOf(office.Today, new TimeOnly(hour, minute)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Closing_of_a_counter_names_the_open_vaults_of_its_own_office(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddBoxesAsync();
        var (here, elsewhere) = (await office.AddCounterAsync(), await office.AddCounterAsync("B1", building: "B"));
        var site = await office.StaffSiteAsync(StaffRoles.Counter);
        Assert.DoesNotContain("開いている保管庫", (await site.GetAsync($"/closing?counter={here.Id}")).Text, StringComparison.Ordinal);

        await office.Staff<UnlockVault>().RunAsync(new(await IdOfAsync(office, "H-V1")), office.ByStaff(), CancellationToken.None);

        Assert.Contains("開いている保管庫があります H-V1", (await site.GetAsync($"/closing?counter={here.Id}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("開いている保管庫", (await site.GetAsync($"/closing?counter={elsewhere.Id}")).Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Vault_open_on_a_day_without_hours_alarms_at_once(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddBoxesAsync();
        await office.AddCounterAsync();
        await office.Staff<UnlockVault>().RunAsync(new(await IdOfAsync(office, "H-V1")), office.ByStaff(), CancellationToken.None);
        Assert.Equal(0, await office.Staff<ListVaults>().OpenAfterHoursAsync(office.Municipality, CancellationToken.None));

        office.Clock.SetUtcNow(JapanTime.InstantOf(new DateOnly(2026, 11, 28), new TimeOnly(9, 0))); // a Saturday

        Assert.Equal(1, await office.Staff<ListVaults>().OpenAfterHoursAsync(office.Municipality, CancellationToken.None));
    }

    private static Task<Guid> IdOfAsync(TestOffice office, string path) => office.SeeAsync(context => context.Locations.Where(row => row.Path == path).Select(row => row.Id).SingleAsync());
}
