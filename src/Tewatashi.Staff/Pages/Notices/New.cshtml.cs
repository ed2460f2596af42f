using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.Notices;
using Tewatashi.Reservations;
using Tewatashi.Staff.SignIn;
using Tewatashi.Text;
using Tewatashi.Web.Forms;

namespace Tewatashi.Staff.Pages.Notices;

/// <summary>作成: which cards, on what paper, until when.</summary>
[Needs(Permission.SendNotices)]
public sealed class NewModel(CreateNoticeBatch create, SeeWaitingCards waiting, ProposeNotices propose) : StaffPage
{
    private const string All = "all";

    [BindProperty]
    public string? Shipment { get; set; }

    [BindProperty]
    public string? AtMost { get; set; }

    [BindProperty]
    public NoticeForm Form { get; set; }

    [BindProperty]
    public DateParts DeadlineOn { get; set; } = new();

    [BindProperty]
    public bool Match { get; set; }

    public int Total { get; private set; }

    /// <summary>How many can be notified so that they find a place.</summary>
    public ProposeNotices.View Proposal { get; private set; } = null!; // read before the page is shown

    public IReadOnlyList<Choice> Shipments { get; private set; } = [];

    public IReadOnlyList<Choice> Forms { get; } =
    [
        new(nameof(NoticeForm.Label), NoticeForm.Label.Name(), "J-LISのはがきに貼ります。パスワードは目隠しシールで覆います。"),
        new(nameof(NoticeForm.Guide), NoticeForm.Guide.Name(), "はがきの後ろに入れて、窓あき封筒で送ります。"),
        new(nameof(NoticeForm.LargeGuide), NoticeForm.LargeGuide.Name(), "文字が見えにくい方に送ります。2枚以上になります。"),
    ];

    public string AtMostSupport => string.Create(CultureInfo.InvariantCulture, $"一度に{CreateNoticeBatch.MostCards}枚まで。空いている枠から出した数を入れてあります。変えることもできます。少なくすると、先に届いたカードから選びます。");

    public async Task OnGetAsync()
    {
        var view = await LoadAsync();
        (Shipment, Match, DeadlineOn) = (All, true, DateParts.Of(view.DeadlineOn));
        // No place left: nobody is proposed, and whoever sends all the same types how many.
        AtMost = Proposal.Of(view.Total) is > 0 and var proposed ? proposed.ToString(CultureInfo.InvariantCulture) : "";
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Guid? shipment = null;
        if (Shipment != All)
        {
            if (Guid.TryParse(Shipment, out var id)) shipment = id;
            else ModelState.AddModelError(nameof(Shipment), "どのカードに通知するかを選んでください。");
        }

        if (!int.TryParse(Typed.Code(AtMost), NumberStyles.None, CultureInfo.InvariantCulture, out var atMost) || atMost is < 1 or > CreateNoticeBatch.MostCards)
            ModelState.AddModelError(nameof(AtMost), string.Create(CultureInfo.InvariantCulture, $"枚数は1から{CreateNoticeBatch.MostCards}の数字で入力してください。"));
        if (!Enum.IsDefined(Form)) ModelState.AddModelError(nameof(Form), "用紙を選んでください。");
        if (!DeadlineOn.TryDate(out var deadline)) ModelState.AddModelError(nameof(DeadlineOn), "交付期限を、年・月・日の数字で入力してください。");
        if (ModelState.IsValid)
        {
            var proposed = (await propose.RunAsync(Municipality, first: true, Cancelled)).Room;
            var outcome = await create.RunAsync(new(shipment, Form, deadline, atMost, Match, proposed), Caller, Cancelled);
            if (outcome is CreateNoticeBatch.Created created) return Redirect($"/notices/{created.BatchId}?done=created");
            if (outcome is CreateNoticeBatch.DeadlinePassed) ModelState.AddModelError(nameof(DeadlineOn), "交付期限は今日か、今日より後の日にしてください。");
            if (outcome is CreateNoticeBatch.NothingWaiting)
                ModelState.AddModelError(nameof(Shipment), "選んだ中に、通知を待っているカードはもうありません。ほかの職員が先に束を作ったかもしれません。");
        }

        await LoadAsync();
        return Page();
    }

    private async Task<SeeWaitingCards.View> LoadAsync()
    {
        var view = await waiting.RunAsync(Municipality, Cancelled);
        Total = view.Total;
        Proposal = await propose.RunAsync(Municipality, first: true, Cancelled);
        Shipments =
        [
            new(All, Counted("待っているカード全部", view.Total)),
            .. view.Shipments.Where(row => row.ShipmentId is not null).Select(row => new Choice(row.ShipmentId.ToString()!, Counted(row.Name!, row.Cards))), // named by its id
        ];
        return view;
    }

    private static string Counted(string name, int cards) => string.Create(CultureInfo.InvariantCulture, $"{name}({cards}枚)");
}
