using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Text;
using Tewatashi.Web.SignIn;

namespace Tewatashi.Resident.SignIn;

/// <summary>Knows a resident by the session cookie, for the municipality in the address alone; sends others to its sign-in page.</summary>
internal sealed class ResidentSignIn(
    ResidentSessions sessions, MunicipalityDirectory directory, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "resident";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (SessionCookie.Resident.Read(Context) is not { } secret) return AuthenticateResult.NoResult();
        if (!MunicipalityCode.TryParse(Request.RouteValues["municipality"] as string, out var code)) return AuthenticateResult.NoResult();
        if (await directory.FindAsync(code, Context.RequestAborted) is not { } municipality) return AuthenticateResult.NoResult();
        if (await sessions.FindAsync(municipality.Key, secret, Context.RequestAborted) is not { } resident) return AuthenticateResult.NoResult();
        Context.Features.Set(resident);
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, resident.CardId.ToString())], Scheme);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Redirect($"/{Request.RouteValues["municipality"]}/{Language.Current.Prefix}sign-in?ended=true");
        return Task.CompletedTask;
    }
}
