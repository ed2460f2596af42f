using Tewatashi.Text;

namespace Tewatashi.Staff;

/// <summary>What an administrator may enter about an account.</summary>
public static class AccountRules
{
    public const int NameLength = 40;

    /// <summary>The field that cannot be taken and what to do; null when all can.</summary>
    public static (string Field, string Problem)? Problem(string displayName, StaffRoles roles) => displayName.Trim() switch
    {
        { Length: 0 or > NameLength } => ("DisplayName", $"名前を{NameLength}文字以内で入力してください。"),
        var name when IndividualNumber.ContainsOne(name) => ("DisplayName", "個人番号(マイナンバー)は入力できません。"),
        _ when roles == StaffRoles.None => ("Roles", "役割を1つ以上選んでください。"),
        // 受託事業者 must never see personal data; a second role would open it.
        _ when roles.HasFlag(StaffRoles.Operations) && roles != StaffRoles.Operations => ("Roles", "受託事業者は個人情報を見られない役割です。ほかの役割と一緒には選べません。"),
        _ => null,
    };
}
