using Microsoft.AspNetCore.Mvc;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Resident.Resources;
using Tewatashi.Resident.Views;
using Tewatashi.Web.Forms;

namespace Tewatashi.Resident.Pages;

/// <summary>お持ちいただくもの, by who comes and why the card was made, to be read or printed before anything is booked. Nothing is kept.</summary>
public sealed class BringModel(PublicOffice office) : ResidentPage
{
    [BindProperty(SupportsGet = true)]
    public RecipientKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public BringReason? Reason { get; set; }

    public IReadOnlyList<Choice> Kinds { get; } = KindWords.Choices(Enum.GetValues<RecipientKind>());
    public IReadOnlyList<Choice> Reasons { get; } = [.. Enum.GetValues<BringReason>().Select(reason => new Choice(reason.ToString(), Words(reason)))];

    /// <summary>Empty until both are answered.</summary>
    public IReadOnlyList<string> Things { get; private set; } = [];

    public string KindName => Kind is { } kind ? KindWords.Of(kind) : "";
    public string ReasonName => Reason is { } reason ? Words(reason) : "";

    public async Task OnGetAsync()
    {
        if (Kind is { } kind && Reason is { } reason && Enum.IsDefined(kind) && Enum.IsDefined(reason))
            Things = new WhatToBring(await office.PapersAsync(Office.Key, Cancelled)).For(kind, reason);
    }

    private static string Words(BringReason reason) => reason switch
    {
        BringReason.FirstIssue => ResidentTexts.BringFirstIssue,
        BringReason.Reissue => ResidentTexts.BringReissue,
        BringReason.Amendment => ResidentTexts.BringAmendment,
        _ => "",
    };
}
