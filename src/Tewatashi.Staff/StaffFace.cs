using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Tewatashi.Data;
using Tewatashi.HandOver.Boards;
using Tewatashi.Staff.Boards;
using Tewatashi.Staff.SignIn;
using Tewatashi.Web.Frames;
using Tewatashi.Web.Hosting;

namespace Tewatashi.Staff;

/// <summary>The LGWAN face: pages for the office, each behind a sign-in and a permission.</summary>
public static class StaffFace
{
    public static readonly FaceKind Kind = new("staff", DatabaseRole.Staff, UsedBy.Staff, typeof(StaffFace).Assembly);

    public static WebApplication Build(string[] args, FaceGivens? givens = null)
    {
        var builder = FaceHost.NewBuilder(Kind, args, givens);
        builder.Services.AddAuthentication(StaffSignIn.Scheme).AddScheme<AuthenticationSchemeOptions, StaffSignIn>(StaffSignIn.Scheme, null);
        // Deny by default: what names no permission needs at least a sign-in, and a test finds pages that name none.
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        builder.Services.AddSingleton<IAuthorizationHandler, PermissionHandler>();
        builder.Services.AddSingleton<IStaffFrameSource, StaffFrames>();
        builder.Services.AddSingleton(services => new BoardFeed(
            services.GetRequiredService<ReadBoard>().RunAsync, BoardFeed.UsualPause, services.GetRequiredService<ILogger<BoardFeed>>()));
        builder.Services.AddHostedService<ImportService>();
        return builder.Build().UseFace();
    }
}
