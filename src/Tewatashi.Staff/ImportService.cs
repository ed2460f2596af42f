using Tewatashi.Imports;

namespace Tewatashi.Staff;

/// <summary>Works on uploaded files beside the pages: the staff face alone has the key to what lies in them.</summary>
internal sealed class ImportService(ImportRunner runner) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => runner.RunAsync(stoppingToken);
}
