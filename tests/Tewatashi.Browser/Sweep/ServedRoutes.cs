using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Tewatashi.Browser.Sweep;

/// <summary>Listens to the faces' own routing: which page answered which address.</summary>
internal sealed class ServedRoutes : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private const string Matched = "Microsoft.AspNetCore.Routing.EndpointMatched";
    private readonly ConcurrentDictionary<string, string> routes = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<IDisposable> heard = [];
    private readonly IDisposable all;

    public ServedRoutes() => all = DiagnosticListener.AllListeners.Subscribe(this);

    /// <summary>The route of the page that answered, as docs/generated/routes.md writes it; null where none did.</summary>
    public string? Of(Uri address) => routes.GetValueOrDefault(address.Authority + address.AbsolutePath);

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.AspNetCore") heard.Add(value.Subscribe(this, name => name == Matched));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is HttpContext context && context.GetEndpoint() is RouteEndpoint endpoint)
            routes[context.Request.Host.Value + context.Request.Path.Value] = "/" + endpoint.RoutePattern.RawText?.TrimStart('/');
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        all.Dispose();
        foreach (var subscription in heard) subscription.Dispose();
    }
}
