namespace Tewatashi.Cards;

/// <summary>Where a card is. A storage place names its location, a tray its counter; the others name neither.</summary>
public sealed record Place(PlaceKind Kind, Guid? LocationId = null, Guid? CounterId = null)
{
    public static readonly Place None = new(PlaceKind.None);
    public static readonly Place WithResident = new(PlaceKind.WithResident);
    public static readonly Place Posted = new(PlaceKind.Posted);
    public static readonly Place TakenOut = new(PlaceKind.TakenOut);
    public static readonly Place Missing = new(PlaceKind.Missing);
    public static readonly Place Destroyed = new(PlaceKind.Destroyed);
    public static readonly Place WithMaker = new(PlaceKind.WithMaker);
    public static readonly Place Transit = new(PlaceKind.Transit);

    public static Place In(Guid locationId) => new(PlaceKind.Storage, LocationId: locationId);

    public static Place TrayOf(Guid counterId) => new(PlaceKind.Tray, CounterId: counterId);
}
