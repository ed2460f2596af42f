using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Data.Keys;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Cards;

/// <summary>The three items at rest: readable where they were written, and nowhere else.</summary>
public sealed class ApplicantItemsTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Items_written_with_a_card_are_read_back(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var cards = await office.AddCardsAsync(3);
        var items = new ApplicantItems(office.Staff<KeyStore>(), office.Municipality);

        var applicant = await office.SeeAsync(context => context.Applicants.SingleAsync(row => row.CardId == cards[1].Id));

        Assert.Equal(TestCards.NamesOf(2), items.Open(applicant));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Ciphertext_moved_to_another_row_is_refused(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(2);
        var items = new ApplicantItems(office.Staff<KeyStore>(), office.Municipality);
        var rows = await office.SeeAsync(context => context.Applicants.AsNoTracking().ToListAsync());

        Assert.Throws<AuthenticationTagMismatchException>(() => items.Open(Copy(rows[0], rows[1].CardId, rows[0])));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Ciphertext_moved_to_another_municipality_is_refused_even_under_its_own_row_id(Engine engine)
    {
        await using var one = await TestOffice.OpenAsync(engine);
        await using var other = await TestOffice.OpenAsync(engine);
        await one.AddCardsAsync(1);
        var row = await one.SeeAsync(context => context.Applicants.AsNoTracking().SingleAsync());

        Assert.Throws<AuthenticationTagMismatchException>(() => new ApplicantItems(other.Staff<KeyStore>(), other.Municipality).Open(row));
    }

    [Fact]
    public async Task Names_that_sound_alike_share_a_token_and_short_ones_have_no_long_one()
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        var items = new ApplicantItems(office.Staff<KeyStore>(), office.Municipality);
        Applicant Sealed(string kana) => items.Seal(Guid.Empty, TestCards.NamesOf(1) with { KanaName = KanaName.Parse(kana) });

        Assert.Equal(Sealed("ヤマザキ　ケン").KanaToken, Sealed("ヤマサキ　ゲン").KanaToken);
        Assert.NotEqual(Sealed("ヤマザキ　ケン").KanaName, Sealed("ヤマザキ　ケン").KanaName);
        Assert.Equal(items.KanaPrefixToken("ヤマ", 2), Sealed("ヤマザキ　ケン").KanaToken2);
        Assert.Null(Sealed("リ　ア").KanaToken3);
        Assert.NotNull(Sealed("リ　ア").KanaToken2);
    }

    private static Applicant Copy(Applicant from, Guid cardId, Applicant tokens) => new()
    {
        Municipality = from.Municipality,
        CardId = cardId,
        ApplicationId = from.ApplicationId,
        KanaName = from.KanaName,
        Birthday = from.Birthday,
        ApplicationIdToken = tokens.ApplicationIdToken,
        BirthdayToken = tokens.BirthdayToken,
    };
}
