namespace Tewatashi.Lists;

/// <summary>A row of a list as it is read from the database. Holds no encrypted item.</summary>
public abstract record ListRow
{
    /// <summary>Decides between equal rows.</summary>
    public required Guid Id { get; init; }

    /// <summary>The card that it names, for the operation log; null where it names none.</summary>
    public Guid? CardId { get; init; }
}
