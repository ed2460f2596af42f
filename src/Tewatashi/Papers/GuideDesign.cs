using System.Globalization;
using Tewatashi.Papers.Drawing;
using Row = Tewatashi.Papers.Drawing.GuideFlow.Row;

namespace Tewatashi.Papers;

/// <summary>
/// Lays out the A4 guide. The upper left stays blank: there the window of the envelope shows the maker's postcard lying in
/// front, or an address sheet from the register. Nothing of the person stands anywhere.
/// </summary>
internal sealed class GuideDesign
{
    // 長形3号 with a window of 90 x 45 mm at most, the sheet folded in three and free to slide a few millimetres.
    private const float WindowRight = 118f;
    private const float WindowBottom = 62f;

    private readonly NoticeTexts texts;
    private readonly bool large;
    private readonly Lettering body;
    private readonly Lettering strong;
    private readonly float leading;
    private readonly float gap;
    private readonly GuideFlow flow = new();

    // From airy to tight: size of the text in points, line height and gap between sections in em.
    private static readonly (float Size, float Leading, float Gap)[] NormalSettings =
        [(11f, 1.6f, 1.2f), (10.5f, 1.5f, 1f), (10f, 1.42f, 0.8f), (9.5f, 1.36f, 0.6f)];

    private static readonly (float Size, float Leading, float Gap)[] LargeSettings = [(18f, 1.5f, 1f), (18f, 1.4f, 0.7f), (18f, 1.3f, 0.5f)];

    private GuideDesign(NoticeTexts texts, GuideSize size, (float Size, float Leading, float Gap) setting)
    {
        this.texts = texts;
        large = size == GuideSize.Large;
        body = new Lettering(setting.Size);
        strong = body with { Bold = true };
        leading = body.Em * setting.Leading;
        gap = body.Em * setting.Gap;
    }

    /// <summary>
    /// The pages of one guide: set as airily as fits on one page, two for the large size. Texts too long for that run on to
    /// more pages rather than shrink further.
    /// </summary>
    public static IReadOnlyList<Design<NoticePaper>> Pages(NoticeTexts texts, GuideSize size)
    {
        var (settings, aim) = size == GuideSize.Large ? (LargeSettings, 2) : (NormalSettings, 1);
        IReadOnlyList<Design<NoticePaper>> pages = [];
        foreach (var setting in settings)
        {
            pages = new GuideDesign(texts, size, setting).LayOut();
            if (pages.Count <= aim) break;
        }

        return pages;
    }

    private IReadOnlyList<Design<NoticePaper>> LayOut()
    {
        Sender();
        Opening();
        Numbers();
        if (large)
        {
            flow.Add(Internet(GuideFlow.Width));
            flow.Y += gap;
            flow.Add(Telephone(GuideFlow.Width));
        }
        else
        {
            flow.AddBeside(Internet, Telephone, 8f);
        }

        flow.Y += gap;
        flow.Add(Listed(NoticeWords.Bring, texts.WhatToBring, GuideFlow.Width, _ => "・"));
        flow.Y += gap;
        if (!large && texts.CannotCome.Length > 0)
        {
            flow.AddBeside(CannotCome, Contacts, 8f);
        }
        else
        {
            if (texts.CannotCome.Length > 0)
            {
                flow.Add(CannotCome(GuideFlow.Width));
                flow.Y += gap;
            }

            flow.Add(Contacts(GuideFlow.Width));
        }

        flow.Y += gap;
        flow.Add([.. Paragraphs(NoticeWords.NeverAsked, GuideFlow.Width, strong), .. Paragraphs(texts.EasyJapanese, GuideFlow.Width), .. Paragraphs(texts.English, GuideFlow.Width)]);
        Feet();
        return flow.Pages;
    }

