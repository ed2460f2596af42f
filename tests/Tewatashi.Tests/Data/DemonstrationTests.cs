using Tewatashi.Data;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Data;

/// <summary>The mark that tells a demonstration from somebody's data.</summary>
public sealed class DemonstrationTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Demonstration_from_its_beginning_to_its_removal_is_known_at_every_moment(Engine engine)
    {
        await using var provider = await EmptyAsync(engine);
        var mark = new Demonstration(provider);
        Assert.Equal(Demonstration.State.Nothing, await mark.StateAsync(default));

        await mark.BeginAsync(default);
        await provider.MigrateAsync(default);
        Assert.Equal(Demonstration.State.Unfinished, await mark.StateAsync(default));

        await mark.FinishAsync(DateTimeOffset.UnixEpoch, default);
        Assert.Equal(Demonstration.State.Finished, await mark.StateAsync(default));

        await mark.RemoveAsync(default);
        Assert.Equal(Demonstration.State.Nothing, await mark.StateAsync(default));
        Assert.NotNull(await provider.WhyNotReadyAsync(DatabaseRole.Owner, default));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Data_without_the_mark_are_neither_removed_nor_marked(Engine engine)
    {
        await using var provider = await EmptyAsync(engine);
        await provider.MigrateAsync(default);
        var mark = new Demonstration(provider);

        Assert.Equal(Demonstration.State.NotADemonstration, await mark.StateAsync(default));
        await Assert.ThrowsAsync<InvalidOperationException>(() => mark.BeginAsync(default));
        await Assert.ThrowsAsync<InvalidOperationException>(() => mark.RemoveAsync(default));
        Assert.Null(await provider.WhyNotReadyAsync(DatabaseRole.Owner, default));
    }

    private static async Task<IDatabaseProvider> EmptyAsync(Engine engine)
    {
        var strings = new Dictionary<DatabaseRole, string>();
        if (engine == Engine.Postgres) strings[DatabaseRole.Owner] = await TestDatabase.NewPostgresAsync();
        return new Installation(TestDatabase.NewFolder(), TestDatabase.NewFolder(), strings).NewProvider();
    }
}
