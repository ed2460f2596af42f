using Microsoft.EntityFrameworkCore;

// Broken on purpose: each type breaks one rule in one way, so that the rules are seen to fail.
#pragma warning disable CA1018, CA1032, CA1064, CA1812, CA1823, CA1852, CS0169, CS0649, IDE0044, IDE0051

namespace Tewatashi.Tests.Architecture.Planted.Reservations
{
    internal interface IBooked;

    internal sealed class Booking
    {
        public static int Count => 1;
    }

    internal sealed class BookedAttribute : Attribute;

    internal sealed class BookingException : Exception;

    // Allowed: looks down.
    internal sealed record Window(Counters.Desk Desk, Cards.FieldCard Card, Audit.BookingEntry Entry);
}

namespace Tewatashi.Tests.Architecture.Planted.Cards
{
    internal sealed class FieldCard
    {
        private Reservations.Booking? _booking;
    }

    internal sealed class BodyCard
    {
        public static int Peek() => Reservations.Booking.Count;
    }

    internal sealed class AsyncCard
    {
        public static async Task<object> PeekAsync()
        {
            await Task.Yield();
            return new Func<object>(() => new Reservations.Booking())();
        }
    }

    internal sealed class GenericCard
    {
        public static Type Peek() => typeof(Dictionary<string, Reservations.Booking[]>);
    }

    internal sealed class SignatureCard
    {
        public static void Peek(ref Reservations.Booking? booking) => booking = null;
    }

    [Reservations.Booked]
    internal sealed class AttributedCard;

    internal sealed class HeirCard : Reservations.IBooked;

    internal sealed class ConstrainedCard
    {
        public static void Peek<T>()
            where T : Reservations.IBooked
        {
        }
    }

    internal sealed class CatchingCard
    {
        public static bool Peek()
        {
            try
            {
                return Environment.TickCount64 > 0;
            }
            catch (Reservations.BookingException)
            {
                return false;
            }
        }
    }
}

namespace Tewatashi.Tests.Architecture.Planted.Counters
{
    internal sealed record Desk(Notices.Postcard? Postcard);
}

namespace Tewatashi.Tests.Architecture.Planted.Notices
{
    internal sealed record Postcard(Counters.Desk? Desk);
}

namespace Tewatashi.Tests.Architecture.Planted.Imports
{
    internal sealed class Delivery;
}

namespace Tewatashi.Tests.Architecture.Planted.HandOver
{
    internal sealed record Gate(Imports.Delivery Delivery);
}

namespace Tewatashi.Tests.Architecture.Planted.Audit
{
    internal sealed record BookingEntry(Reservations.Booking Booking);
}

namespace Tewatashi.Tests.Architecture.Planted.Data
{
    // Allowed: the tables' map knows every entity.
    internal sealed record Tables(DbContext Context, Reservations.Booking Booking);
}

namespace Tewatashi.Tests.Architecture.Planted.Attic
{
    internal sealed class CardManager
    {
        internal sealed class BarcodeUtils;
    }

    internal class Unsealed;
}
