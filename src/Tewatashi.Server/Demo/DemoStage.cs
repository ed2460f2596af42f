namespace Tewatashi.Server.Demo;

/// <summary>How far in its life a card of the demonstration has come.</summary>
internal enum DemoStage
{
    /// <summary>Notified; its resident can book now.</summary>
    Open,

    /// <summary>Handed over on a past day.</summary>
    Past,
    NoShow,
    NotHandedOver,
    Cancelled,
    Today,
    Tomorrow,

    /// <summary>Booked for a later day.</summary>
    Booked,
    Suspended,
    Returned,
    NoticePrinted,
    Shelved,

    /// <summary>For the post, its PIN not set yet.</summary>
    PostWaiting,

    /// <summary>In the post.</summary>
    Posted,

    /// <summary>交付前設定 done, still on the table.</summary>
    Prepared,

    /// <summary>Inspected, of a closed delivery.</summary>
    Inspected,

    /// <summary>Inspected, of a delivery that is being received.</summary>
    Scanned,

    /// <summary>Not scanned yet, of a delivery that is being received.</summary>
    Unscanned,

    /// <summary>Announced by a file alone.</summary>
    Expected,
}
