using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.Staff;

/// <summary>How the state of an account is marked.</summary>
public static class StaffStateMarks
{
    public static Tone Tone(StaffState state) => state switch
    {
        StaffState.Invited => Web.Marks.Tone.Info,
        StaffState.Active => Web.Marks.Tone.Success,
        StaffState.Disabled => Web.Marks.Tone.Neutral,
    };
}
