using Tewatashi.Disposal;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Disposal;

/// <summary>廃棄: the proposals, and what waits for one.</summary>
[Needs(Permission.DisposeCards)]
public sealed class IndexModel(ListDisposals list) : StaffPage
{
    public IReadOnlyList<ListDisposals.Line> Lines { get; private set; } = [];

    /// <summary>The daily queue.</summary>
    public int Waiting { get; private set; }

    public async Task OnGetAsync()
    {
        Lines = await list.RunAsync(Municipality, Cancelled);
        Waiting = await list.WaitingAsync(Municipality, Cancelled);
    }
}
