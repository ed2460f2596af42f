using System.Reflection;

namespace Tewatashi.Tests.Architecture;

public sealed class FolderOrderTests
{
    private const string PlantedRoot = "Tewatashi.Tests.Architecture.Planted";

    [Fact]
    public void The_business_keeps_the_order_of_its_folders()
    {
        var business = CompiledAssembly.Of(Assembly.Load("Tewatashi"));

        Assert.NotEmpty(business.Types);
        Assert.Empty(FolderOrder.Violations(business.Uses, "Tewatashi"));
        Assert.Empty(FolderOrder.Unknown(business.Types, "Tewatashi"));
    }

    [Fact]
    public void A_lower_folder_that_looks_up_is_found_wherever_it_does()
    {
        var violations = FolderOrder.Violations(Planted().Uses, PlantedRoot);

        Assert.Equal(
            [
                "Audit.BookingEntry uses Reservations.Booking: Audit serves all and knows nobody's business",
                "Cards.AsyncCard uses Reservations.Booking: Cards lies below Reservations",
                "Cards.AttributedCard uses Reservations.BookedAttribute: Cards lies below Reservations",
                "Cards.BodyCard uses Reservations.Booking: Cards lies below Reservations",
                "Cards.CatchingCard uses Reservations.BookingException: Cards lies below Reservations",
                "Cards.ConstrainedCard uses Reservations.IBooked: Cards lies below Reservations",
                "Cards.FieldCard uses Reservations.Booking: Cards lies below Reservations",
                "Cards.GenericCard uses Reservations.Booking: Cards lies below Reservations",
                "Cards.HeirCard uses Reservations.IBooked: Cards lies below Reservations",
                "Cards.SignatureCard uses Reservations.Booking: Cards lies below Reservations",
                "Counters.Desk uses Notices.Postcard: Counters and Notices use each other",
                "HandOver.Gate uses Imports.Delivery: nobody uses Imports",
                "Notices.Postcard uses Counters.Desk: Notices and Counters use each other",
            ],
            violations.Select(violation => violation.Replace(PlantedRoot + ".", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_folder_nobody_has_ordered_is_found()
    {
        Assert.Equal(["Attic"], FolderOrder.Unknown(Planted().Types, PlantedRoot));
    }

    private static CompiledAssembly Planted() => CompiledAssembly.Of(typeof(FolderOrderTests).Assembly);
}
