using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards.Receiving;
using Tewatashi.Staff;

namespace Tewatashi.Testing;

/// <summary>Deliveries at the receiving table.</summary>
public static class TestDeliveries
{
    /// <summary>空箱確認 of every box that arrived, signed by a second person, once for an office.</summary>
    /// <returns>The second person's signature.</returns>
    public static async Task<SecondSignature> EmptyBoxesAsync(this TestOffice office, Guid shipmentId)
    {
        var member = await office.AddStaffAsync("boxes", StaffRoles.Custody);
        var signature = new SecondSignature(member.UserId.Value, TestStaff.Password);
        var boxes = await office.SeeAsync(context => context.ShipmentBoxes.Where(row => row.ShipmentId == shipmentId && row.ArrivedAt != null).Select(row => row.Ordinal).ToListAsync());
        var outcome = await office.Staff<ConfirmBoxesEmpty>().RunAsync(new(shipmentId, boxes, signature), office.ByStaff(), CancellationToken.None);
        if (outcome is not ConfirmBoxesEmpty.Confirmed) throw new InvalidOperationException($"The boxes were not confirmed: {outcome}.");
        return signature;
    }
}
