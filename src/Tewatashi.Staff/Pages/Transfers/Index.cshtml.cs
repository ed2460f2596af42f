using Microsoft.AspNetCore.Mvc;
using Tewatashi.Lists;
using Tewatashi.Parcels;
using Tewatashi.Staff.Lists;
using Tewatashi.Staff.Scans;
using Tewatashi.Staff.SignIn;
using Tewatashi.Storage;
using Tewatashi.Transfers;
using Tewatashi.Web.Forms;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.Transfers;

/// <summary>移送: the parcels, and what must travel to which office by when; orders of staff are called off together. A scanned slip leads to its parcel.</summary>
[Needs(Permission.MoveCards)]
public sealed class IndexModel(CountDueTransfers count, SeeList see, ListParcels list, FindParcel find, OpenParcel open) : StaffPage
{
    /// <summary>What was just done: a code of this page.</summary>
    [BindProperty(SupportsGet = true, Name = "done")]
    public string? Done { get; set; }

    [BindProperty]
    public string? Scan { get; set; }

    /// <summary>Id of the office from which a new parcel goes.</summary>
    [BindProperty]
    public string? PackAt { get; set; }

    /// <summary>Id of the office to which it goes.</summary>
    [BindProperty]
    public string? SendTo { get; set; }

    [BindProperty]
    public bool OrdersByScan { get; set; }

    public CountDueTransfers.Due Due { get; private set; } = null!; // loaded before the page is shown
    public ListShown List { get; private set; } = null!; // loaded before the page is shown
    public ListParcels.View Parcels { get; private set; } = null!; // loaded before the page is shown

    /// <summary>Why the scan led nowhere.</summary>
    public ScanAnswer? Answer { get; private set; }

    public IEnumerable<Choice> Offices => Parcels.Offices.Select(office => new Choice(office.Id.ToString(), office.Name));

    public string? DoneText => Done switch
    {
        "given-up" => "空の移送便を取りやめました",
        "closed" => "移送便を完了しました。すべてのカードが届きました",
        "signed" => "過不足を二人で確認し、移送便を終えました",
        _ => null,
    };

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var code = ScanCode.Read(Scan);
        if (code is ScanCode.Parcel parcel)
        {
            if (await find.RunAsync(Municipality, ParcelNumber.Parse(parcel.Number), Cancelled) is { } id) return Redirect($"/parcels/{id}");
            Answer = new(Tone.Error, "登録のない移送便です", "移送票の番号を確かめてください。");
        }
        else
        {
            Answer = code is ScanCode.Card
                ? new(Tone.Error, "カードのラベルです", "移送票のコードを読み取ってください。カードに移送を指示するときは「移送の指示」の画面で読み取ります。")
                : ScanAnswer.NotTaken(code) with { Lines = ["移送票のコードを読み取ってください。"] };
        }

        ModelState.Clear();
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostOpenAsync()
    {
        if (!Guid.TryParse(PackAt, out var from)) ModelState.AddModelError(nameof(PackAt), "送り元の庁舎を選んでください。");
        if (!Guid.TryParse(SendTo, out var to)) ModelState.AddModelError(nameof(SendTo), "送り先の庁舎を選んでください。");
        if (ModelState.IsValid)
        {
            switch (await open.RunAsync(new(from, to, OrdersByScan), Caller, Cancelled))
            {
                case OpenParcel.Opened opened: return Redirect($"/parcels/{opened.ParcelId}");
                case OpenParcel.SameOffice: ModelState.AddModelError(nameof(SendTo), "送り元と別の庁舎を選んでください。"); break;
                default: ModelState.AddModelError(nameof(SendTo), "使用中の庁舎を選んでください。"); break;
            }
        }

        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync()
    {
        Due = await count.RunAsync(Municipality, Cancelled);
        List = (await ShowAsync(OfficeLists.Transfers, see)) with { ChosenIn = "bulk" };
        Parcels = await list.RunAsync(Municipality, Cancelled);
    }
}
