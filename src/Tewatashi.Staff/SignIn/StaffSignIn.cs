using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Tewatashi.Audit;
using Tewatashi.Web.SignIn;

namespace Tewatashi.Staff.SignIn;

/// <summary>Knows a member of staff by the session cookie; sends everyone else to the sign-in page.</summary>
internal sealed class StaffSignIn(StaffSessions sessions, RecordRefusal refusals, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "staff";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (SessionCookie.Staff.Read(Context) is not { } cookie) return AuthenticateResult.NoResult();
        if (await sessions.FindAsync(cookie, Context.RequestAborted) is not { } user) return AuthenticateResult.NoResult();
        Context.Features.Set(user);
        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, user.StaffMemberId.ToString()), new Claim("roles", ((int)user.Roles).ToString(CultureInfo.InvariantCulture))],
            Scheme);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme));
    }

    /// <summary>Someone who is signed in asked for a page without its permission: recorded before anything is answered.</summary>
    protected override async Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        if (Context.Features.Get<StaffSessions.User>() is { } user)
        {
            var pattern = (Context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
            var caller = new Caller(user.Municipality, Actor.Staff(user.StaffMemberId, user.Roles.ToString()), RequestSource.Of(Context, "staff"));
            await refusals.RunAsync($"{Request.Method} /{pattern.TrimStart('/')}", caller, Context.RequestAborted);
        }

        await base.HandleForbiddenAsync(properties);
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var back = HttpMethods.IsGet(Request.Method) ? Request.Path.Value ?? "/" : "/";
        Response.Redirect(back == "/" ? "/sign-in" : $"/sign-in?back={Uri.EscapeDataString(back)}");
        return Task.CompletedTask;
    }
}
