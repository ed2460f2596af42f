using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Tewatashi.Resident.Languages;

/// <summary>Every page of a municipality is found a second time below each language: <c>/{municipality}/faq</c> and <c>/{municipality}/en/faq</c>.</summary>
internal sealed class LanguageRoutes : IPageRouteModelConvention
{
    private const string Office = "{municipality}";

    public void Apply(PageRouteModel model)
    {
        foreach (var selector in model.Selectors.Where(selector => selector.AttributeRouteModel?.Template?.StartsWith(Office, StringComparison.Ordinal) == true).ToList())
        {
            var template = selector.AttributeRouteModel!.Template!; // chosen by it
            model.Selectors.Add(new SelectorModel(selector)
            {
                AttributeRouteModel = new AttributeRouteModel(selector.AttributeRouteModel) { Template = $"{Office}/{{language:{LanguageConstraint.Name}}}{template[Office.Length..]}" },
            });
        }
    }
}