    private void Sender()
    {
        var width = GuideFlow.Left + GuideFlow.Width - WindowRight;
        var name = new Lettering(large ? 20f : 15f, Bold: true);
        flow.Page.Text(texts.Municipality, WindowRight, 23f, name, width);
        var baseline = 23f;
        foreach (var line in PaperText.Lines(texts.Office).SelectMany(line => body.Break(line, width)))
            flow.Page.Text(line, WindowRight, baseline += leading, body);
        baseline = Math.Max(baseline + leading * 1.3f, 44f);
        flow.Page.Text(NoticeWords.Serial, WindowRight, baseline, body);
        flow.Page.Show(paper => paper.SerialDisplay, WindowRight, baseline + leading * 1.05f, strong with { Size = large ? 22f : 14f }, width);
        flow.Y = Math.Max(WindowBottom, baseline + leading * 1.4f) + 3f;
    }

    private void Opening()
    {
        var heading = new Lettering(large ? 25f : 21f, Bold: true);
        foreach (var line in heading.Break(texts.Heading, GuideFlow.Width))
            flow.Add([new Row(line, heading, heading.Em * 1.4f)]);
        flow.Y += 2f;
        flow.Add(Paragraphs(texts.Opening, GuideFlow.Width, large ? body : body with { Size = 11.5f }));
        flow.Y += large ? 3f : 4f;
    }

    /// <summary>The frame with everything needed to sign in. It stays whole: number, password and QR are never on two pages.</summary>
    private void Numbers()
    {
        var caption = large ? body : body with { Size = 11f };
        var number = new Lettering(large ? 34f : 27f, Bold: true);
        var password = new Lettering(large ? 40f : 32f, Bold: true);
        var caution = strong with { Size = large ? 18f : 12f };
        var deadline = new Lettering(large ? 22f : 17f, Bold: true);
        var side = large ? 42f : 36f;
        var inside = large ? 4.5f : 5f;
        var band = deadline.Em * 1.9f;
        var height = inside + caption.Em + number.Em * 1.25f + caption.Em * 1.7f + password.Em * 1.2f + caution.Em * 1.9f + inside * 0.6f;
        if (height + band > flow.Room) flow.NewPage();

        var page = flow.Page;
        var (left, top) = (GuideFlow.Left, flow.Y);
        page.Draw(new Design<NoticePaper>.Box(left, top, GuideFlow.Width, height + band) { Border = 0.5f });
        page.Draw(new Design<NoticePaper>.Box(left, top + height, GuideFlow.Width, band) { Fill = 232, Border = 0.5f });

        var codeLeft = left + GuideFlow.Width - side - inside - 2f;
        var width = codeLeft - left - 2 * inside;
        var baseline = top + inside + caption.Em * 0.85f;
        page.Text(NoticeWords.Reception, left + inside, baseline, caption);
        page.Show(paper => paper.ReceptionDisplay, left + inside, baseline += number.Em * 1.15f, number, width);
        page.Text(NoticeWords.Password, left + inside, baseline += caption.Em * 1.85f, caption);
        page.Show(paper => paper.PasswordDisplay, left + inside, baseline += password.Em * 1.1f, password, width);
        page.Text(NoticeWords.NotThePin, left + inside, baseline + caution.Em * 1.6f, caution, width + inside);

        var codeTop = top + (height - side - caption.Em * 1.4f) / 2;
        page.Qr(paper => paper.Url, codeLeft, codeTop, side);
        page.Text(NoticeWords.Code, codeLeft + (side - caption.WidthOf(NoticeWords.Code)) / 2, codeTop + side + caption.Em * 1.5f, caption);

        var deadlineBaseline = top + height + band / 2 + deadline.Em * 0.36f;
        var label = new Lettering(large ? 18f : 13f);
        page.Text(NoticeWords.Deadline, left + inside, deadlineBaseline, label);
        var dateLeft = left + inside + label.WidthOf(NoticeWords.Deadline) + 5f;
        page.Show(paper => paper.DeadlineText, dateLeft, deadlineBaseline, deadline, left + GuideFlow.Width - inside - dateLeft);
        flow.Y = top + height + band + gap + 1f;
    }

