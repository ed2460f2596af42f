using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Lists;
using Tewatashi.Staff;
using Tewatashi.Time;

namespace Tewatashi.Incidents;

/// <summary>事故の一覧: the register with its legal clocks, the newest first.</summary>
public sealed class IncidentList : OfficeList<IncidentList.Row>
{
    public static readonly ListField<IncidentKind> Kind = ListFields.Choice<IncidentKind>("About", "種類", kind => kind.Name());
    public static readonly ListField<bool> Closed = ListFields.Flag("Closed", "状況", "対応完了", "対応中");
    public static readonly ListField<bool> Reported = ListFields.Flag("Reported", "確報", "済", "まだ");
    public static readonly ListSpan Days = new("知った日");

    public sealed record Row : ListRow
    {
        public required int Year { get; init; }
        public required int Number { get; init; }
        public required IncidentKind Kind { get; init; }
        public required bool Wrongful { get; init; }
        public required DateOnly KnownOn { get; init; }
        public required SerialNumber? SerialNumber { get; init; }
        public required bool IsClosed { get; init; }

        /// <summary>The clocks of its reports; null until they were read.</summary>
        public string? First { get; set; }

        public string? Final { get; set; }
        public bool FirstIsLate { get; set; }
        public bool FinalIsLate { get; set; }
    }

    public override string Code => "incidents";
    public override string Name => "事故の一覧";
    public override string Path => "/incidents";
    public override Permission Permission => Permission.ViewIncidents;
    public override OperationKind? Viewed => OperationKind.ViewIncidents;
    public override string DefaultOrder => "Number";
    public override bool DefaultDescending => true;
    public override IReadOnlyList<ListField> Fields { get; } = [Kind, Closed, Reported, Days.From, Days.Until];

    protected override IReadOnlyList<ListColumn<Row>> Of { get; } =
    [
        new("Number", "番号", row => FormattableString.Invariant($"{row.Year}-{row.Number:D3}"), By(row => row.Year).Then(row => row.Number)) { Link = row => $"/incidents/{row.Id}" },
        new("Kind", "種類", row => row.Kind.Name()),
        new("KnownOn", "知った日", row => row.KnownOn, By(row => row.KnownOn)),
        new("Serial", "カード", row => row.SerialNumber?.Display, By(row => row.SerialNumber)),
        new("First", "速報", row => row.First) { Tone = row => row.FirstIsLate ? ListTone.Error : ListTone.Plain },
        new("Final", "確報", row => row.Final) { Tone = row => row.FinalIsLate ? ListTone.Error : ListTone.Plain },
        new("State", "状況", row => row.IsClosed ? "対応完了" : "対応中", By(row => row.IsClosed)) { Tone = row => row.IsClosed ? ListTone.Success : ListTone.Warning },
    ];

    internal override IQueryable<Row> Rows(TewatashiContext context, DateTimeOffset now, ListFilter filter)
    {
        var incidents = context.Incidents.AsNoTracking();
        if (filter.Of(Kind) is { } kind) incidents = incidents.Where(row => row.Kind == kind);
        if (filter.Of(Closed) is { } closed) incidents = incidents.Where(row => context.IncidentSteps.Any(step => step.IncidentId == row.Id && step.Kind == IncidentStepKind.Closed) == closed);
        if (filter.Of(Reported) is { } reported) incidents = incidents.Where(row => context.IncidentSteps.Any(step => step.IncidentId == row.Id && step.Kind == IncidentStepKind.FinalReport) == reported);
        incidents = Days.Within(incidents, filter, row => row.KnownOn);
        return
            from incident in incidents
            join card in context.Cards on incident.CardId equals (Guid?)card.Id into cards
            from card in cards.DefaultIfEmpty()
            select new Row
            {
                Id = incident.Id,
                CardId = incident.CardId,
                Year = incident.Year,
                Number = incident.Number,
                Kind = incident.Kind,
                Wrongful = incident.Wrongful,
                KnownOn = incident.KnownOn,
                SerialNumber = card.SerialNumber,
                IsClosed = context.IncidentSteps.Any(step => step.IncidentId == incident.Id && step.Kind == IncidentStepKind.Closed),
            };
    }

    internal override async Task FillAsync(TewatashiContext context, DateTimeOffset now, IReadOnlyList<Row> rows, CancellationToken cancellationToken)
    {
        var (today, ids) = (JapanTime.DateOf(now), rows.Select(row => row.Id).ToList());
        var steps = (await context.IncidentSteps.AsNoTracking()
            .Where(row => ids.Contains(row.IncidentId) && (row.Kind == IncidentStepKind.FirstReport || row.Kind == IncidentStepKind.FinalReport))
            .OrderBy(row => row.At).ThenBy(row => row.Id).ToListAsync(cancellationToken)).ToLookup(row => (row.IncidentId, row.Kind), row => row.DoneOn);
        foreach (var row in rows)
        {
            var clock = IncidentClock.Of(row.KnownOn, row.Wrongful);
            (row.First, row.FirstIsLate) = Report(steps[(row.Id, IncidentStepKind.FirstReport)], clock.FirstBy);
            (row.Final, row.FinalIsLate) = Report(steps[(row.Id, IncidentStepKind.FinalReport)], clock.FinalBy);
        }

        // Of a step written down again the latest counts.
        (string, bool) Report(IEnumerable<DateOnly> done, DateOnly by) =>
            done.Any() ? ($"{done.Last():yyyy/MM/dd} 済", false) : ($"{by:yyyy/MM/dd}まで{(today > by ? " 期限を過ぎました" : "")}", today > by);
    }
}
