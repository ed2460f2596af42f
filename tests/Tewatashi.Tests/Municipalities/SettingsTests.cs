using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Municipalities;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Municipalities;

/// <summary>Rules, texts and articles of a municipality.</summary>
public sealed class SettingsTests
{
    [Fact]
    public void Default_rules_are_good()
    {
        Assert.Empty(Defaults().Problems());
    }

    [Fact]
    public void Each_number_is_taken_at_its_ends_and_refused_beyond()
    {
        (string Field, int Least, int Most, Func<int, Rules> With)[] bounds =
        [
            (nameof(Rules.WebLeadBusinessDays), 0, 20, value => Defaults() with { WebLeadBusinessDays = value }),
            (nameof(Rules.PhoneLeadBusinessDays), 0, 20, value => Defaults() with { PhoneLeadBusinessDays = value }),
            (nameof(Rules.HorizonDays), 7, 180, value => Defaults() with { HorizonDays = value }),
            (nameof(Rules.WebCutoffBusinessDays), 0, 10, value => Defaults() with { WebCutoffBusinessDays = value }),
            (nameof(Rules.HoldMinutes), 5, 30, value => Defaults() with { HoldMinutes = value }),
            (nameof(Rules.HoldExtensions), 10, 30, value => Defaults() with { HoldExtensions = value }),
            (nameof(Rules.PersonsPerVisit), 1, 8, value => Defaults() with { PersonsPerVisit = value }),
            (nameof(Rules.MinutesPerPerson), 5, 120, value => Defaults() with { MinutesPerPerson = value }),
            (nameof(Rules.MinutesForProxy), 5, 180, value => Defaults() with { MinutesForProxy = value }),
            (nameof(Rules.MinutesForAmendment), 0, 120, value => Defaults() with { MinutesForAmendment = value }),
            (nameof(Rules.LateMinutes), 0, 60, value => Defaults() with { LateMinutes = value }),
            (nameof(Rules.KeptPercent), 0, 100, value => Defaults() with { KeptPercent = value }),
            (nameof(Rules.RebookingPriorityDays), 0, 90, value => Defaults() with { RebookingPriorityDays = value }),
            (nameof(Rules.DeadlineDays), 14, 730, value => Defaults() with { DeadlineDays = value }),
            (nameof(Rules.ExpectedBookingPercent), 0, 100, value => Defaults() with { ExpectedBookingPercent = value }),
            (nameof(Rules.PostOverdueDays), 1, 90, value => Defaults() with { PostOverdueDays = value }),
            (nameof(Rules.TransferBusinessDays), 0, 20, value => Defaults() with { TransferBusinessDays = value }),
            (nameof(Rules.CountsPerDay), 0, 100, value => Defaults() with { CountsPerDay = value }),
            (nameof(Rules.CountOverdueDays), 1, 730, value => Defaults() with { CountOverdueDays = value }),
            (nameof(Rules.DisposalPeople), 2, 3, value => Defaults() with { DisposalPeople = value }),
            (nameof(Rules.FirstReminderDays), 0, 30, value => Defaults() with { FirstReminderDays = value }),
            (nameof(Rules.LastReminderDays), 0, 6, value => Defaults() with { LastReminderDays = value }),
            (nameof(Rules.AddressDays), 1, 90, value => Defaults() with { AddressDays = value }),
            (nameof(Rules.OfferMinutes), 30, 1440, value => Defaults() with { OfferMinutes = value }),
        ];

        Assert.All(bounds, bound =>
        {
            Assert.Empty(bound.With(bound.Least).Problems());
            Assert.Empty(bound.With(bound.Most).Problems());
            Assert.Equal(bound.Field, Assert.Single(bound.With(bound.Least - 1).Problems()).Field);
            Assert.Equal(bound.Field, Assert.Single(bound.With(bound.Most + 1).Problems()).Field);
        });
        // A number without bounds would slip through this table.
        Assert.Equal(
            typeof(Rules).GetProperties().Where(property => property.PropertyType == typeof(int)).Select(property => property.Name).Order(),
            bounds.Select(bound => bound.Field).Order());
    }

