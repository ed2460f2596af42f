namespace Tewatashi.Reservations.Statuses;

/// <summary>The words of a municipality for 処理状況. Every suspension has one and the same, so that none tells why a card is stopped.</summary>
public sealed class StatusLabels(IReadOnlyDictionary<CardStatus, string> renamed)
{
    /// <summary>The municipality's own word, or the standard one.</summary>
    public string Of(CardStatus status) => OwnOf(status) ?? status.Name();

    /// <summary>Null where the municipality has none of its own.</summary>
    public string? OwnOf(CardStatus status) => renamed.GetValueOrDefault(status);
}
