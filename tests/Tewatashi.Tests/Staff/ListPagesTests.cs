using System.Text.RegularExpressions;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Staff;

/// <summary>
/// Every page of the staff face that shows a pager is a list: it is sorted by its headings and written to a file, or says here why not. Every table without a pager
/// says here what keeps it short.
/// </summary>
public sealed partial class ListPagesTests
{
    private const string Selection = "what was ticked on the list, as many as its use case takes at once";
    private const string OneDay = "one counter on one day";
    private const string SetUp = "what the office has set up itself, row by row";
    private const string OneCard = "the steps of one card or case";
    private const string Refused = "the refused lines of one file or one typed list, as many as it takes at once";
    private const string Furniture = "shelves and boxes in walking order with sums that go up the tree; it grows with the furniture, not with the cards";

    /// <summary>By the page's file below Pages.</summary>
    private static readonly Dictionary<string, string> Exceptions = new()
    {
        ["Receiving/Shipment.cshtml"] = "the cards of one delivery in the order of its own paper; カード一覧 filters by delivery, sorts and exports",
        ["Imports/Import.cshtml"] = "the problems of one file in its order; its report is a file already",
        ["Notices/Cards.cshtml"] = "the papers of one batch in the order in which they lie in the pile; another order would break the matching",
        ["Notices/Reminder.cshtml"] = "the cards due for one stage, the oldest first as they are taken into the batch; カード一覧 sorts and exports",
    };

