using Xunit;

namespace Tewatashi.Testing;

/// <summary><c>[Theory, ClassData(typeof(BothDatabases))]</c>: the same test on each database.</summary>
public sealed class BothDatabases : TheoryData<Engine>
{
    public BothDatabases()
    {
        Add(Engine.Sqlite);
        Add(Engine.Postgres);
    }
}
