using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tewatashi.Data;
using Tewatashi.Resident.Languages;
using Tewatashi.Resident.SignIn;
using Tewatashi.Web.Frames;
using Tewatashi.Web.Hosting;

namespace Tewatashi.Resident;

/// <summary>The internet face: booking for residents. Holds no staff use case and no key to applicants' data.</summary>
public static class ResidentFace
{
    public static readonly FaceKind Kind = new("resident", DatabaseRole.Resident, UsedBy.Resident, typeof(ResidentFace).Assembly);

    public static WebApplication Build(string[] args, FaceGivens? givens = null)
    {
        var builder = FaceHost.NewBuilder(Kind, args, givens);
        builder.Services.AddAuthentication(ResidentSignIn.Scheme).AddScheme<AuthenticationSchemeOptions, ResidentSignIn>(ResidentSignIn.Scheme, null);
        builder.Services.AddAuthorization();
        builder.Services.AddSingleton<IResidentFrameSource, ResidentFrames>();
        builder.Services.Configure<MvcOptions>(mvc => mvc.Filters.Add(new StaleForm()));
        builder.Services.Configure<RouteOptions>(routes => routes.SetParameterPolicy<LanguageConstraint>(LanguageConstraint.Name));
        builder.Services.Configure<RazorPagesOptions>(pages => pages.Conventions.Add(new LanguageRoutes()));
        var app = builder.Build();
        app.UseLanguages();
        return app.UseFace();
    }
}
