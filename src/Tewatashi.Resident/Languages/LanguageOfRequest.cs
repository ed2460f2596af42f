using Tewatashi.Municipalities;
using Tewatashi.Text;

namespace Tewatashi.Resident.Languages;

/// <summary>
/// Speaks the language of the address to the end of the request, error pages included: it stands outside everything that could
/// answer under another path.
/// </summary>
internal static class LanguageOfRequest
{
    public static IApplicationBuilder UseLanguages(this IApplicationBuilder app) => app.Use(static async (context, next) =>
    {
        using (Of(context.Request.Path).Speak()) await next(context);
    });

    /// <summary>Of <c>/990001/en/faq</c>: English. Of an address without a language: Japanese.</summary>
    public static Language Of(PathString path) => Parts(path) is (_, { } language) ? language : Language.Japanese;

    /// <summary>The same address in another language; null outside a municipality.</summary>
    public static string? In(this Language language, PathString path)
    {
        if (Parts(path) is not (var code, var spoken)) return null;
        var rest = path.Value![(1 + code.Length)..].TrimStart('/'); // it had parts
        if (spoken is not null) rest = rest[spoken.Path.Length..].TrimStart('/');
        return $"/{code}/{language.Prefix}{rest}";
    }

    private static (string Code, Language? Spoken)? Parts(PathString path) =>
        (path.Value ?? "").Split('/', 4) is ["", var code, .. var rest] && MunicipalityCode.TryParse(code, out _) ? (code, Language.OfPath(rest is [var second, ..] ? second : null)) : null;
}
