using System.Reflection;
using System.Xml.Linq;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Architecture;

/// <summary>Which program knows which: in what was compiled, and in what the projects ask for.</summary>
public sealed class FacesTests
{
    [Fact]
    public void The_business_knows_no_web()
    {
        Assert.Empty(WebReferencesOf("Tewatashi"));
        Assert.Empty(References("src/Tewatashi/Tewatashi.csproj", "FrameworkReference"));
        Assert.Empty(References("src/Tewatashi/Tewatashi.csproj", "ProjectReference"));
    }

    [Fact]
    public void A_web_reference_is_found_where_there_is_one()
    {
        Assert.NotEmpty(WebReferencesOf("Tewatashi.Resident"));
        Assert.NotEmpty(References("src/Tewatashi.Web/Tewatashi.Web.csproj", "FrameworkReference"));
    }

    [Theory]
    [InlineData("Tewatashi.Resident", "Tewatashi.Staff")]
    [InlineData("Tewatashi.Staff", "Tewatashi.Resident")]
    public void A_face_knows_neither_the_other_nor_the_server(string face, string other)
    {
        string[] forbidden = [other, "tewatashi-server"];
        var asked = References($"src/{face}/{face}.csproj", "ProjectReference");

        Assert.Empty(CompiledAssembly.Of(Assembly.Load(face)).References.Intersect(forbidden));
        Assert.Equal(["Tewatashi.Web"], asked);
    }

    [Fact]
    public void A_reference_to_a_face_is_found_where_there_is_one()
    {
        Assert.Superset(
            new HashSet<string> { "Tewatashi.Resident", "Tewatashi.Staff" },
            References("src/Tewatashi.Server/Tewatashi.Server.csproj", "ProjectReference").ToHashSet());
    }

    [Fact]
    public void What_both_faces_share_knows_neither()
    {
        Assert.Equal(["Tewatashi"], References("src/Tewatashi.Web/Tewatashi.Web.csproj", "ProjectReference"));
    }

    [Theory]
    [InlineData("Tewatashi.Resident")]
    [InlineData("Tewatashi.Staff")]
    public void A_face_contains_no_mapping(string face)
    {
        Assert.Empty(MappingReferencesOf(face));
    }

    [Fact]
    public void A_mapping_is_found_where_there_is_one()
    {
        Assert.NotEmpty(MappingReferencesOf(typeof(FacesTests).Assembly.GetName().Name!)); // An assembly on disk has a name.
    }

    private static IEnumerable<string> WebReferencesOf(string assembly) =>
        CompiledAssembly.Of(Assembly.Load(assembly)).References
            .Where(reference => reference.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    private static IEnumerable<string> MappingReferencesOf(string assembly) =>
        CompiledAssembly.Of(Assembly.Load(assembly)).References
            .Where(reference => reference.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
                || reference is "Npgsql" or "Npgsql.EntityFrameworkCore.PostgreSQL" or "Microsoft.Data.Sqlite");

    private static IEnumerable<string> References(string project, string kind) =>
        XDocument.Parse(Checkout.Read(project)).Descendants(kind)
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")?.Value ?? "").Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
}
