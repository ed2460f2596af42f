namespace Tewatashi.Reservations.Waiting;

/// <summary>What the office calls the parts of a wait.</summary>
public static class WaitingNames
{
    public static string Name(this PartOfDay part) => part switch
    {
        PartOfDay.Any => "いつでも",
        PartOfDay.Morning => "午前",
        PartOfDay.Afternoon => "午後",
    };

    public static string Name(this OfferWay way) => way switch
    {
        OfferWay.Mail => "メール",
        OfferWay.Call => "電話",
    };
}
