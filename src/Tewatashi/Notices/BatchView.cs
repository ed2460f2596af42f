namespace Tewatashi.Notices;

/// <summary>A batch in numbers: how many papers stand where. Names no card.</summary>
public sealed record BatchView
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required NoticeForm Form { get; init; }

    /// <summary>交付期限, inclusive.</summary>
    public required DateOnly DeadlineOn { get; init; }

    public required bool NeedsMatching { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset? IssuedAt { get; init; }
    public required int PrintRun { get; init; }
    public required DateOnly? SentOn { get; init; }

    /// <summary>Cards chosen.</summary>
    public required int Cards { get; init; }

    /// <summary>Cards without a paper: before the printing, or because it broke off.</summary>
    public required int Waiting { get; init; }

    /// <summary>Cards left out at the issue; their postcards are taken out of the pile.</summary>
    public required int LeftOut { get; init; }

    /// <summary>Papers whose print nobody has confirmed.</summary>
    public required int Unconfirmed { get; init; }

    /// <summary>Papers confirmed and not sent.</summary>
    public required int Confirmed { get; init; }

    /// <summary>Of the confirmed, those matched with their postcard.</summary>
    public required int Matched { get; init; }

    /// <summary>Of the confirmed, those whose card is on 保留 now: they stay behind.</summary>
    public required int Held { get; init; }

    public required int Sent { get; init; }
    public required int Returned { get; init; }

    /// <summary>Replaced by a newer notice, or ended by the hand-over.</summary>
    public required int Withdrawn { get; init; }

    public int Issued => Unconfirmed + Confirmed + Sent + Returned + Withdrawn;

    /// <summary>Papers that can be sent now, those on 保留 included.</summary>
    public int ReadyToSend => NeedsMatching ? Matched : Confirmed;

    public BatchStage Stage => this switch
    {
        { Waiting: > 0, IssuedAt: null } => BatchStage.Print,
        { Waiting: > 0 } or { Unconfirmed: > 0 } => BatchStage.Confirm,
        { NeedsMatching: true } when Matched < Confirmed => BatchStage.Match,
        { Confirmed: > 0 } => BatchStage.Send,
        { Issued: 0 } => BatchStage.Empty,
        _ => BatchStage.Done,
    };
}