    /// <summary>By the page's file below Pages and what its table runs through.</summary>
    private static readonly Dictionary<string, string> Short = new()
    {
        ["Calls/Answer.cshtml: Model.Lines"] = Selection,
        ["Cards/Card.cshtml: view.History"] = OneCard,
        ["Cards/Change.cshtml: Model.Lines"] = Selection,
        ["Cards/Results.cshtml: Model.Hits"] = "a search answers with 200 cards at most and else asks for one more character",
        ["Changes/List.cshtml: list.Decided.OrderBy(pair => pair.Key)"] = "a row for each kind of decision",
        ["Changes/New.cshtml: Model.Problems"] = Refused,
        ["Counters/Closures.cshtml: rows"] = "closures from today on",
        ["Counters/Days.cshtml: Model.Special"] = "special days from today on",
        ["Counters/Index.cshtml: Model.Rows"] = SetUp,
        ["Counters/Offices.cshtml: Model.Rows"] = SetUp,
        ["Counters/Today.cshtml: view.Fewer"] = OneDay,
        ["Counters/Today.cshtml: view.Lines"] = OneDay,
        ["Counting/Index.cshtml: view.Counts"] = Furniture,
        ["Counting/Index.cshtml: view.OverduePlaces"] = Furniture,
        ["Counting/Report.cshtml: report.Lines"] = "what differs in one place; it is signed as a whole",
        ["Day/Arrivals.cshtml: arrival.Persons"] = "the people of one visit",
        ["Day/Board.cshtml: table.Rows"] = OneDay,
        ["Day/Closing.cshtml: day.Tray"] = "one tray, explained card by card before the day is closed",
        ["Day/Later.cshtml: Model.Here"] = OneDay,
        ["Day/Later.cshtml: Model.ToEnter"] = OneDay,
        ["Day/Picks.cshtml: list.Picked"] = OneDay,
        ["Day/Picks.cshtml: list.Problems"] = OneDay,
        ["Day/Picks.cshtml: list.ToPick"] = OneDay,
        ["Day/PinForms.cshtml: Model.Forms"] = "forms in sealed envelopes in custody; each is shredded when its card is handed over",
        ["Day/Reshelve.cshtml: list.Cards"] = "the cards in the trays, walked once from place to place",
        ["Day/Terminal.cshtml: view.Differences"] = "what differs from one day's list of the terminal; each must be answered",
        ["Day/WalkIn.cshtml: Model.Next"] = OneDay,
        ["Day/_DayLines.cshtml: Model.Lines"] = OneDay,
        ["Desk/Family.cshtml: visit.Persons"] = "the people of one visit",
        ["Disposal/Abolish.cshtml: refused"] = Refused,
        ["Disposal/Batch.cshtml: view.Lines"] = "one proposal, 500 cards at most; it is approved as a whole",
        ["Disposal/Candidates.cshtml: view.Candidates"] = "as many as one proposal takes; its headings sort, its list is written to a file",
        ["Disposal/Destroy.cshtml: scanned"] = "the cards of one proposal that lie before the two who sign",
        ["Disposal/OldPapers.cshtml: Model.Kept"] = "as many as two people destroy at once; the list below shows all",
        ["Disposal/Report.cshtml: destroyed"] = "one proposal, 500 cards at most; it is a paper to be signed",
        ["Disposal/Report.cshtml: dropped"] = "one proposal, 500 cards at most; it is a paper to be signed",
        ["Incidents/Incident.cshtml: Model.View.Steps"] = OneCard,
        ["Mails/End.cshtml: Model.Lines"] = Selection,
        ["Mails/Texts.cshtml: Model.Texts"] = "a row for each kind and language of mail",
        ["Missing/Search.cshtml: view.Looks"] = OneCard,
        ["Missing/Search.cshtml: view.Steps"] = OneCard,
        ["Moves/Index.cshtml: Model.Stayed"] = "the cards scanned since the last box, 200 at most",
        ["Moves/Index.cshtml: Model.Waiting.Index()"] = "the cards scanned since the last box, 200 at most",
        ["Notices/Counts.cshtml: view.Reasons"] = "a row for each reason",
        ["Notices/Counts.cshtml: view.Sequences"] = "a row for each notice in turn",
        ["Notices/Counts.cshtml: view.Stages"] = "a row for each stage",
        ["Notices/Reminders.cshtml: Model.Lines"] = SetUp,
        ["Notices/_Proposal.cshtml: proposal.Counters"] = SetUp,
        ["Outages/Index.cshtml: Model.View.Before"] = "the last five",
        ["Parcels/Parcel.cshtml: view.Lines"] = "one parcel, packed and received card by card",
        ["Post/Index.cshtml: view.Returned"] = "a row for each reason",
        ["Receiving/Boxes.cshtml: shipment.Boxes"] = "the boxes of one delivery, 200 at most",
        ["Receiving/Difference.cshtml: shipment.Rows"] = "a page of the cards that are missing in one delivery, to be named and signed; the count stands above",
        ["Receiving/PrepareList.cshtml: refused"] = Refused,
        ["Receiving/Shipment.cshtml: shipment.Findings"] = "a page of what was found too much in one delivery, those without an end first",
        ["Settings/Articles.cshtml: group.Articles"] = SetUp,
        ["Settings/ChecklistLines.cshtml: Model.Lines"] = SetUp,
        ["Settings/Kinds.cshtml: Model.Kinds"] = SetUp,
        ["Settings/Rules.cshtml: Model.Planned"] = SetUp,
        ["Settings/Rules.cshtml: differences"] = SetUp,
        ["Settings/Texts.cshtml: Model.Texts"] = SetUp,
        ["Settings/_RulesEffect.cshtml: changes"] = SetUp,
        ["Settings/_RulesEffect.cshtml: reach"] = SetUp,
        ["Shared/_Effect.cshtml: effect.Visits"] = "whose booking is lost by one change; only what was shown may be applied",
        ["Statistics/Index.cshtml: view.Days"] = "a span of 366 days at most; the figures are a file too",
        ["Statistics/Index.cshtml: view.Stock"] = "a row for each age",
        ["Statistics/Index.cshtml: view.Weeks"] = "a span of 366 days at most; the figures are a file too",
        ["Storage/Location.cshtml: place.Cards"] = "one box, 1,000 cards at most",
        ["Storage/Locations.cshtml: Model.Locations"] = Furniture,
        ["Storage/Vault.cshtml: boxes"] = Furniture,
        ["Transfers/CallOff.cshtml: Model.Lines"] = Selection,
        ["Transfers/Index.cshtml: parcels.Ended"] = "the last twenty; 移送便の一覧 shows all",
        ["Transfers/Index.cshtml: parcels.Live"] = "parcels between the offices that nobody has ended, each a package on a table or in a car",
        ["Vaults/Index.cshtml: view.Vaults"] = SetUp,
    };

    [Fact]
    public void Page_with_a_pager_is_sorted_and_exported_or_says_why_not()
    {
        Assert.Empty(Faults(Pages(), Exceptions));
    }

    [Fact]
    public void Table_without_a_pager_says_what_keeps_it_short()
    {
        Assert.Empty(Unpaged(Pages()).Except(Short.Keys));
    }

