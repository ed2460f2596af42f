using Tewatashi.Cards;
using Tewatashi.Notices;
using Tewatashi.Staff;
using Tewatashi.Time;

namespace Tewatashi.Server.Demo;

/// <summary>The notices of the demonstration. Their passwords are kept in its own file alone, as they would be on paper.</summary>
internal sealed class DemoNotices(DemoOffice office)
{
    private static readonly ReturnReason[] Reasons = Enum.GetValues<ReturnReason>();

    /// <summary>Issues and draws the notices of a delivery's first so many waiting cards.</summary>
    /// <returns>The batch.</returns>
    public async Task<Guid> IssueAsync(Guid shipment, NoticeForm form, IReadOnlyList<DemoCard> cards, CancellationToken cancellationToken)
    {
        var created = DemoOffice.Expect<CreateNoticeBatch.Created>(await office.Staff<CreateNoticeBatch>().RunAsync(
            new(shipment, form, JapanTime.Today(office.Clock).AddDays(90), cards.Count, Match: form == NoticeForm.Label), office.By(StaffRoles.Custody), cancellationToken));
        var ready = DemoOffice.Expect<PrintOutcome.Ready>(await office.Staff<IssueNotices>().RunAsync(new(created.BatchId), office.By(StaffRoles.Custody), cancellationToken));
        var bySerial = cards.ToDictionary(card => card.Serial);
        await foreach (var paper in ready.Pdf.PapersAsync(cancellationToken))
        {
            var card = bySerial[SerialNumber.Parse(paper.SerialDisplay)];
            card.ReceptionNumber = ReceptionNumber.Parse(paper.ReceptionDisplay);
            card.Password = ReceptionPassword.Parse(paper.PasswordDisplay);
        }

        return created.BatchId;
    }

    public async Task SendAsync(Guid batch, CancellationToken cancellationToken)
    {
        DemoOffice.Expect<ConfirmPrinted.Confirmed>(await office.Staff<ConfirmPrinted>().RunAsync(new(batch, RunSeen: 1), office.By(StaffRoles.Custody), cancellationToken));
        DemoOffice.Expect<SendNotices.Sent>(await office.Staff<SendNotices>().RunAsync(new(batch, JapanTime.Today(office.Clock)), office.By(StaffRoles.Custody), cancellationToken));
    }

    public async Task ReturnAsync(IReadOnlyList<DemoCard> cards, CancellationToken cancellationToken)
    {
        for (var i = 0; i < cards.Count; i++)
        {
            DemoOffice.Expect<ReturnNotice.Returned>(await office.Staff<ReturnNotice>().RunAsync(
                new(new NoticeCode.Serial(cards[i].Serial), Reasons[i % Reasons.Length], JapanTime.Today(office.Clock)), office.By(StaffRoles.Custody), cancellationToken));
        }
    }
}
