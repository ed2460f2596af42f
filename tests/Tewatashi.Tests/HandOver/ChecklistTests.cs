using Tewatashi.HandOver;
using Tewatashi.Municipalities;
using Tewatashi.Testing;

namespace Tewatashi.Tests.HandOver;

/// <summary>Which papers are enough by the standard table, and what must be ticked.</summary>
public sealed class ChecklistTests
{
    [Theory]
    [InlineData(RecipientKind.Applicant, true, 1, 0, true)]
    [InlineData(RecipientKind.Applicant, true, 0, 2, true)]
    [InlineData(RecipientKind.Applicant, true, 0, 1, false)]
    [InlineData(RecipientKind.Applicant, false, 1, 0, false)]
    [InlineData(RecipientKind.Applicant, false, 0, 3, false)]
    [InlineData(RecipientKind.Applicant, false, 1, 1, true)]
    [InlineData(RecipientKind.Applicant, false, 2, 0, true)]
    [InlineData(RecipientKind.VoluntaryProxy, true, 0, 3, true)]
    [InlineData(RecipientKind.VoluntaryProxy, true, 1, 1, true)]
    [InlineData(RecipientKind.VoluntaryProxy, true, 1, 0, false)]
    [InlineData(RecipientKind.ApplicantWithLegalRepresentative, false, 1, 1, true)]
    public void Papers_are_enough_by_case(RecipientKind kind, bool notice, int a, int b, bool enough)
    {
        var answers = TestDay.GoodAnswers(kind);
        (answers[Checklist.NoticeAnswered], answers[Checklist.PapersA], answers[Checklist.PapersB]) = (notice ? 1 : 0, a, b);

        Assert.Equal(enough, Checklist.Standard.WhatIsMissing(kind, false, answers).Count == 0);
    }

    [Theory]
    [InlineData(1, 0, false)]
    [InlineData(0, 9, false)]
    [InlineData(1, 1, true)]
    public void Proxy_shows_papers_too(int a, int b, bool enough)
    {
        var answers = TestDay.GoodAnswers(RecipientKind.LegalRepresentative);
        (answers[Checklist.ProxyPapersA], answers[Checklist.ProxyPapersB]) = (a, b);

        Assert.Equal(enough, Checklist.Standard.WhatIsMissing(RecipientKind.LegalRepresentative, false, answers).Count == 0);
    }

    [Fact]
    public void Every_required_line_of_every_recipient_is_missed_when_left_out()
    {
        foreach (var kind in Enum.GetValues<RecipientKind>())
        {
            foreach (var question in Checklist.Standard.For(kind, amendmentNeeded: true).Where(question => question.Required))
            {
                var answers = TestDay.GoodAnswers(kind, amendmentNeeded: true);
                answers.Remove(question.Code);

                Assert.Contains(question.Code, Checklist.Standard.WhatIsMissing(kind, true, answers).Keys);
            }
        }
    }

    [Fact]
    public void Amendment_is_asked_for_only_where_it_is_needed()
    {
        Assert.DoesNotContain(Checklist.Standard.For(RecipientKind.Applicant, false), question => question.Code == Checklist.Amended);
        Assert.Contains(Checklist.Standard.For(RecipientKind.Applicant, true), question => question is { Code: Checklist.Amended, Required: true });
    }

    [Theory]
    [InlineData("10")]
    [InlineData("-1")]
    public void Count_outside_0_to_9_is_refused(string typed)
    {
        var answers = TestDay.GoodAnswers(RecipientKind.Applicant);
        answers[Checklist.PapersB] = int.Parse(typed, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal([Checklist.PapersB], Checklist.Standard.WhatIsMissing(RecipientKind.Applicant, false, answers).Keys);
    }

    [Theory]
    [InlineData("8-0001", "8-0001")]
    [InlineData("ａ１２ー３", "A12-3")]
    [InlineData("", null)]
    [InlineData("見本", null)]
    [InlineData("1234567890123", null)]
    [InlineData("123456789018", null)]
    public void File_number_is_short_and_no_individual_number(string typed, string? stored) =>
        Assert.Equal(stored, FileNumber.TryParse(typed, out var number) ? number.Value : null);
}
