namespace Tewatashi.Tests.Architecture;

/// <summary>The assemblies of the product, by name.</summary>
public sealed class OwnAssemblies : TheoryData<string>
{
    public OwnAssemblies()
    {
        Add("Tewatashi");
        Add("Tewatashi.Web");
        Add("Tewatashi.Resident");
        Add("Tewatashi.Staff");
        Add("tewatashi-server");
    }
}
