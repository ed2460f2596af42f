using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.Disposal;
using Tewatashi.Staff.Scans;
using Tewatashi.Staff.SignIn;
using Tewatashi.Storage;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.Disposal;

/// <summary>裁断: label after label, then the witness signs for them all.</summary>
[Needs(Permission.DisposeCards)]
public sealed class DestroyModel(ViewDisposal see, ScanForDestruction scan, DestroyCards destroy) : SignedByTwoPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>How many were just destroyed; null while none were.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Done { get; set; }

    [BindProperty]
    public string? Scan { get; set; }

    public override string SecondName => "立会者";

    public ViewDisposal.View View { get; private set; } = null!; // read before the page is shown

    public ScanAnswer? Answer { get; private set; }

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var answers = new List<ScanAnswer>();
        foreach (var code in ScanCode.ReadAll(Scan))
        {
            if (code is not ScanCode.Card card)
            {
                answers.Add(ScanAnswer.NotTaken(code));
                continue;
            }

            var serial = SerialNumber.Parse(card.Serial);
            answers.Add(Words(await scan.RunAsync(new(Id, serial), Caller, Cancelled), serial));
        }

        Answer = ScanAnswer.OfAll(answers);
        ModelState.Clear();
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostWitnessAsync()
    {
        ModelState.Clear();
        if (ReadSecond() is not { } witness) return await ShowAsync();
        switch (await destroy.RunAsync(new(Id, witness), Caller, Cancelled))
        {
            case DestroyCards.Destroyed { Dropped.Count: 0 } destroyed: return Redirect($"/disposal/{Id}/destroy?done={destroyed.Cards}");
            case DestroyCards.Destroyed destroyed:
                ModelState.AddModelError("", $"{destroyed.Cards}枚の裁断を記録しました。次のカードは台帳ではここにないため、記録していません: {string.Join('、', destroyed.Dropped.Select(card => $"{card.SerialNumber.Display}({card.Reason.Name()})"))}");
                break;
            case DestroyCards.Nothing: ModelState.AddModelError("", "立会を待つカードはありません。ラベルを読み取ってください。"); break;
            case DestroyCards.SamePerson: SaySamePerson(); break;
            case DestroyCards.WitnessRefused: SaySecondRefused(); break;
            case DestroyCards.ThirdNeeded: ModelState.AddModelError(nameof(SecondUserId), "この自治体では、起案者・決裁者と別の職員が立ち会います。三人目の職員が入力してください。"); break;
            case var outcome: throw new InvalidOperationException($"{outcome.GetType().Name} has no words.");
        }

        return await ShowAsync();
    }

    private static ScanAnswer Words(ScanForDestruction.Outcome outcome, SerialNumber serial) => outcome switch
    {
        ScanForDestruction.Scanned scanned => new(Tone.Success, $"裁断してください {serial.Display}", $"{scanned.Count}枚目。残り{scanned.Left}枚。"),
        ScanForDestruction.AlreadyScanned already => new(Tone.Info, $"読み取り済みです {serial.Display}", $"立会を待つカードは{already.Count}枚です。"),
        ScanForDestruction.NotAbolished => new(Tone.Error, $"裁断しないでください {serial.Display}", "廃止登録がまだ記録されていません。記録しました。"),
        ScanForDestruction.NotHere here => new(Tone.Error, $"裁断しないでください {serial.Display}", $"台帳の場所は「{here.Kind.Name()}」です。先に場所を正してください。"),
        ScanForDestruction.Enough => new(Tone.Warning, "先に立会者が入力してください", $"一度に読み取れるのは{ScanForDestruction.MostAtOnce}枚までです。"),
        _ => new(Tone.Error, $"裁断しないでください {serial.Display}", "この起案のカードではありません。箱に戻してください。記録しました。"),
    };

    private async Task<IActionResult> ShowAsync()
    {
        if (await see.RunAsync(new(Id), Caller, Cancelled) is not { } view) return NotFound();
        View = view;
        return Page();
    }
}
