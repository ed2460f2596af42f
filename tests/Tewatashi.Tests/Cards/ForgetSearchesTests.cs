using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Cards;

public sealed class ForgetSearchesTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Searches_a_day_old_are_deleted_and_younger_ones_stay(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.Staff<SaveSearch>().RunAsync(new("ミホン", office.StaffMemberId), office.ByStaff(), CancellationToken.None);
        office.Clock.Advance(SavedSearch.Kept + TimeSpan.FromMinutes(1));
        var young = (SaveSearch.Saved)await office.Staff<SaveSearch>().RunAsync(new("サンプル", office.StaffMemberId), office.ByStaff(), CancellationToken.None);

        Assert.Equal(1, await office.Worker<ForgetSearches>().RunAsync(Caller.Worker(office.Municipality), CancellationToken.None));

        Assert.Equal([young.SearchId], await office.SeeAsync(context => context.SavedSearches.Select(row => row.Id).ToListAsync()));
        Assert.Equal(0, await office.Worker<ForgetSearches>().RunAsync(Caller.Worker(office.Municipality), CancellationToken.None));
    }
}
