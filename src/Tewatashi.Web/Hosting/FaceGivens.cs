using Microsoft.Extensions.Configuration;
using Tewatashi.Data;

namespace Tewatashi.Web.Hosting;

/// <summary>What a face stands on: the installation, its database and the clock.</summary>
public sealed record FaceGivens(Installation Installation, IDatabaseProvider Provider, TimeProvider Clock)
{
    /// <summary>A face that runs as a program of its own opens the database itself.</summary>
    public static FaceGivens From(IConfiguration configuration)
    {
        var installation = Installation.From(configuration);
        return new(installation, installation.NewProvider(), TimeProvider.System);
    }
}
