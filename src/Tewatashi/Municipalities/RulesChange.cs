namespace Tewatashi.Municipalities;

/// <summary>A wanted change of the rules, beside those that would count without it.</summary>
/// <param name="From">The first day on which it counts.</param>
/// <param name="Before">On the day before, and on from there but for this change.</param>
internal sealed record RulesChange(DateOnly From, DateOnly Today, Rules Before, Rules After)
{
    /// <param name="effectiveOn">Null: at once.</param>
    public static RulesChange Of(MunicipalitySettings settings, IEnumerable<PlannedRule> planned, Rules after, DateOnly? effectiveOn, DateOnly today)
    {
        var from = effectiveOn ?? today;
        var before = planned.Where(row => row.EffectiveOn < from || row.EffectiveOn <= today).OrderBy(row => row.EffectiveOn)
            .Aggregate(Rules.Of(settings), (rules, row) => rules.With(row.Field, row.Value));
        return new(from, today, before, after);
    }

    public bool IsPlanned => From != Today;

    public IReadOnlyList<(string Field, string Value)> Differences => Before.DifferencesTo(After);

    /// <summary>Why it cannot count from that day on; empty when it can.</summary>
    public IReadOnlyList<RuleProblem> Problems() =>
        !IsPlanned ? []
        : From < Today ? [new RuleProblem(nameof(ChangeSettings.Request.EffectiveOn), "今日以降の日を入力してください。")]
        : [.. Differences.Where(row => !Rules.Plannable.Contains(row.Field)).Select(row => new RuleProblem(row.Field, "この項目は日を決めて変えることができません。「すぐに」で変えてください。"))];
}
