namespace Tewatashi.Municipalities;

/// <summary>A text that the municipality words itself.</summary>
public enum TextKey
{
    /// <summary>利用目的: shown before a resident enters anything and read out on the telephone.</summary>
    PurposeOfUse,

    /// <summary>On the resident face's first page.</summary>
    Welcome,

    /// <summary>来られない方へ(代理の条件).</summary>
    CannotCome,

    /// <summary>What to bring, in general.</summary>
    WhatToBring,

    /// <summary>The opening sentence of the A4 guide.</summary>
    NoticeOpening,

    /// <summary>The opening sentence of the A4 guide that reminds (再通知).</summary>
    ReminderOpening,

    /// <summary>The office that sends the notice, as printed at its head.</summary>
    NoticeSender,

    /// <summary>How to reach and find the office, in mails and on the last page.</summary>
    Access,
}
