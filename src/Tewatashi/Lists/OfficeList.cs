using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Staff;

namespace Tewatashi.Lists;

/// <summary>一覧: rows of one kind that can be more than a screen holds, with what they are filtered and sorted by and what stands in their columns.</summary>
public abstract class OfficeList
{
    /// <summary>Names the list in the address of its file and in the operation log.</summary>
    public abstract string Code { get; }

    public abstract string Name { get; }

    /// <summary>The address of its page.</summary>
    public abstract string Path { get; }

    /// <summary>What its page asks for; its file asks for <see cref="Permission.ExportLists"/> too.</summary>
    public abstract Permission Permission { get; }

    /// <summary>What the log calls looking at it; null where it names nobody's record.</summary>
    public virtual OperationKind? Viewed => null;

    /// <summary>What its rows are counted in.</summary>
    public virtual string Counted => "件";

    public abstract IReadOnlyList<ListField> Fields { get; }

    /// <summary>Fields that are filled in until somebody empties them, by key.</summary>
    public virtual IReadOnlyDictionary<string, string> Prefill(DateOnly today) => new Dictionary<string, string>();

    public abstract IReadOnlyList<ListColumn> Columns { get; }

    /// <summary>The code of the column it is sorted by where nobody says.</summary>
    public abstract string DefaultOrder { get; }

    public virtual bool DefaultDescending => false;

    /// <summary>Choices that lie in the database, by the key of their field.</summary>
    internal virtual Task<IReadOnlyDictionary<string, IReadOnlyList<ListChoice>>> ChoicesAsync(TewatashiContext context, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<ListChoice>>>(new Dictionary<string, IReadOnlyList<ListChoice>>());

    internal abstract Task<int> CountAsync(TewatashiContext context, DateTimeOffset now, ListFilter filter, CancellationToken cancellationToken);

    /// <param name="take">Null: to the end.</param>
    /// <returns>Made one by one as they are asked for: a whole list as cells would fill the memory.</returns>
    internal abstract Task<IEnumerable<ListLine>> LinesAsync(TewatashiContext context, DateTimeOffset now, ListAsk ask, int skip, int? take, CancellationToken cancellationToken);
}

/// <summary>A list of rows of one kind.</summary>
public abstract class OfficeList<TRow> : OfficeList where TRow : ListRow
{
    private static readonly Expression<Func<TRow, Guid>> Id = IdOf();

    public sealed override IReadOnlyList<ListColumn> Columns => Of;

    protected abstract IReadOnlyList<ListColumn<TRow>> Of { get; }

    /// <summary>Sorted by this.</summary>
    protected static ListOrder<TRow> By<TKey>(Expression<Func<TRow, TKey>> key) => new ListOrder<TRow>().Then(key);

    /// <summary>The rows that the filter names, in no order.</summary>
    internal abstract IQueryable<TRow> Rows(TewatashiContext context, DateTimeOffset now, ListFilter filter);

    /// <summary>Reads what a query cannot say, for the rows that are shown.</summary>
    internal virtual Task FillAsync(TewatashiContext context, DateTimeOffset now, IReadOnlyList<TRow> rows, CancellationToken cancellationToken) => Task.CompletedTask;

    internal override Task<int> CountAsync(TewatashiContext context, DateTimeOffset now, ListFilter filter, CancellationToken cancellationToken) =>
        Rows(context, now, filter).CountAsync(cancellationToken);

    internal override async Task<IEnumerable<ListLine>> LinesAsync(TewatashiContext context, DateTimeOffset now, ListAsk ask, int skip, int? take, CancellationToken cancellationToken)
    {
        var rows = Of.First(column => column.Code == ask.SortedBy).Order!.Sort(Rows(context, now, ask.Filter), ask.IsDescending, Id).Skip(skip); // a column that can be sorted by
        var read = await (take is { } most ? rows.Take(most) : rows).ToListAsync(cancellationToken);
        await FillAsync(context, now, read, cancellationToken);
        return read.Select(row => new ListLine(row.Id, row.CardId, [.. Of.Select(column => column.Of(row))]));
    }

    // Written by hand: of a type parameter the compiler would first convert the row to its root, which no database understands.
    private static Expression<Func<TRow, Guid>> IdOf()
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        return Expression.Lambda<Func<TRow, Guid>>(Expression.Property(row, nameof(ListRow.Id)), row);
    }
}
