using Tewatashi.Counters;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Outages;
using Tewatashi.Resident.Languages;
using Tewatashi.Resident.Resources;
using Tewatashi.Text;
using Tewatashi.Time;
using Tewatashi.Web.Frames;

namespace Tewatashi.Resident;

/// <summary>The frame around a resident page: the municipality and the language of the address, and the same page in the other languages.</summary>
internal sealed class ResidentFrames(MunicipalityDirectory directory, RunningOutage runningOutage) : IResidentFrameSource
{
    public async ValueTask<ResidentFrame> FrameAsync(HttpContext context, CancellationToken cancellation)
    {
        var spoken = Language.Current;
        var bare = new ResidentFrame { Language = spoken.Voice };
        if (!MunicipalityCode.TryParse(context.Request.RouteValues["municipality"] as string, out var code)) return bare;
        Municipality? office;
        OutageSpan? outage = null;
        try
        {
            office = await directory.FindAsync(code, cancellation);
            if (office is not null) outage = await runningOutage.RunAsync(office.Key, cancellation);
        }
        catch (System.Data.Common.DbException)
        {
            // The page around an error is drawn without the municipality's name rather than not at all; the error itself is already reported.
            return bare;
        }

        if (office is null) return bare;
        var home = $"/{office.Code.Value}/{spoken.Prefix}";
        return bare with
        {
            MunicipalityName = office.Name,
            HomeUrl = home,
            Languages = [.. Language.All.Select(language => new FrameLanguage(language.Name, language.Voice, language.Tag, AddressIn(language, context.Request), language == spoken))],
            Notice = outage is null ? null
                : (outage.CounterIds.Count == 0 ? ResidentTexts.OutageNotice : ResidentTexts.OutageNoticeSome).Fill(OfficeWords.Instant(outage.Outage.UntilAt)),
            PurposeOfUse = new FrameLink(ResidentTexts.PurposeTitle, home + "purpose"),
            SignOutUrl = context.Features.Get<ResidentSessions.Resident>() is null ? null : home + "sign-out",
        };
    }

    // A page that answered a form is opened anew: what its button did is not done by a link.
    private static string AddressIn(Language language, HttpRequest request) =>
        language.In(request.Path) + QueryString.Create(request.Query.Where(pair => pair.Key != "handler").SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value))
            .Where(pair => !IndividualNumber.ContainsOne(pair.Value ?? "")));
}
