using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Tewatashi.Data;

namespace Tewatashi.Web.Hosting;

/// <summary>Ready when the database answers and its schema fits this program; otherwise says why not.</summary>
internal sealed class DatabaseCheck(Database database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await database.Provider.WhyNotReadyAsync(database.Role, cancellationToken) is { } reason
            ? HealthCheckResult.Unhealthy(reason)
            : HealthCheckResult.Healthy();

    public static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        var reasons = report.Entries.Values.Where(entry => entry.Status != HealthStatus.Healthy).Select(entry => entry.Description);
        return context.Response.WriteAsync(report.Status == HealthStatus.Healthy ? "ready" : string.Join('\n', reasons));
    }
}
