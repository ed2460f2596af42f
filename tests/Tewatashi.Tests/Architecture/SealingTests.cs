using System.Reflection;
using System.Runtime.CompilerServices;

namespace Tewatashi.Tests.Architecture;

/// <summary>A class is made to be used or to be the closed root of its kinds; nothing is open by accident.</summary>
public sealed class SealingTests
{
    [Theory]
    [ClassData(typeof(OwnAssemblies))]
    public void Every_class_is_sealed_or_the_root_of_a_closed_set(string assembly)
    {
        Assert.Empty(OpenClassesOf(Assembly.Load(assembly)));
    }

    [Fact]
    public void A_planted_open_class_is_found()
    {
        Assert.Contains("Tewatashi.Tests.Architecture.Planted.Attic.Unsealed", OpenClassesOf(typeof(SealingTests).Assembly));
    }

    // Migrations are written by a tool, pages compiled by another, and Program is the compiler's.
    private static IEnumerable<string?> OpenClassesOf(Assembly assembly) =>
        from type in assembly.GetTypes()
        where type is { IsClass: true, IsSealed: false, IsAbstract: false, Name: not "Program" }
        where !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && !type.Name.Contains('<')
        let space = type.Namespace ?? ""
        where space.StartsWith("Tewatashi", StringComparison.Ordinal) && !space.Contains(".Migrations", StringComparison.Ordinal)
        select type.FullName;
}