    private List<Row> Internet(float width) =>
    [
        .. Listed(NoticeWords.ByInternet, texts.InternetSteps, width, Numbered),
        .. Paragraphs(texts.SiteAddress, width, strong),
    ];

    private List<Row> Telephone(float width) =>
    [
        .. Listed(NoticeWords.ByTelephone, texts.TelephoneSteps, width, Numbered),
        .. Paragraphs(texts.Telephone, width, strong with { Size = body.Size * 1.35f }),
        .. texts.TelephoneHours.Length > 0 ? Paragraphs(texts.TelephoneHours, width) : [],
    ];

    private List<Row> CannotCome(float width) => [Heading(NoticeWords.CannotCome), .. Paragraphs(texts.CannotCome, width)];

    private List<Row> Contacts(float width)
    {
        (string Name, string Text)[] contacts =
        [
            (NoticeWords.Telephone, texts.Telephone),
            (NoticeWords.Fax, texts.Fax),
            (NoticeWords.Relay, texts.RelayService),
            (NoticeWords.Mail, texts.Mail),
        ];
        var indent = body.WidthOf(NoticeWords.Relay) + 4f;
        var rows = new List<Row> { Heading(NoticeWords.Contacts) };
        foreach (var (name, text) in contacts.Where(contact => contact.Text.Length > 0))
            rows.AddRange(Hanging(name, string.Join('　', PaperText.Lines(text)), width, indent));
        return rows;
    }

    /// <summary>製造管理番号 at every foot: sheets that fall apart must not be put together with another's.</summary>
    private void Feet()
    {
        for (var index = 0; index < flow.Pages.Count; index++)
        {
            var page = flow.Pages[index];
            var foot = new Lettering(large ? 18f : 9f, Grey: 40);
            page.Show(paper => paper.SerialDisplay, GuideFlow.Left, 291.5f, foot with { Bold = true }, 80f);
            if (flow.Pages.Count == 1) continue;
            var number = string.Create(CultureInfo.InvariantCulture, $"{index + 1} / {flow.Pages.Count}");
            page.Text(number, GuideFlow.Left + GuideFlow.Width - foot.WidthOf(number), 291.5f, foot);
        }

        // Where to fold in three.
        flow.Pages[0].Draw(new Design<NoticePaper>.Box(0, 98.9f, 5f, 0.15f) { Fill = 150 });
        flow.Pages[0].Draw(new Design<NoticePaper>.Box(0, 197.9f, 5f, 0.15f) { Fill = 150 });
    }

    private static string Numbered(int index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1}.");

    private Row Heading(string text)
    {
        var lettering = strong with { Size = large ? 20f : 12.5f };
        var width = lettering.WidthOf(text);
        var room = GuideFlow.Width - 4f;
        return new Row(text, width > room ? lettering with { Size = lettering.Size * room / width } : lettering, lettering.Em * 1.6f)
        {
            Indent = 3.5f,
            IsHeading = true,
        };
    }

    private List<Row> Listed(string heading, string items, float width, Func<int, string> mark)
    {
        var rows = new List<Row> { Heading(heading) };
        var lines = PaperText.Lines(items).Where(line => line.Length > 0).ToArray();
        for (var index = 0; index < lines.Length; index++) rows.AddRange(Hanging(mark(index), lines[index], width, body.Em * 1.15f));
        return rows;
    }

    private IEnumerable<Row> Hanging(string mark, string text, float width, float indent) =>
        body.Break(text, width - indent).Select((line, index) => new Row(line, body, leading) { Indent = indent, Mark = index == 0 ? mark : "" });

    private List<Row> Paragraphs(string text, float width, Lettering? lettering = null)
    {
        var set = lettering ?? body;
        var height = Math.Max(leading, set.Em * 1.5f);
        return [.. PaperText.Lines(text).SelectMany(line => set.Break(line, width)).Select(line => new Row(line, set, height))];
    }
}