    [Fact]
    public void Words_that_cannot_be_taken_are_refused_by_field()
    {
        var wrong = Defaults() with
        {
            OpenRecipientKinds = [],
            ResidentUrl = "yoyaku.example.jp",
            ContactMail = "mado＠",
            Telephone = "123456789018",
            BirthYearDecision = new string('あ', 101),
        };

        Assert.Equal(
            [nameof(Rules.BirthYearDecision), nameof(Rules.ContactMail), nameof(Rules.OpenRecipientKinds), nameof(Rules.ResidentUrl), nameof(Rules.Telephone)],
            wrong.Problems().Select(problem => problem.Field).Order());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Every_rule_entered_is_the_rule_that_counts(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var rules = new Rules
        {
            WebLeadBusinessDays = 4,
            PhoneLeadBusinessDays = 2,
            HorizonDays = 45,
            WebCutoffBusinessDays = 2,
            WebCutoffTime = new(12, 30),
            HoldMinutes = 15,
            HoldExtensions = 11,
            PersonsPerVisit = 3,
            MinutesPerPerson = 20,
            MinutesForProxy = 40,
            MinutesForAmendment = 10,
            LateMinutes = 5,
            KeptPercent = 30,
            KeptReleaseBusinessDays = 2,
            KeptReleaseTime = new(14, 0),
            RebookingPriorityDays = 21,
            DeadlineDays = 60,
            ReceivableAfterDeadline = false,
            SecondForProxy = false,
            UnmovedCheckAtPick = false,
            TransferBusinessDays = 3,
            ExpectedBookingPercent = 55,
            PostOverdueDays = 9,
            TrackingNumberDecision = "見本第2号",
            CountsPerDay = 5,
            CountOverdueDays = 30,
            DisposalOn = true,
            DisposalMonthsAfterFirst = 18,
            DisposalMonthsAfterReminder = 5,
            DisposalPeople = 3,
            OpenRecipientKinds = [RecipientKind.Applicant],
            BirthYearDecision = "見本第1号",
            DispatchNumberProves = true,
            FirstReminderDays = 10,
            LastReminderDays = 2,
            EnglishInMails = false,
            AddressDays = 30,
            OfferMinutes = 90,
            Telephone = "000-0000",
            TelephoneHours = "平日9時から17時",
            Fax = "000-0001",
            ContactMail = "mado@example.jp",
            ResidentUrl = "https://yoyaku.example.jp",
        };

        var outcome = await office.Staff<ChangeSettings>().RunAsync(new(0, rules), office.ByStaff(), CancellationToken.None);

        Assert.IsType<ChangeSettings.Changed>(outcome);
        var kept = Rules.Of(await CurrentAsync(office));
        Assert.Equal(rules with { OpenRecipientKinds = [] }, kept with { OpenRecipientKinds = [] });
        Assert.Equal(rules.OpenRecipientKinds, kept.OpenRecipientKinds);
        // None of the values is the default: a rule that is not written would be found.
        Assert.All(typeof(Rules).GetProperties().Where(property => property.PropertyType != typeof(IReadOnlyList<RecipientKind>)),
            property => Assert.NotEqual(property.GetValue(Defaults()), property.GetValue(kept)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Rules_changed_by_two_at_once_keep_the_first_and_tell_the_second(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);

        var outcomes = await Task.WhenAll(new[] { 30, 31, 32, 33 }.Select(days => Task.Run(() =>
            office.Staff<ChangeSettings>().RunAsync(new(0, Defaults() with { HorizonDays = days }), office.ByStaff(), CancellationToken.None))));

        Assert.Single(outcomes, outcome => outcome is ChangeSettings.Changed);
        Assert.Equal(3, outcomes.Count(outcome => outcome is ChangeSettings.ChangedMeanwhile));
        var entry = Assert.Single(await office.SeeAsync(context => context.Audit.Where(row => row.Operation == OperationKind.ChangeSettings).ToListAsync()));
        Assert.Equal($"HorizonDays 60→{(await CurrentAsync(office)).HorizonDays}", entry.Detail);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Text_worded_anew_keeps_what_was_read_before(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var before = (await office.Staff<MunicipalityTexts>().CurrentAsync(office.Municipality, CancellationToken.None))[TextKey.Welcome];

        var changed = await office.Staff<ChangeTexts>().RunAsync(new(TextKey.Welcome, before.Revision, "ようこそ。\r\n\r\n窓口へ。 "), office.ByStaff(), CancellationToken.None);
        var stale = await office.Staff<ChangeTexts>().RunAsync(new(TextKey.Welcome, before.Revision, "別の文"), office.ByStaff(), CancellationToken.None);

        Assert.Equal(new ChangeTexts.Changed(before.Revision + 1), changed);
        Assert.IsType<ChangeTexts.ChangedMeanwhile>(stale);
        var revisions = await office.SeeAsync(context => context.Texts.Where(row => row.Key == TextKey.Welcome).OrderBy(row => row.Revision).Select(row => row.Body).ToListAsync());
        Assert.Equal([before.Body, "ようこそ。\n\n窓口へ。"], revisions);
        Assert.Equal(revisions[1], (await office.Resident<MunicipalityTexts>().CurrentAsync(office.Municipality, CancellationToken.None))[TextKey.Welcome].Body);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    [InlineData("番号は 1234-5678-9018 です")]
    public async Task Text_that_cannot_be_shown_is_refused_in_words(string body)
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);

        var outcome = await office.Staff<ChangeTexts>().RunAsync(new(TextKey.Welcome, 1, body), office.ByStaff(), CancellationToken.None);

        Assert.NotEmpty(Assert.IsType<ChangeTexts.Refused>(outcome).Problem);
    }

    [Fact]
    public void Every_text_has_a_name_and_a_place_where_it_is_read()
    {
        Assert.All(Enum.GetValues<TextKey>(), key =>
        {
            Assert.NotEmpty(key.Name());
            Assert.NotEmpty(key.Where());
        });
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Article_is_published_changed_once_and_taken_down(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var use = office.Staff<SaveArticle>();
        var form = office.ByStaff();
        SaveArticle.Request New() => new(null, ArticleKind.News, "お休み", "窓口は休みです。", office.Today, 1);
        var saved = (SaveArticle.Saved)await use.RunAsync(New(), form, CancellationToken.None);

        var sentTwice = await use.RunAsync(New(), form, CancellationToken.None);
        var changed = await use.RunAsync(New() with { Id = saved.Id, Title = "改", Version = 0 }, office.ByStaff(), CancellationToken.None);
        var stale = await use.RunAsync(New() with { Id = saved.Id, Title = "古い画面から", Version = 0 }, office.ByStaff(), CancellationToken.None);
        var listed = await use.ListAsync(office.Municipality, CancellationToken.None);
        var removed = await use.RemoveAsync(saved.Id, office.ByStaff(), CancellationToken.None);
        var gone = await use.RunAsync(New() with { Id = saved.Id, Version = 1 }, office.ByStaff(), CancellationToken.None);

        Assert.Equal(saved, sentTwice);
        Assert.IsType<SaveArticle.Saved>(changed);
        Assert.IsType<SaveArticle.ChangedMeanwhile>(stale);
        Assert.Equal("改", Assert.Single(listed).Title);
        Assert.True(removed);
        Assert.IsType<SaveArticle.Gone>(gone);
    }

    private static Rules Defaults() => Rules.Of(new MunicipalitySettings { Municipality = MunicipalityCode.FromFiveDigits("99000") });

    private static Task<MunicipalitySettings> CurrentAsync(TestOffice office) => office.Staff<ChangeSettings>().CurrentAsync(office.Municipality, CancellationToken.None);
}
