using Tewatashi.Text;

namespace Tewatashi.Resident.Languages;

/// <summary>A part of an address that names one of our languages, written exactly so: anything else is not found.</summary>
internal sealed class LanguageConstraint : IRouteConstraint
{
    public const string Name = "language";

    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        Language.OfPath(values[routeKey] as string) is not null;
}
