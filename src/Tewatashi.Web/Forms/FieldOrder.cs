using Microsoft.AspNetCore.Mvc.Rendering;

namespace Tewatashi.Web.Forms;

/// <summary>The names of the fields in the order the page shows them; the model state keeps them by the alphabet.</summary>
internal sealed class FieldOrder
{
    private static readonly object Key = new();
    private readonly List<string> names = [];

    public static FieldOrder Of(ViewContext view)
    {
        var items = view.HttpContext.Items;
        if (items[Key] is not FieldOrder order)
            items[Key] = order = new();
        return order;
    }

    public void Note(string name)
    {
        if (!names.Contains(name, StringComparer.OrdinalIgnoreCase))
            names.Add(name);
    }

    /// <summary>What belongs to no field comes first, what the page does not show comes last.</summary>
    public int Of(string name)
    {
        if (name.Length == 0)
            return -1;
        var index = names.FindIndex(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? int.MaxValue : index;
    }

    /// <summary>Whether a link can lead there.</summary>
    public bool Shows(string name) => Of(name) is >= 0 and < int.MaxValue;
}
