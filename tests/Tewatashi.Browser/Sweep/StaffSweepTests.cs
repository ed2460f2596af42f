using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Tewatashi.Browser.Journey;
using Tewatashi.Counting;
using Tewatashi.Data;
using Tewatashi.HandOver;
using Tewatashi.HandOver.PinForms;
using Tewatashi.HandOver.Terminal;
using Tewatashi.Incidents;
using Tewatashi.Mail;
using Tewatashi.Missing;
using Tewatashi.Municipalities;
using Tewatashi.Notices;
using Tewatashi.Parcels;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Outages;
using Tewatashi.Staff;
using Tewatashi.Storage;
using Tewatashi.TakeOuts;
using Tewatashi.Testing;

namespace Tewatashi.Browser.Sweep;

/// <summary>Every page of the staff face with its states: accessible, reached by keyboard, nothing hanging over the side. A page without a visit fails.</summary>
public sealed class StaffSweepTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Header = "製造管理番号,申請書ID,カナ氏名,生年月日,発送番号\r\n";

    [Fact]
    public async Task Every_page_of_the_staff_face_is_sound()
    {
        using var served = new ServedRoutes();
        var sweep = new Sweeper("staff", served);
        await Task.WhenAll(OneOfficeAsync(sweep), OtherOfficesAsync(sweep));
        await sweep.EndAsync();
    }

    /// <summary>What follows from each other in one office on its day.</summary>
    private async Task OneOfficeAsync(Sweeper sweep)
    {
        var day = await TestDay.OpenAsync(Engine.Sqlite, cards: 6);
        await using var office = day.Office;
        await office.AddCounterAsync("S1", building: "S");
        await SetTheTableAsync(day);
        var page = await SignedInAsync(office);

        await sweep.PartAsync(() => DayAsync(sweep, page, day));
        await sweep.PartAsync(() => CardsAsync(sweep, page, day));
        await sweep.PartAsync(() => ListsAsync(sweep, page));
        await sweep.PartAsync(() => ChangesAsync(sweep, page, office));
        await sweep.PartAsync(() => MissingAsync(sweep, page, office));
        await sweep.PartAsync(() => DisposalAsync(sweep, page, office));
        await sweep.PartAsync(() => ImportsAsync(sweep, page));
        await sweep.PartAsync(() => ShipmentsAsync(sweep, page, office));
        await sweep.PartAsync(() => NoticesAsync(sweep, page, day));
        await sweep.PartAsync(() => SettingsAsync(sweep, page, office));
        await sweep.PartAsync(() => AccountsAsync(sweep, page, office));
    }

    /// <summary>What begins in an office of its own, looked at beside the first one.</summary>
    private async Task OtherOfficesAsync(Sweeper sweep)
    {
        await sweep.PartAsync(() => ClosingAsync(sweep));
        await sweep.PartAsync(() => PostAsync(sweep));
        await sweep.PartAsync(() => RemindAsync(sweep));
        await sweep.PartAsync(() => SetUpAsync(sweep));
    }

    /// <summary>10:25 on the day: one card picked and one person here, one late.</summary>
    private static async Task SetTheTableAsync(TestDay day)
    {
        day.At(10, 0);
        await day.PickAsync(0);
        await day.CheckInAsync(0);
        await day.PickAsync(1);
        day.At(10, 25);
    }

    private async Task<IPage> SignedInAsync(TestOffice office, StaffRoles roles = StaffRoles.Admin)
    {
        var site = await office.StaffSiteAsync(roles);
        var page = await chromium.NewPersonAsync(site.Address);
        var session = site.Cookies.GetCookies(site.Address).Single();
        await page.Context.AddCookiesAsync([new() { Name = session.Name, Value = session.Value, Url = site.Address.ToString() }]);
        return page;
    }

    private static async Task DayAsync(Sweeper sweep, IPage page, TestDay day)
    {
        var here = (await day.ReservationAsync(0)).Id;
        await sweep.GoAsync(page, "/");
        await EachAsync(sweep, page, [$"/arrivals?Counter={day.Counter.Id}", $"/picks/{day.Day:yyyy-MM-dd}", $"/pick?Counter={day.Counter.Id}&Date={day.Day:yyyy-MM-dd}", $"/reshelve?Counter={day.Counter.Id}"]);
        await sweep.GoAsync(page, $"/arrivals/walk-in/{(await day.Office.AddNotifiedCardsAsync(1))[0].Id}?Counter={day.Counter.Id}");
        await sweep.SendNonsenseAsync(page);
        await sweep.GoAsync(page, $"/hand-over/{here}");
        await sweep.SendNonsenseAsync(page);
        await page.GotoAsync($"/hand-over/{here}");
        await page.Locator("[data-tw-scan]").FillAsync(day.Cards[1].Card.SerialNumber.Value);
        await page.Locator("[data-tw-scan]").PressAsync("Enter");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("違うカード");
        await sweep.LookAsync(page, "wrong card");
        await page.GotoAsync($"/hand-over/{here}");
        await page.Locator("[data-tw-scan]").FillAsync(day.Cards[0].Card.SerialNumber.Value);
        await page.Locator("[data-tw-scan]").PressAsync("Enter");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("正しいカードです");
        await sweep.LookAsync(page, "right card");
        await Sweeper.PressAsync(page, "交付する");
        await sweep.LookAsync(page, "nothing filled in");
        await day.Office.Staff<RefuseHandOver>().RunAsync(new(here, NotHandedOverReason.PapersMissing), day.Office.ByStaff(), CancellationToken.None);
        await sweep.GoAsync(page, $"/hand-over/{here}/slip");
        await EachAsync(sweep, page, ["/desk", $"/desk/{day.Cards[4].Id}", $"/desk/{day.Cards[4].Id}/family", "/transfers"]);
        var free = (await day.Office.AddNotifiedCardsAsync(1))[0];
        await EachAsync(sweep, page, [$"/desk/{free.Id}", $"/waiting/new/{free.Id}"]);
        await sweep.GoAsync(page, "/waiting", "nobody");
        await day.Office.WaitAsync(free, day.Counter, day.Day.AddDays(7));
        await EachAsync(sweep, page, ["/waiting", "/mails", "/statistics"]);
        await DeadMailAsync(sweep, page, day);
        await sweep.SendNonsenseAsync(page);
        await sweep.GoAsync(page, $"/desk/{(await day.Office.AddNotifiedCardsAsync(1))[0].Id}", "nonsense");
        await sweep.SendNonsenseAsync(page);
        await OutageAsync(sweep, page, day);
        await EachAsync(sweep, page, ["/board", $"/board?Counter={day.Counter.Id}"]);
        await CountAsync(sweep, page, day);
        await ParcelsAsync(sweep, page, day);
        await MovesAsync(sweep, page, day);
    }

    /// <summary>A mail that did not arrive, in the list, in the preview and given up.</summary>
    private static async Task DeadMailAsync(Sweeper sweep, IPage page, TestDay day)
    {
        var office = day.Office;
        var visit = day.Booked[4].VisitId;
        await office.VerifyMailAsync(visit);
        var contact = await office.SeeAsync(context => context.Contacts.Where(row => row.VisitId == visit).Select(row => row.Id).FirstAsync());
        await office.Staff<Database>().UnrecordedAsync(office.Municipality, context =>
        {
            context.Add(new OutboxMail
            {
                Municipality = office.Municipality,
                Id = Ids.New(),
                Kind = MailKind.Booked,
                ContactId = contact,
                VisitId = visit,
                State = OutboxState.Dead,
                Attempts = 1,
                LastError = "550",
                NextAttemptAt = office.Clock.GetUtcNow(),
                CreatedAt = office.Clock.GetUtcNow(),
            });
            return context.SaveChangesAsync();
        });
        await sweep.GoAsync(page, "/mails", "dead");
        await page.Locator("input[name=Selected]").First.CheckAsync();
        await Sweeper.PressAsync(page, "「やめて電話する」を確かめる");
        await sweep.LookAsync(page, "preview");
        await Sweeper.PressAsync(page, "1通を「やめて電話する」にする");
        await sweep.LookAsync(page, "given up");
    }

    /// <summary>Cards and a box moved, a vault unlocked, a card out.</summary>
    private static async Task MovesAsync(Sweeper sweep, IPage page, TestDay day)
    {
        await EachAsync(sweep, page, ["/take-outs/return", "/take-outs?State=", "/vaults", "/move"]);
        foreach (var (scan, answer, state) in new[]
        {
            (day.Cards[4].Card.SerialNumber.Value, "1枚目", "cards"), ("ZZZ999999", "移すカード 2枚", "two"),
            (day.Boxes[0].Value, "移さなかったカード", "moved"), (day.Boxes[0].Value, "をまるごと移します", "box"),
        })
        {
            await page.Locator("[data-tw-scan]").FillAsync(scan);
            await page.Locator("[data-tw-scan]").PressAsync("Enter");
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync(answer);
            await sweep.LookAsync(page, state);
        }

        await page.GotoAsync("/vaults");
        await Sweeper.PressAsync(page, "開錠した H-V1");
        await sweep.LookAsync(page, "open");
        await sweep.GoAsync(page, $"/closing?counter={day.Counter.Id}", "vault open");
        var card = (await day.Office.AddNotifiedCardsAsync(1))[0].Card;
        await day.Office.StoreAsync(day.Boxes[0], card);
        var carrier = await day.Office.SeeAsync(context => context.StaffMembers.Where(row => row.State == StaffState.Active).Select(row => row.Id).FirstAsync());
        await day.Office.Staff<TakeOutCard>().RunAsync(new(card.SerialNumber, carrier, Cards.TakeOutKind.HomeVisit, day.Office.Clock.GetUtcNow().AddHours(2)), day.Office.ByStaff(), CancellationToken.None);
        await EachAsync(sweep, page, ["/take-outs"]);
    }

    private static async Task ParcelsAsync(Sweeper sweep, IPage page, TestDay day)
    {
        var office = day.Office;
        var free = (await office.AddNotifiedCardsAsync(2)).Select(card => card.Card).ToList();
        foreach (var card in free) await office.StoreAsync(day.Boxes[0], card);
        var far = await office.SeeAsync(context => context.Locations.Where(row => row.Path == "S").Select(row => row.Id).SingleAsync());
        await office.Staff<OrderTransfer>().RunAsync(new(far, free[0].SerialNumber), office.ByStaff(), CancellationToken.None);
        await EachAsync(sweep, page, ["/transfers/order"]);
        var parcel = ((OpenParcel.Opened)await office.Staff<OpenParcel>().RunAsync(new(day.Counter.BuildingId, far, OrdersByScan: true), office.ByStaff(), CancellationToken.None)).ParcelId;
        await EachAsync(sweep, page, [$"/parcels/{parcel}"]);
        foreach (var card in free) await office.PackAsync(parcel, card.SerialNumber);
        await sweep.GoAsync(page, $"/parcels/{parcel}", "packed");
        await Sweeper.PressAsync(page, "封をして送る。移送票へ");
        await sweep.LookAsync(page, "slip");
        await sweep.GoAsync(page, $"/parcels/{parcel}/slip");
        await EachAsync(sweep, page, [$"/parcels/{parcel}"]);
        await office.Staff<ReceiveParcel>().RunAsync(new(parcel), office.ByStaff(), CancellationToken.None);
        await EachAsync(sweep, page, [$"/parcels/{parcel}"]);
        await EachAsync(sweep, page, ["/transfers"]);
    }

    /// <summary>The end of a day of its own, that no outage has emptied.</summary>
    private async Task ClosingAsync(Sweeper sweep)
    {
        var day = await TestDay.OpenAsync(Engine.Sqlite, cards: 4);
        await using var office = day.Office;
        await SetTheTableAsync(day);
        var page = await SignedInAsync(office);
        var date = $"{day.Day:yyyy-MM-dd}";
        await EachAsync(sweep, page, [$"/later?counter={day.Counter.Id}&date={date}", $"/closing?counter={day.Counter.Id}&date={date}", $"/pin-forms?counter={day.Counter.Id}", $"/terminal?date={date}"]);
        await office.Staff<ReceivePinForm>().RunAsync(new(day.Cards[1].Card.SerialNumber, day.Counter.Id, PinFormReason.PersonLeft), office.ByStaff(), CancellationToken.None);
        await office.Staff<ImportTerminalList>().RunAsync(new(day.Day, "ZZZ000001,交付済\nMIH000002,廃止"), office.ByStaff(), CancellationToken.None);
        await EachAsync(sweep, page, [$"/pin-forms?counter={day.Counter.Id}", $"/terminal?date={date}"]);
        await sweep.GoAsync(page, $"/closing?counter={day.Counter.Id}&date={date}", "form and list");
        Assert.IsType<EnterArrival.Entered>(await office.Staff<EnterArrival>().RunAsync(new(day.Booked[1].VisitId, office.Clock.GetUtcNow()), office.ByStaff(), CancellationToken.None));
        await sweep.GoAsync(page, $"/later?counter={day.Counter.Id}&date={date}", "entered");
        var later = (await day.ReservationAsync(1)).Id;
        await sweep.GoAsync(page, $"/hand-over/{later}?later=true", "later");
        await sweep.SendNonsenseAsync(page);
        await page.GotoAsync($"/hand-over/{later}");
        await page.Locator("select[name=Reason]").SelectOptionAsync(nameof(NotHandedOverReason.PapersMissing));
        await Sweeper.PressAsync(page, "交付見送りにする");
        await sweep.LookAsync(page, "next times");
        await office.Staff<MovePinForm>().RunAsync(new((await office.Staff<SeePinForms>().RunAsync(new(null), office.ByStaff(), CancellationToken.None))[0].FormId, PinFormStep.TakeOut), office.ByStaff(), CancellationToken.None);
        day.At(18, 0);
        page = await SignedInAsync(office); // the session of the morning is over
        await EachAsync(sweep, page, [$"/closing?counter={day.Counter.Id}&date={date}"]);
        await Sweeper.PressAsync(page, "未来庁にする");
        await sweep.LookAsync(page, "marked");
    }

    private static async Task CountAsync(Sweeper sweep, IPage page, TestDay day)
    {
        await EachAsync(sweep, page, ["/counts"]);
        var box = await day.Office.SeeAsync(context => context.Locations.Where(row => row.Kind == LocationKind.Box).OrderBy(row => row.Path).Select(row => row.Path).FirstAsync());
        var count = (OpenCount.Opened)await day.Office.Staff<OpenCount>().RunAsync(new(LocationPath.Parse(box)), day.Office.ByStaff(), CancellationToken.None);
        await EachAsync(sweep, page, [$"/counts/{count.CountId}"]);
        // By the box's label, as whoever counts comes there, and then the network is away.
        await page.GotoAsync("/counts");
        await page.Keyboard.TypeAsync(ScanCode.OfLocation(box) + "\n");
        await Assertions.Expect(page.Locator("form[data-tw-count]")).ToBeVisibleAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.Context.SetOfflineAsync(true);
        await page.Keyboard.TypeAsync(day.Cards[0].Card.SerialNumber.Value + "\n");
        await Assertions.Expect(page.GetByText("送信待ち 1件")).ToBeVisibleAsync();
        await page.Context.SetOfflineAsync(false);
        await Assertions.Expect(page.Locator("[data-tw-count-labels]")).ToHaveTextAsync("1");
        await sweep.LookAsync(page, "scanned");
        await Sweeper.PressAsync(page, "数え終わった。台帳と比べる");
        await sweep.LookAsync(page, "report");
        await EachAsync(sweep, page, [$"/counts/{count.CountId}/report", "/counts"]);
    }

    private static async Task OutageAsync(Sweeper sweep, IPage page, TestDay day)
    {
        await EachAsync(sweep, page, ["/outage"]);
        await page.GotoAsync("/outage");
        await page.GetByLabel("何時まで").FillAsync("16:00");
        await Sweeper.PressAsync(page, "影響を確かめて枠を閉じる");
        await sweep.LookAsync(page, "effect");
        await day.Office.Staff<DeclareOutage>().RunAsync(new(day.Office.Clock.GetUtcNow().AddHours(1), [], Apply: true), day.Office.ByStaff(), CancellationToken.None);
        await EachAsync(sweep, page, ["/outage"]);
        var running = await day.Office.SeeAsync(context => context.Outages.Select(row => row.Id).SingleAsync());
        await day.Office.Staff<EndOutage>().RunAsync(new(running), day.Office.ByStaff(), CancellationToken.None);
        await sweep.GoAsync(page, "/outage", "over");
    }

    private static async Task CardsAsync(Sweeper sweep, IPage page, TestDay day)
    {
        var (booked, free) = (day.Cards[3].Id, (await day.Office.AddCardsAsync(1))[0].Id);
        await EachAsync(sweep, page, [$"/cards/{booked}", $"/cards/{free}", $"/cards/{booked}/label", "/search", "/cards/change"]);
        await ListAsync(sweep, page);
        await page.GotoAsync("/search");
        await page.Locator("main").GetByLabel("番号、カナ氏名、読み取り").FillAsync("ミホ");
        await Sweeper.PressAsync(page, "探す");
        await sweep.LookAsync(page, "hits");
        await sweep.GoAsync(page, $"/cards/{booked}/suspension");
        await Sweeper.PressAsync(page, "保留にする");
        await sweep.LookAsync(page, "no reason");
        await day.Office.Staff<SuspendCard>().RunAsync(new(booked, Cards.Suspension.AskAtCounter), day.Office.ByStaff(), CancellationToken.None);
        await sweep.GoAsync(page, $"/cards/{booked}/suspension", "suspended");
        await sweep.GoAsync(page, $"/cards/{booked}", "suspended");
    }

    /// <summary>Two cards of one person, the register's change list, and a remade card.</summary>
    private static async Task ChangesAsync(Sweeper sweep, IPage page, TestOffice office)
    {
        var somebody = new Cards.ApplicantNames(Cards.ApplicationId.Parse("99945678901234567890201"), Cards.KanaName.Parse("ヒナガタ　ミドリ"), Cards.Birthday.Parse("12-24"));
        var twins = await office.AddCardsAsync(2, names: _ => somebody);
        await sweep.GoAsync(page, $"/cards/{twins[0].Id}", "same person");
        await sweep.GoAsync(page, "/changes", "empty");
        await sweep.GoAsync(page, "/changes/new");
        await Sweeper.PressAsync(page, "送信して内容を確認する");
        await sweep.LookAsync(page, "no file");
        await SendAsync("broken.csv", "婚姻");
        await sweep.LookAsync(page, "refused");
        await SendAsync("idou.csv", "転出");
        await sweep.LookAsync(page, "preview");
        await Sweeper.PressAsync(page, "照合を始める");
        await sweep.LookAsync(page, "to be decided");
        await Sweeper.PressAsync(page, "残りを確かめずに終了し、消去する");
        await sweep.LookAsync(page, "ended");
        await EachAsync(sweep, page, ["/changes", "/remade"]);
        await office.Staff<LinkRemadeCard>().RunAsync(new(twins[0].SerialNumber, twins[1].SerialNumber), office.ByStaff(), CancellationToken.None);
        await sweep.GoAsync(page, $"/cards/{twins[0].Id}", "remade");

        async Task SendAsync(string name, string kind)
        {
            await page.GotoAsync("/changes/new");
            await page.GetByLabel("ファイル(CSV)").SetInputFilesAsync(new FilePayload
            {
                Name = name,
                MimeType = "text/csv",
                Buffer = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes($"カナ氏名,生年月日,異動事由,異動日\r\nヒナガタ　ミドリ,1980-12-24,{kind},2026-11-01\r\n")],
            });
            await Sweeper.PressAsync(page, "送信して内容を確認する");
        }
    }

    /// <summary>A search from its beginning to a loss, and the register of incidents.</summary>
    private static async Task MissingAsync(Sweeper sweep, IPage page, TestOffice office)
    {
        await sweep.GoAsync(page, "/missing", "nobody");
        await sweep.GoAsync(page, "/incidents", "empty");
        var box = await office.SeeAsync(context => context.Locations.Where(row => row.Kind == LocationKind.Box).OrderBy(row => row.Path).Select(row => row.Path).FirstAsync());
        var card = (await office.AddCardsAsync(1))[0];
        await office.StoreAsync(LocationPath.Parse(box), card);
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        await EachAsync(sweep, page, [$"/missing/new/{card.Id}"]);
        var missed = (MissCard.Missed)await office.Staff<MissCard>().RunAsync(new(card.Id, MissingReason.Other), office.ByStaff(), CancellationToken.None);
        await EachAsync(sweep, page, [$"/missing/{missed.SearchId}", "/missing"]);
        var (_, second) = await office.AddSecondAsync(StaffRoles.Admin);
        var lost = (ConfirmLost.Lost)await office.Staff<ConfirmLost>().RunAsync(new(missed.SearchId, true, second), office.ByStaff(), CancellationToken.None);
        await sweep.GoAsync(page, $"/missing/{missed.SearchId}", "lost");
        await EachAsync(sweep, page, [$"/incidents/{lost.IncidentId}", "/incidents"]);
        await office.Staff<RecordIncidentStep>().RunAsync(new(lost.IncidentId, IncidentStepKind.PoliceTold, office.Today), office.ByStaff(), CancellationToken.None);
        await sweep.GoAsync(page, $"/incidents/{lost.IncidentId}", "with a step");
    }

    /// <summary>A disposal from its candidates to its report, a return to the maker, and old papers.</summary>
    private static async Task DisposalAsync(Sweeper sweep, IPage page, TestOffice office)
    {
        await sweep.GoAsync(page, "/disposal", "none");
        await sweep.GoAsync(page, "/disposal/candidates", "none");
        await sweep.GoAsync(page, "/old-papers", "none");
        var cards = await office.AddCardsAsync(3);
        foreach (var card in cards.Take(2)) await office.SuspendAsync(card.Id, Cards.Suspension.Withdrawn);
        await office.SuspendAsync(cards[2].Id, Cards.Suspension.Defective);
        await EachAsync(sweep, page, ["/disposal/candidates", $"/cards/{cards[2].Id}/return-to-maker"]);
        var batch = await office.ProposeAsync(cards[0].Id, cards[1].Id);
        await EachAsync(sweep, page, [$"/disposal/{batch}"]);
        await office.ApproveAsync(batch, (await office.StaffMemberAsync("second")).Id);
        await EachAsync(sweep, page, [$"/disposal/{batch}", $"/disposal/{batch}/abolish"]);
        await office.AbolishAsync(batch, cards[0]);
        await office.ScanForDestructionAsync(batch, cards[0]);
        await EachAsync(sweep, page, [$"/disposal/{batch}/destroy"]);
        await office.DestroyAsync(batch, new((await office.StaffMemberAsync("second")).UserId.Value, TestStaff.Password));
        await sweep.GoAsync(page, $"/disposal/{batch}/report");
        await sweep.GoAsync(page, "/disposal", "running");
    }

    private static async Task ListAsync(Sweeper sweep, IPage page)
    {
        await sweep.GoAsync(page, "/cards");
        await sweep.GoAsync(page, "/cards?Suspended=True&Order=Place&Descending=true", "nothing");
        await sweep.GoAsync(page, "/cards?DeadlineBefore=x&DaysInStock=x&Inside=-", "mistaken");
        await page.GotoAsync("/cards?Order=Place");
        await page.Locator("input[name=Selected]").First.CheckAsync();
        await page.GetByLabel("何をするか").SelectOptionAsync("AmendmentNeeded");
        await Sweeper.PressAsync(page, "選んだカードへの影響を確かめる");
        await sweep.LookAsync(page, "preview");
        await Sweeper.PressAsync(page, "1枚を「要追記にする」");
        await sweep.LookAsync(page, "changed");
        await page.GotoAsync("/cards");
        await Sweeper.PressAsync(page, "選んだカードへの影響を確かめる");
        await sweep.LookAsync(page, "nothing chosen");
        await sweep.GoAsync(page, "/cards/export?Progress=Prepared&Place=Storage");
        await Sweeper.PressAsync(page, "CSVファイルを書き出す");
        await sweep.LookAsync(page, "no reason");
    }

    /// <summary>The lists in the one way: rows, none, a mistake, a file that is asked for, many at once.</summary>
    private static async Task ListsAsync(Sweeper sweep, IPage page)
    {
        await sweep.GoAsync(page, "/reservations?From=");
        await sweep.GoAsync(page, "/reservations?State=NoShow&Order=Number&Descending=true", "nothing");
        await sweep.GoAsync(page, "/reservations?From=x&Counter=x", "mistaken");
        await EachAsync(sweep, page, ["/parcels"]);
        await sweep.GoAsync(page, "/export/reservations?From=2026-11-25&State=Booked");
        await Sweeper.PressAsync(page, "CSVファイルを書き出す");
        await sweep.LookAsync(page, "no reason");
        await page.GotoAsync("/calls");
        await page.Locator("input[name=Selected]").First.CheckAsync();
        await Sweeper.PressAsync(page, "「済」を確かめる");
        await sweep.LookAsync(page, "preview");
        await page.GotoAsync("/transfers?State=");
        await page.Locator("input[name=Selected]").First.CheckAsync();
        await Sweeper.PressAsync(page, "選んだカードへの影響を確かめる");
        await sweep.LookAsync(page, "preview");
    }

    private static async Task ImportsAsync(Sweeper sweep, IPage page)
    {
        await sweep.GoAsync(page, "/imports", "empty");
        await sweep.GoAsync(page, "/imports/new");
        await Sweeper.PressAsync(page, "送信して内容を確認する");
        await sweep.LookAsync(page, "no file");
        await SendFileAsync(page, "broken.csv", "これは,表では\r\nありません\r\n");
        await sweep.LookAsync(page, "refused");
        await SendFileAsync(page, "M2612.csv", Header + "MIG000001,12345678901234567890201,ミホン　ハナコ,1980-03-07,M2612\r\nMIG000002,12345678901234567890202,,1975-11-30,M2612\r\nMIG00003,x,ミホン,13月,\r\n");
        await sweep.LookAsync(page, "to be confirmed");
        await sweep.GoAsync(page, $"{new Uri(page.Url).AbsolutePath}?warnings=true", "warnings");
        await Sweeper.PressAsync(page, "2枚を取り込む");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("2枚のカードを追加しました", new() { Timeout = 30_000 });
        await sweep.LookAsync(page, "applied");
        await sweep.GoAsync(page, "/imports");
    }

    private static async Task SendFileAsync(IPage page, string name, string text)
    {
        await page.GotoAsync("/imports/new");
        await page.GetByLabel("ファイル(CSV)").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)] });
        await Sweeper.PressAsync(page, "送信して内容を確認する");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(new System.Text.RegularExpressions.Regex("確認が終わりました|このファイルは取り込めません"), new() { Timeout = 30_000 });
    }

    private static async Task ShipmentsAsync(Sweeper sweep, IPage page, TestOffice office)
    {
        var shipment = await office.SeeAsync(context => context.Shipments.Where(row => row.Name.Contains("M2612")).Select(row => row.Id).SingleAsync());
        var box = await office.SeeAsync(context => context.Locations.Where(row => row.Capacity != null).Select(row => row.Id).FirstAsync());
        await sweep.GoAsync(page, "/shipments");
        await sweep.GoAsync(page, $"/shipments/{shipment}", "announced");
        await page.GetByLabel("送り状の箱数").FillAsync("3");
        await page.GetByLabel("届いた箱数").FillAsync("2");
        await Sweeper.PressAsync(page, "届いた。受入を始める");
        await sweep.LookAsync(page, "receiving");
        await EachAsync(sweep, page, [$"/shipments/{shipment}/boxes"]);
        await office.EmptyBoxesAsync(shipment);
        await sweep.GoAsync(page, $"/shipments/{shipment}/boxes", "empty");
        foreach (var serial in new[] { "MIG000001", "ZZZ999999" })
            await office.Staff<Cards.InspectCard>().RunAsync(new(shipment, Cards.SerialNumber.Parse(serial)), office.ByStaff(), CancellationToken.None);
        await sweep.GoAsync(page, $"/shipments/{shipment}");
        await Sweeper.PressAsync(page, "受入を完了する");
        await sweep.LookAsync(page, "not balanced");
        await EachAsync(sweep, page, [$"/shipments/{shipment}/difference", "/receive"]);
        await UndeliveredAsync(sweep, page, office, shipment);
        await EachAsync(sweep, page, [$"/shipments/{shipment}", $"/shipments/{shipment}/inspect", "/prepare", "/prepare/list", "/shelve", "/locations", "/locations/add", $"/locations/{box}", $"/locations/{box}/change", $"/locations/{box}/divide", $"/locations/{box}/picture"]);
        var vault = await office.SeeAsync(context => context.Locations.Where(row => row.Kind == LocationKind.Vault).Select(row => row.Id).FirstAsync());
        await page.GotoAsync("/locations/add");
        await page.GetByLabel("保管庫の記号").FillAsync("V7");
        await page.GetByLabel("箱ごとの位置の数").FillAsync("4");
        await page.GetByLabel("棚の数").FillAsync("2");
        await page.GetByLabel("棚ごとの箱の数").FillAsync("3");
        await Sweeper.PressAsync(page, "追加する");
        await sweep.LookAsync(page, "positions");
        await page.GetByText("ラベルをまとめて印刷する").ClickAsync();
        await Sweeper.PressAsync(page, "選んだ場所のラベルのPDFを作る");
        await sweep.LookAsync(page, "nothing chosen");
        await sweep.GoAsync(page, $"/locations/{vault}/picture", "vault");
        var divided = await office.SeeAsync(context => context.Locations.Where(row => row.Path == "H-V7").Select(row => row.Id).SingleAsync());
        await sweep.GoAsync(page, $"/locations/{divided}/picture", "positions");
    }

    /// <summary>Closed short by two people; the maker's answer is awaited.</summary>
    private static async Task UndeliveredAsync(Sweeper sweep, IPage page, TestOffice office, Guid shipment)
    {
        var (_, signature) = await office.AddSecondAsync(StaffRoles.Admin);
        await office.Staff<Cards.CloseShipment>().RunAsync(new(shipment, new(Cards.Receiving.ShipmentDifference.MakerAsked, signature)), office.ByStaff(), CancellationToken.None);
        var finding = await office.SeeAsync(context => context.ShipmentFindings.Where(row => row.Kind == Cards.Receiving.ShipmentFindingKind.Missing).Select(row => row.Id).FirstAsync());
        await sweep.GoAsync(page, $"/shipments/{shipment}/undelivered/{finding}");
        await Sweeper.PressAsync(page, "2人で確かめて記録する");
        await sweep.LookAsync(page, "nothing chosen");
    }

    private static async Task NoticesAsync(Sweeper sweep, IPage page, TestDay day)
    {
        await sweep.GoAsync(page, "/notices");
        await EachAsync(sweep, page, ["/notices/new"]);
        await day.Office.AddCardsAsync(3);
        var batch = await day.Office.CreateBatchAsync(NoticeForm.Guide);
        await EachAsync(sweep, page, [$"/notices/{batch}"]);
        await day.Office.IssueAsync(batch);
        await EachAsync(sweep, page, [$"/notices/{batch}"]);
        await day.Office.ConfirmAsync(batch);
        await EachAsync(sweep, page, [$"/notices/{batch}", $"/notices/{batch}/cards", $"/notices/{batch}/match", "/notices/return", $"/notices/resend/{day.Cards[2].Id}"]);
        await page.GotoAsync("/notices/return");
        await page.GetByLabel("あて所不明").CheckAsync();
        await page.Locator("[data-tw-scan]").FillAsync(day.Cards[5].Card.SerialNumber.Value);
        await page.Locator("[data-tw-scan]").PressAsync("Enter");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("このカードの通知を再送する");
        await sweep.LookAsync(page, "returned");
        await EachAsync(sweep, page, [$"/notices/{batch}/window", "/notices/counts"]);
    }

    /// <summary>再通知: nobody due, then a day on which everybody told is.</summary>
    private async Task RemindAsync(Sweeper sweep)
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        await EachAsync(sweep, await SignedInAsync(office), ["/notices/reminders", "/notices/reminders/1"]);
        await office.AddCounterAsync();
        await office.AddCounterAsync("H2");
        await office.AddNotifiedCardsAsync(3);
        await office.AddCardsAsync(2);
        office.Clock.Advance(TimeSpan.FromDays(91));
        var later = await SignedInAsync(office);
        await EachAsync(sweep, later, ["/notices", "/notices/new", "/notices/reminders", "/notices/reminders/1"]);
    }

    /// <summary>郵送交付: nothing yet, then cards in every stage of it.</summary>
    private async Task PostAsync(Sweeper sweep)
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        var box = (await office.AddBoxesAsync())[0];
        await office.DecideTrackingAsync();
        var page = await SignedInAsync(office);
        await sweep.GoAsync(page, "/post", "nothing");
        var cards = await office.AddPostCardsAsync(box, 6);
        await office.PostedAsync(cards[0], "123-45-67890-1");
        await office.PostedAsync(cards[1], "123-45-67890-2");
        await office.TakeBackAsync(cards[1], box);
        await office.SetPinAsync(cards[2]);
        await office.Staff<Cards.MarkAmendment>().RunAsync(new(cards[3].Id, Needed: true), office.ByStaff(), CancellationToken.None);
        office.Clock.Advance(TimeSpan.FromDays(20));
        page = await SignedInAsync(office);
        await EachAsync(sweep, page, ["/post", "/post?State=InPost&Until=2026-11-30", "/post?State=Stopped", "/post/pin", "/post/send", "/post/delivered", "/post/returned", $"/cards/{cards[4].Id}/route", $"/cards/{cards[0].Id}"]);
        await page.GotoAsync("/post/send");
        await page.Locator("[data-tw-scan]").FillAsync(cards[2].SerialNumber.Value);
        await page.Locator("[data-tw-scan]").PressAsync("Enter");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("次に、この封筒の引受番号を読み取ってください");
        await sweep.LookAsync(page, "card read");
    }

    private static async Task SettingsAsync(Sweeper sweep, IPage page, TestOffice office)
    {
        var counter = await office.SeeAsync(context => context.Counters.Select(row => row.Id).FirstAsync());
        var article = (SaveArticle.Saved)await office.Staff<SaveArticle>().RunAsync(new(null, ArticleKind.News, "年末年始の休み", "12月29日から休みます。", office.Today, 0), office.ByStaff(), CancellationToken.None);
        await EachAsync(sweep, page,
        [
            "/counters", "/counters/new", $"/counters/{counter}", $"/counters/{counter}/hours", "/closures", "/closures/national", $"/counters/{counter}/days", $"/counters/{counter}/today", "/offices", "/calls", "/settings", "/settings/texts", $"/settings/texts/{Enum.GetValues<TextKey>()[0]}",
            "/settings/mails", "/settings/mails/Booked/Japanese", "/settings/papers", "/settings/reminders", "/settings/statuses", "/settings/checklist", "/settings/checklist/FaceMatches", "/settings/checklist/new",
            "/settings/articles", "/settings/articles/edit", $"/settings/articles/edit/{article.Id}", "/settings/kinds", "/settings/kinds/edit", "/audit",
        ]);
        await Sweeper.PressAsync(page, "検索する");
        await sweep.LookAsync(page, "found");
        await ErrandsAsync(sweep, page, office);
        await RulesEffectAsync(sweep, page);
    }

    /// <summary>What changed rules would do, before they are saved.</summary>
    private static async Task RulesEffectAsync(Sweeper sweep, IPage page)
    {
        await page.GotoAsync("/settings");
        foreach (var (field, value) in new[] { ("HorizonDays", "7"), ("WebLeadBusinessDays", "5"), ("KeptPercent", "40"), ("MinutesPerPerson", "20"), ("DeadlineDays", "60") })
            await page.Locator($"input[name='Form.{field}']").FillAsync(value);
        await Sweeper.PressAsync(page, "保存する");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("5個のルールが変わります");
        await sweep.LookAsync(page, "effect");
    }

    /// <summary>Kinds of booking without a card: off, on, booked by telephone and closed.</summary>
    private static async Task ErrandsAsync(Sweeper sweep, IPage page, TestOffice office)
    {
        await sweep.GoAsync(page, "/desk/errands", "none");
        var kind = await office.OpenKindAsync();
        await EachAsync(sweep, page, [$"/settings/kinds/edit/{kind.Id}", "/desk/errands"]);
        await page.GotoAsync("/desk/errands");
        await Sweeper.PressAsync(page, "空きを調べる");
        await sweep.LookAsync(page, "nothing chosen");
        await page.Locator("select").First.SelectOptionAsync(kind.Id.ToString());
        await Sweeper.PressAsync(page, "空きを調べる");
        await sweep.LookAsync(page, "times");
        await page.Locator("input[name=Proven][type=checkbox]").CheckAsync();
        await page.Locator("input[name=At]").First.CheckAsync();
        await Sweeper.PressAsync(page, "この内容で予約する");
        await sweep.LookAsync(page, "booked");
    }

    private async Task AccountsAsync(Sweeper sweep, IPage page, TestOffice office)
    {
        var token = await office.InviteAsync("atarashii");
        var member = (await office.StaffMemberAsync("atarashii")).Id;
        await EachAsync(sweep, page, ["/staff", "/staff/invite", $"/staff/{member}", "/account"]);
        await page.GotoAsync($"/staff/{member}");
        await sweep.GoAsync(page, "/nowhere");
        await sweep.GoAsync(page, "/error?status=500");
        await sweep.GoAsync(page, "/sign-out");

        var counter = await SignedInAsync(office, StaffRoles.Counter);
        await sweep.GoAsync(counter, "/settings", "not allowed");
        var operations = await SignedInAsync(office, StaffRoles.Operations);
        await sweep.GoAsync(operations, "/", "operations");
        var stranger = await chromium.NewPersonAsync((await office.StrangerAtStaffSiteAsync()).Address);
        await EachAsync(sweep, stranger, ["/sign-in", $"/set-up/{token}"]);
        await sweep.GoAsync(stranger, "/set-up/nothing", "not valid");
    }

    /// <summary>A municipality that begins.</summary>
    private async Task SetUpAsync(Sweeper sweep)
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        var page = await SignedInAsync(office);
        await sweep.GoAsync(page, "/", "nothing set up");
        await sweep.GoAsync(page, "/guide");
        foreach (var button in new[] { "保管場所を作る", "窓口を作る", "開庁時間を入れる", "このルールで始める", "連絡先を入れる" })
        {
            await sweep.SendNonsenseAsync(page);
            await page.GotoAsync("/guide");
            if (button == "このルールで始める") await page.GetByLabel("予約ページのアドレス").FillAsync("https://yoyaku.example.jp");
            if (button == "連絡先を入れる") await page.GetByLabel("電話番号").FillAsync("03-0000-0001");
            await Sweeper.PressAsync(page, button);
            await sweep.LookAsync(page, button);
        }

        await sweep.GoAsync(page, "/locations");
    }

    /// <summary>The page as it comes, and each of its forms sent wrong.</summary>
    private static async Task EachAsync(Sweeper sweep, IPage page, IReadOnlyList<string> paths)
    {
        foreach (var path in paths)
        {
            await sweep.GoAsync(page, path);
            await sweep.SendNonsenseAsync(page);
            if (page.Url != path) await page.GotoAsync(path);
        }
    }
}
