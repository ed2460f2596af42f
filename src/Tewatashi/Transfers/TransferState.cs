namespace Tewatashi.Transfers;

/// <summary>How an order to bring a card to another office stands.</summary>
public enum TransferState
{
    /// <summary>The card must travel.</summary>
    Ordered,

    /// <summary>Nobody waits for it there any more: the booking was changed, cancelled or ended.</summary>
    Cancelled,

    /// <summary>The card was scanned in the other office.</summary>
    Arrived,
}
