using Microsoft.AspNetCore.Authorization;

namespace Tewatashi.Staff.SignIn;

/// <summary>The permission a page asks for. Every staff page names exactly one.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute(Permission permission) : AuthorizeAttribute, IAuthorizationRequirementData, IAuthorizationRequirement
{
    public Permission Permission { get; } = permission;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}
