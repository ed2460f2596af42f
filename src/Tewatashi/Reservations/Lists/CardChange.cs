using System.Diagnostics.CodeAnalysis;
using Tewatashi.Cards;

namespace Tewatashi.Reservations.Lists;

/// <summary>What is done to every card of a selection: each is an ordinary step of one card.</summary>
public abstract record CardChange
{
    public sealed record Suspend(Suspension Reason) : CardChange;

    public sealed record Lift : CardChange;

    public sealed record Amend(bool Needed) : CardChange;

    /// <summary>Everything there is to choose.</summary>
    public static IReadOnlyList<CardChange> All { get; } = [.. Enum.GetValues<Suspension>().Select(reason => new Suspend(reason)), new Lift(), new Amend(true), new Amend(false)];

    public string Code => this switch
    {
        Suspend suspend => suspend.Reason.ToString(),
        Lift => nameof(Lift),
        Amend { Needed: true } => "AmendmentNeeded",
        Amend => "AmendmentNotNeeded",
        _ => throw new InvalidOperationException($"{GetType().Name} has no code."),
    };

    public string Name => this switch
    {
        Suspend suspend => $"保留にする({suspend.Reason.Name()})",
        Lift => "保留を解除する",
        Amend { Needed: true } => "要追記にする",
        Amend => "要追記を取り消す",
        _ => throw new InvalidOperationException($"{GetType().Name} has no name."),
    };

    public static bool TryParse(string? code, [NotNullWhen(true)] out CardChange? change) => (change = All.FirstOrDefault(choice => choice.Code == code)) is not null;

    /// <summary>Why this change would leave the card out as it stands; null where it would go.</summary>
    internal CardChangeRefusal? RefusalOf(CardListRow card) => this switch
    {
        _ when card.Progress.IsOver() && this is not Lift => CardChangeRefusal.Over,
        Suspend when card.Suspension is not null => CardChangeRefusal.AlreadySuspended,
        Lift when card.Suspension is null => CardChangeRefusal.NotSuspended,
        Amend amend when card.AmendmentNeeded == amend.Needed => CardChangeRefusal.Unchanged,
        _ => null,
    };
}

/// <summary>Why a card of a selection is left out.</summary>
public enum CardChangeRefusal
{
    Over,
    AlreadySuspended,
    NotSuspended,
    Unchanged,
    Overtaken,
    NotFound,
}

public static class CardChangeRefusalNames
{
    public static string Name(this CardChangeRefusal refusal) => refusal switch
    {
        CardChangeRefusal.Over => "交付・廃棄などが終わったカードです",
        CardChangeRefusal.AlreadySuspended => "すでに保留です。理由を変えるときは、先に解除してください",
        CardChangeRefusal.NotSuspended => "保留ではありません",
        CardChangeRefusal.Unchanged => "すでにそうなっています",
        CardChangeRefusal.Overtaken => "ほかの職員が先に変更しました。カードの画面で今の状態を確かめてください",
        CardChangeRefusal.NotFound => "登録がありません",
    };
}
