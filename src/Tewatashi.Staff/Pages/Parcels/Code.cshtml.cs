using System.Text;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.Papers;
using Tewatashi.Parcels;
using Tewatashi.Staff.SignIn;
using Tewatashi.Storage;

namespace Tewatashi.Staff.Pages.Parcels;

/// <summary>The code of a parcel as a picture. Holds its 移送便番号 alone.</summary>
[Needs(Permission.MoveCards)]
public sealed class CodeModel(FindParcel find) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync() => await find.NumberAsync(Municipality, Id, Cancelled) is { } number
        ? File(Encoding.UTF8.GetBytes(CodePicture.Svg(ScanCode.OfParcel(number.Value), number.Display)), "image/svg+xml")
        : NotFound();
}
