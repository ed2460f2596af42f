using Tewatashi.Cards;

namespace Tewatashi.HandOver;

/// <summary>What a 交付見送り does to the card.</summary>
public enum CardAfterwards
{
    /// <summary>Onto the list of 再収納: back to the shelf by scan.</summary>
    GoesBack,

    /// <summary>The same, and stopped as 券面・IC不良 until someone lifts it.</summary>
    Defective,
}

/// <summary>What a 交付見送り does to the booking.</summary>
public enum BookingAfterwards
{
    /// <summary>It has ended; the person books anew.</summary>
    Ends,

    /// <summary>It has ended, and the person chooses a new time before others: 要日時変更.</summary>
    RebookedFirst,
}

/// <summary>What happens to card and booking after each reason of a 交付見送り: the one table, for the steps and for the words on the page.</summary>
public sealed record RefusalAftermath(CardAfterwards Card, BookingAfterwards Booking)
{
    private static readonly RefusalAftermath Ordinary = new(CardAfterwards.GoesBack, BookingAfterwards.Ends);

    private static readonly Dictionary<NotHandedOverReason, RefusalAftermath> Table = new()
    {
        [NotHandedOverReason.PapersMissing] = Ordinary,
        [NotHandedOverReason.IdentityNotConfirmed] = Ordinary,
        [NotHandedOverReason.AuthorityNotConfirmed] = Ordinary,
        [NotHandedOverReason.NationalSystemDown] = new(CardAfterwards.GoesBack, BookingAfterwards.RebookedFirst),
        [NotHandedOverReason.CardDefective] = new(CardAfterwards.Defective, BookingAfterwards.Ends),
        [NotHandedOverReason.OwnWish] = Ordinary,
        [NotHandedOverReason.LeftWithoutWaiting] = Ordinary,
    };

    public static RefusalAftermath Of(NotHandedOverReason reason) => Table[reason];

    public string CardWords => Card switch
    {
        CardAfterwards.GoesBack => "再収納の一覧に入ります",
        CardAfterwards.Defective => $"保留({Suspension.Defective.Name()})にして、再収納の一覧に入ります",
    };

    public string BookingWords => Booking switch
    {
        BookingAfterwards.Ends => "終わります。次の日時をその場で予約できます",
        BookingAfterwards.RebookedFirst => "要日時変更になり、残した枠も選べます",
    };
}
