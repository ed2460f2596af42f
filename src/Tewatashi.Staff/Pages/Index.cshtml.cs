using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages;

/// <summary>The first page: what today brings.</summary>
[Needs(Permission.SignedIn)]
public sealed class IndexModel : StaffPage;
