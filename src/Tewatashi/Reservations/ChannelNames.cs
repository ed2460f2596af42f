namespace Tewatashi.Reservations;

/// <summary>What the office calls the ways of booking.</summary>
public static class ChannelNames
{
    public static string Name(this Channel channel) => channel switch
    {
        Channel.Web => "インターネット",
        Channel.Phone => "電話",
        Channel.Counter => "窓口",
        Channel.Stock => "前のシステムから",
    };
}
