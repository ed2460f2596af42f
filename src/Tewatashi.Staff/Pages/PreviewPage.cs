using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Tewatashi.Staff.Pages;

/// <summary>A form whose change has an effect: it is shown first, and only what was shown can be applied.</summary>
public abstract class PreviewPage<TEffect> : StaffPage
    where TEffect : class
{
    /// <summary>The button under the effect was pressed.</summary>
    [BindProperty]
    public bool Apply { get; set; }

    /// <summary>What the effect was shown for, so that other values typed afterwards are shown theirs first.</summary>
    [BindProperty]
    public string? Previewed { get; set; }

    /// <summary>Null where nothing has to be shown.</summary>
    public TEffect? Effect { get; private set; }

    /// <summary>The effect of exactly these values was shown and is wanted.</summary>
    protected bool IsApplied(params object?[] values) => Apply && Previewed == Mark(values);

    protected void Show(TEffect effect, params object?[] values)
    {
        Effect = effect;
        Previewed = Mark(values);
        ModelState.Remove(nameof(Previewed));
    }

    private static string Mark(object?[] values) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', values.Select(value => value switch
        {
            System.Collections.IEnumerable many and not string => string.Join(';', many.Cast<object?>()),
            _ => value?.ToString(),
        })))));
}
