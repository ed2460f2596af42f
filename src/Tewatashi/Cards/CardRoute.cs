using Tewatashi.Text;

namespace Tewatashi.Cards;

/// <summary>交付方式: how the card reaches its applicant. The numbers are stored.</summary>
public enum CardRoute
{
    Counter = 1,
    Post = 2,
}

public static class CardRouteNames
{
    public static string Name(this CardRoute route) => route switch
    {
        CardRoute.Counter => "窓口",
        CardRoute.Post => "郵送",
    };

    /// <summary>Reads the name as a shipment file writes it; a blank is for the caller to decide.</summary>
    public static bool TryParse(string? text, out CardRoute route)
    {
        var name = Typed.Line(text);
        foreach (var candidate in Enum.GetValues<CardRoute>())
        {
            if (candidate.Name() == name)
            {
                route = candidate;
                return true;
            }
        }

        route = default;
        return false;
    }
}
