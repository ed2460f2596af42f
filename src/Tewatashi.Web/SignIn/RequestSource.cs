using Microsoft.AspNetCore.Http;

namespace Tewatashi.Web.SignIn;

/// <summary>From where a request came, for the operation log: the face and the network address of the other end.</summary>
public static class RequestSource
{
    public static string Of(HttpContext context, string face) => $"{face} {context.Connection.RemoteIpAddress}";
}
