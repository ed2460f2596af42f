using Microsoft.EntityFrameworkCore;
using Tewatashi.Staff;
using Tewatashi.Testing;
using Xunit;

namespace Tewatashi.Tests.Counters;

/// <summary>The administrator's way from no counter to one that takes bookings.</summary>
public sealed class CounterPagesTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Counter_is_added_gets_its_hours_and_a_closure(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddBoxesAsync(); // brings the building
        var site = await office.StaffSiteAsync(StaffRoles.Admin);

        var hours = await site.SubmitAsync(await site.GetAsync("/counters/new"), new() { ["Code"] = "ｈ１", ["Name"] = "本庁1階", ["GridMinutes"] = "15" });
        Assert.Equal("開庁時間 本庁1階", hours.Heading);
        var list = await site.SubmitAsync(hours, new() { ["Rows[0].Booths"] = "３", ["Rows[1].Days"] = "Saturday", ["Rows[1].Opens"] = "９：００", ["Rows[1].Closes"] = "12:00", ["Rows[1].Booths"] = "1" });

        Assert.Equal("/counters", list.Address.AbsolutePath);
        Assert.Contains("月火水木金 09:00–17:00 窓口3", list.Text, StringComparison.Ordinal);
        Assert.Contains("土 09:00–12:00 窓口1", list.Text, StringComparison.Ordinal);

        var closures = await site.SubmitAsync(await site.GetAsync("/closures"), new() { ["Day.Year"] = "2026", ["Day.Month"] = "12", ["Day.Day"] = "2", ["Reason"] = "点検" }, "Add");
        Assert.Contains("点検", closures.Text, StringComparison.Ordinal);
        var opened = await site.SubmitAsync(closures, [], "Remove");
        Assert.DoesNotContain("点検", opened.Text, StringComparison.Ordinal);
        Assert.Equal(0, await office.SeeAsync(context => context.Closures.CountAsync()));
    }

    [Fact]
    public async Task Hours_that_cannot_be_read_are_named_at_their_field_and_kept_as_typed()
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        var counter = await office.AddCounterAsync();
        var site = await office.StaffSiteAsync(StaffRoles.Admin);

        var page = await site.SubmitAsync(await site.GetAsync($"/counters/{counter.Id}/hours"), new() { ["Rows[0].Opens"] = "9じ" });

        Assert.Contains("開始の時刻を 9:00 のように入力してください。", page.Text, StringComparison.Ordinal);
        Assert.Equal("9じ", page.Document.QuerySelector("[name='Rows[0].Opens']")!.GetAttribute("value")); // the field is there
    }
}
