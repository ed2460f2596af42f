using System.Reflection;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Architecture;

public sealed class NamingTests
{
    [Theory]
    [ClassData(typeof(OwnAssemblies))]
    public void No_type_has_an_empty_word_in_its_name(string assembly)
    {
        Assert.DoesNotContain(CompiledAssembly.Of(Assembly.Load(assembly)).Types, type => Names.EmptyWordIn(type) is not null);
    }

    [Fact]
    public void No_source_file_has_an_empty_word_in_its_name()
    {
        var files = Checkout.Files().Where(file => file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, file => Names.EmptyWordIn(Path.GetFileNameWithoutExtension(file)) is not null);
    }

    [Theory]
    [InlineData("Tewatashi.Cards.CardManager", "Manager")]
    [InlineData("Tewatashi.Cards.Card+KanaHelper`1", "Helper")]
    [InlineData("Tewatashi.Text.CsvUtils", "Utils")]
    [InlineData("Tewatashi.Text.BaseIdentifier", "Base")]
    [InlineData("Tewatashi.Imports.ImportProcessor", "Processor")]
    [InlineData("Tewatashi.Mail.SenderImpl", "Impl")]
    [InlineData("Tewatashi.Data.Database", null)]
    [InlineData("Tewatashi.Web.FieldTagHelper", null)]
    [InlineData("Tewatashi.Implementation.Utilization", null)]
    public void An_empty_word_is_found_as_a_word_and_not_as_letters(string name, string? word)
    {
        Assert.Equal(word, Names.EmptyWordIn(name));
    }

    [Fact]
    public void A_planted_type_is_found_in_an_assembly()
    {
        var found = CompiledAssembly.Of(typeof(NamingTests).Assembly).Types.Where(type => Names.EmptyWordIn(type) is not null);

        Assert.Equal(
            ["Tewatashi.Tests.Architecture.Planted.Attic.CardManager", "Tewatashi.Tests.Architecture.Planted.Attic.CardManager+BarcodeUtils"],
            found.Order(StringComparer.Ordinal));
    }
}
