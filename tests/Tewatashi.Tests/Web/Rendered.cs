using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.Routing;

namespace Tewatashi.Tests.Web;

/// <summary>Runs a tag helper as a page would and reads what it wrote.</summary>
public sealed class Rendered
{
    private static readonly EmptyModelMetadataProvider Metadata = new();

    public Rendered()
    {
        var action = new ActionContext(new DefaultHttpContext(), new RouteData(), new ActionDescriptor());
        var data = new ViewDataDictionary(Metadata, action.ModelState);
        View = new ViewContext(action, new NoView(), data, new NoTempData(), TextWriter.Null, new HtmlHelperOptions());
    }

    public ViewContext View { get; }

    public ModelStateDictionary State => View.ViewData.ModelState;

    public static ModelExpression Field<T>(string name, T? value) =>
        new(name, Metadata.GetModelExplorerForType(typeof(T), value));

    public static async Task<IElement> ElementAsync(TagHelper helper, string tag, string child = "", params (string Name, string Value)[] attributes) =>
        Parse(await HtmlAsync(helper, tag, child, attributes));

    public static IElement Parse(string html)
    {
        var body = new HtmlParser().ParseDocument("<!doctype html><body>" + html).Body!; // The parser always makes a body.
        return Assert.Single(body.Children);
    }

    public static async Task<string> HtmlAsync(TagHelper helper, string tag, string child = "", params (string Name, string Value)[] attributes)
    {
        var list = new TagHelperAttributeList(attributes.Select(a => new TagHelperAttribute(a.Name, a.Value)));
        var context = new TagHelperContext(tag, list, new Dictionary<object, object>(), "1");
        var output = new TagHelperOutput(tag, new TagHelperAttributeList(list), (_, _) =>
        {
            var content = new DefaultTagHelperContent();
            content.SetHtmlContent(child);
            return Task.FromResult<TagHelperContent>(content);
        });
        helper.Init(context);
        await helper.ProcessAsync(context, output);
        if (child.Length > 0 && !output.IsContentModified)
            output.Content.SetHtmlContent(child);
        await using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    private sealed class NoView : IView
    {
        public string Path => "";

        public Task RenderAsync(ViewContext context) => Task.CompletedTask;
    }

    private sealed class NoTempData : Dictionary<string, object?>, ITempDataDictionary
    {
        public void Keep()
        {
        }

        public void Keep(string key)
        {
        }

        public void Load()
        {
        }

        public object? Peek(string key) => TryGetValue(key, out var value) ? value : null;

        public void Save()
        {
        }
    }
}
