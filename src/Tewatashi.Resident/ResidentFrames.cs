using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Web.Frames;

namespace Tewatashi.Resident;

/// <summary>The frame around a resident page: the municipality of the address.</summary>
internal sealed class ResidentFrames(MunicipalityDirectory directory) : IResidentFrameSource
{
    public async ValueTask<ResidentFrame> FrameAsync(HttpContext context, CancellationToken cancellation)
    {
        if (!MunicipalityCode.TryParse(context.Request.RouteValues["municipality"] as string, out var code)) return new ResidentFrame();
        Municipality? office;
        try
        {
            office = await directory.FindAsync(code, cancellation);
        }
        catch (System.Data.Common.DbException)
        {
            // The page around an error is drawn without the municipality's name rather than not at all; the error itself is already reported.
            return new ResidentFrame();
        }

        if (office is null) return new ResidentFrame();
        var home = $"/{office.Code.Value}/";
        return new ResidentFrame
        {
            MunicipalityName = office.Name,
            HomeUrl = home,
            PurposeOfUse = new FrameLink("利用目的", home + "purpose"),
            SignOutUrl = context.Features.Get<ResidentSessions.Resident>() is null ? null : home + "sign-out",
        };
    }
}
