using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Server.Commands;

/// <summary>Reads from a face's own endpoints what each of them takes and who may use it.</summary>
internal static class EndpointTable
{
    public static async Task<IReadOnlyList<EndpointRow>> ReadAsync(string face, IServiceProvider services, IEnumerable<Endpoint> endpoints)
    {
        var loader = services.GetRequiredService<PageLoader>();
        // Without a sign-in a resident sees the first pages; the staff face denies by default.
        var openByDefault = services.GetService<Microsoft.Extensions.Options.IOptions<AuthorizationOptions>>()?.Value.FallbackPolicy is null;
        var rows = new List<EndpointRow>();
        foreach (var endpoint in endpoints.OfType<RouteEndpoint>())
        {
            // The same page in another language: not one of its own.
            if (endpoint.RoutePattern.GetParameter("language") is not null) continue;
            var path = "/" + endpoint.RoutePattern.RawText?.TrimStart('/');
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = await loader.LoadAsync(page, endpoint.Metadata);
                var metadata = compiled.Endpoint?.Metadata ?? endpoint.Metadata;
                var handlers = compiled.HandlerMethods.Where(method => Verbs.Contains(method.HttpMethod)).ToList();
                // A page without a handler of its own shows itself.
                if (!handlers.Exists(method => HttpMethods.IsGet(method.HttpMethod))) rows.Add(new EndpointRow(face, HttpMethods.Get, path, Permission(metadata), IsOpen(metadata, openByDefault), []));
                rows.AddRange(handlers.Select(method =>
                    new EndpointRow(face, method.HttpMethod.ToUpperInvariant(), path + Handler(method), Permission(metadata), IsOpen(metadata, openByDefault), Fields(compiled, method))));
            }
            else
            {
                var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"];
                rows.AddRange(methods.Select(method => new EndpointRow(face, method, path, Permission(endpoint.Metadata), IsOpen(endpoint.Metadata, openByDefault), [])));
            }
        }

        // A page whose route has two forms is one endpoint twice.
        return [.. rows.DistinctBy(row => (row.Face, row.Method, row.Path)).OrderBy(row => row.Path, StringComparer.Ordinal).ThenBy(row => row.Method, StringComparer.Ordinal)];
    }

    private static readonly HashSet<string> Verbs = new(StringComparer.OrdinalIgnoreCase) { HttpMethods.Get, HttpMethods.Post, HttpMethods.Put, HttpMethods.Delete };

    private static string Handler(HandlerMethodDescriptor method) => string.IsNullOrEmpty(method.Name) ? "" : $"?handler={method.Name}";

    private static string? Permission(EndpointMetadataCollection metadata) => metadata.GetMetadata<NeedsAttribute>()?.Permission.ToString();

    private static bool IsOpen(EndpointMetadataCollection metadata, bool openByDefault) =>
        metadata.GetMetadata<IAllowAnonymous>() is not null || (openByDefault && metadata.GetMetadata<IAuthorizeData>() is null);

    private static List<string> Fields(CompiledPageActionDescriptor page, HandlerMethodDescriptor method)
    {
        var posted = !HttpMethods.IsGet(method.HttpMethod);
        var bound = page.BoundProperties.Where(property => Takes(property, posted));
        return [.. bound.Concat(method.Parameters).Where(IsField).SelectMany(NamesOf).Distinct().Order(StringComparer.Ordinal)];
    }

    private static bool Takes(ParameterDescriptor property, bool posted) =>
        posted || (property.BindingInfo?.RequestPredicate is not { } wants) || wants(AskedByGet);

    private static bool IsField(ParameterDescriptor parameter) =>
        parameter.ParameterType != typeof(CancellationToken)
        && parameter.BindingInfo?.BindingSource is not { IsFromRequest: false }
        && parameter.BindingInfo?.BindingSource != BindingSource.Path && parameter.BindingInfo?.BindingSource != BindingSource.Services;

    /// <summary>A record of several fields is bound by their names behind its own.</summary>
    private static IEnumerable<string> NamesOf(ParameterDescriptor parameter)
    {
        var name = parameter.BindingInfo?.BinderModelName ?? parameter.Name;
        return IsRecordOfFields(parameter.ParameterType)
            ? parameter.ParameterType.GetProperties().Where(property => property.CanWrite).Select(property => $"{name}.{property.Name}")
            : [name];
    }

    private static bool IsRecordOfFields(Type type) => type.Assembly.GetName().Name?.StartsWith("Tewatashi", StringComparison.Ordinal) == true && type.IsClass;

    private static readonly ActionContext AskedByGet = new(new DefaultHttpContext { Request = { Method = HttpMethods.Get } }, new RouteData(), new ActionDescriptor());
}
