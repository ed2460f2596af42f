using Microsoft.AspNetCore.Authorization;

namespace Tewatashi.Staff.SignIn;

/// <summary>Grants a page to those whose roles hold its permission; a refusal is recorded by the sign-in that answers it.</summary>
internal sealed class PermissionHandler(IHttpContextAccessor context) : AuthorizationHandler<NeedsAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext asked, NeedsAttribute requirement)
    {
        var user = context.HttpContext?.Features.Get<StaffSessions.User>();
        if (user is not null && user.Roles.May(requirement.Permission)) asked.Succeed(requirement);
        return Task.CompletedTask;
    }
}