    [Fact]
    public void Exception_is_still_needed()
    {
        Assert.Equal(Exceptions.Keys.Order(StringComparer.Ordinal), Faults(Pages(), []).Select(fault => fault.Split(':')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.Empty(Short.Keys.Except(Unpaged(Pages())));
    }

    [Theory]
    [InlineData("<tw-pagination />", 2)]
    [InlineData("<partial name=\"_SortLink\" /><tw-pagination />", 1)]
    [InlineData("<partial name=\"_ListFilter\" /><tw-pagination />", 1)]
    [InlineData("<partial name=\"_SortLink\" /><a href=\"/cards/export\"></a><tw-pagination />", 0)]
    [InlineData("<partial name=\"_List\" model=\"Model.List\" />", 0)]
    [InlineData("<p></p>", 0)]
    public void Fault_is_found_in_a_page_that_has_one(string page, int faults)
    {
        Assert.Equal(faults, Faults([("Planted.cshtml", page)], []).Count());
    }

    [Theory]
    [InlineData("<tw-table><tbody>\n@foreach (var row in Model.All)\n{ <tr>@foreach (var word in row.Words)\n{ <b></b> }</tr> }</tbody></tw-table>", "Planted.cshtml: Model.All")]
    [InlineData("<table><tbody>\n@foreach (var row in Model.All.Where(one => one.IsOld))\n{ <tr></tr> }</tbody></table>", "Planted.cshtml: Model.All.Where(one => one.IsOld)")]
    [InlineData("<tw-table><tbody>\n@foreach (var row in Model.All)\n{ <tr></tr> }</tbody></tw-table><tw-table><tbody>\n@foreach (var row in Model.Some)\n{ <tr></tr> }</tbody></tw-table><tw-pagination />", "Planted.cshtml: Model.All")]
    [InlineData("<tw-table><tbody>\n@foreach (var row in Model.Some)\n{ <tr></tr> }</tbody></tw-table><tw-pagination />", null)]
    [InlineData("<tw-table><tbody>\n@foreach (var state in Enum.GetValues<State>())\n{ <tr></tr> }</tbody></tw-table>", null)]
    [InlineData("<tw-table><tbody><tr><td>1</td></tr></tbody></tw-table>", null)]
    public void Table_that_can_grow_is_found_in_a_page_that_has_one(string page, string? found)
    {
        Assert.Equal(found, Unpaged([("Planted.cshtml", page)]).SingleOrDefault());
    }

    private static IEnumerable<string> Faults(IEnumerable<(string Name, string Text)> pages, Dictionary<string, string> exceptions) =>
        from page in pages
        where page.Text.Contains("<tw-pagination", StringComparison.Ordinal) && !exceptions.ContainsKey(page.Name)
        from fault in new[]
        {
            page.Text.Contains("\"_SortLink\"", StringComparison.Ordinal) ? null : "is not sorted by its headings",
            page.Text.Contains("\"_ListFilter\"", StringComparison.Ordinal) || page.Text.Contains("/export", StringComparison.Ordinal) || page.Text.Contains("ExportUrl", StringComparison.Ordinal) ? null : "is not written to a file",
        }
        where fault is not null
        select $"{page.Name}: {fault}";

    /// <summary>What a table runs through with a row for each, where no pager stands behind it. A closed set of the code cannot grow.</summary>
    private static IEnumerable<string> Unpaged(IEnumerable<(string Name, string Text)> pages) =>
        from page in pages
        from Match body in Body().Matches(page.Text)
        where !body.Groups["pager"].Success
        from Match loop in Loop().Matches(Row().Replace(body.Groups["rows"].Value, ""))
        let through = loop.Groups["through"].Value
        where !through.StartsWith("Enum.GetValues<", StringComparison.Ordinal)
        select $"{page.Name}: {through}";

    private static IEnumerable<(string Name, string Text)> Pages()
    {
        const string Folder = "src/Tewatashi.Staff/Pages/";
        var pages = Checkout.Files().Where(file => file.StartsWith(Folder, StringComparison.Ordinal) && file.EndsWith(".cshtml", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(pages);
        return pages.Select(file => (file[Folder.Length..], Checkout.Read(file)));
    }

    /// <summary>The rows of a table, and the pager where one stands between it and the next table.</summary>
    [GeneratedRegex("<tbody>(?<rows>.*?)</tbody>(?<pager>(?:(?!<tw-table|<table).)*?<tw-pagination)?", RegexOptions.Singleline)]
    private static partial Regex Body();

    /// <summary>A row with what it holds, loops too.</summary>
    [GeneratedRegex(@"<tr\b.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex(@"foreach \(var .+? in (?<through>.+)\)\s*$", RegexOptions.Multiline)]
    private static partial Regex Loop();
}
