using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Tests.Resident;

/// <summary>Counts what the program sends to the database for one municipality: each command, and two for each transaction, its beginning and its end.</summary>
internal sealed class Journeys : IDisposable, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private readonly MunicipalityCode municipality;
    private readonly List<IDisposable> subscriptions = [];
    private readonly List<string> sent = [];

    public Journeys(MunicipalityCode municipality)
    {
        this.municipality = municipality;
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>The commands, and a word for each beginning and end of a transaction.</summary>
    public IReadOnlyList<string> Sent
    {
        get
        {
            lock (sent) return [.. sent];
        }
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == Microsoft.EntityFrameworkCore.DbLoggerCategory.Name) subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is not DbContextEventData { Context: TewatashiContext { Municipality: { } own } } || own != municipality) return;
        var line = value.Value switch
        {
            CommandEventData command when value.Key == RelationalEventId.CommandExecuting.Name => command.Command.CommandText,
            TransactionEventData when value.Key == RelationalEventId.TransactionStarted.Name || value.Key == RelationalEventId.TransactionUsed.Name => "BEGIN",
            TransactionEventData when value.Key == RelationalEventId.TransactionCommitting.Name || value.Key == RelationalEventId.TransactionRollingBack.Name => "END",
            _ => null,
        };
        if (line is null) return;
        lock (sent) sent.Add(line);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var subscription in subscriptions) subscription.Dispose();
    }
}
