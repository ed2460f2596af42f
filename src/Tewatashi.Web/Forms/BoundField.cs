using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Tewatashi.Web.Forms;

/// <summary>A field as the page shows it: its name and ids, what was typed last, and what is wrong with it.</summary>
public sealed class BoundField
{
    private readonly ModelStateDictionary state;
    private readonly object? model;
    private readonly FieldOrder order;

    public BoundField(ViewContext view, ModelExpression expression)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(expression);
        Name = view.ViewData.TemplateInfo.GetFullHtmlFieldName(expression.Name);
        state = view.ViewData.ModelState;
        model = expression.Model;
        Errors = ErrorsOf(Name);
        order = FieldOrder.Of(view);
        order.Note(Name);
    }

    public string Name { get; }
    public string Id => IdOf(Name);
    public string SupportId => Id + "-support";
    public string ErrorId => Id + "-error";
    public IReadOnlyList<string> Errors { get; }
    public bool IsInvalid => Errors.Count > 0;

    /// <summary>What was posted, kept as typed even where it was refused; else the model's value.</summary>
    public string Text => Posted(Name) ?? TextOf(model);

    /// <summary>The chosen values of a field with choices.</summary>
    public IReadOnlySet<string> Values
    {
        get
        {
            if (state.TryGetValue(Name, out var entry) && entry.RawValue is not null)
                return ((entry.RawValue as string[]) ?? [entry.AttemptedValue ?? ""]).ToHashSet(StringComparer.Ordinal);
            return model is IEnumerable many and not string
                ? many.Cast<object?>().Select(TextOf).ToHashSet(StringComparer.Ordinal)
                : new HashSet<string>(StringComparer.Ordinal) { TextOf(model) };
        }
    }

    /// <summary>One of the parts of a field made of several inputs.</summary>
    public (string Name, string Id, string Text, IReadOnlyList<string> Errors) Part(string part, string? modelText)
    {
        var name = $"{Name}.{part}";
        order.Note(name);
        return (name, IdOf(name), Posted(name) ?? modelText ?? "", ErrorsOf(name));
    }

    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    private string? Posted(string name) => state.TryGetValue(name, out var entry) ? entry.AttemptedValue : null;

    private IReadOnlyList<string> ErrorsOf(string name) =>
        state.TryGetValue(name, out var entry) ? [.. entry.Errors.Select(error => error.ErrorMessage)] : [];

    private static string TextOf(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
