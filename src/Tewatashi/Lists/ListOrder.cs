using System.Linq.Expressions;

namespace Tewatashi.Lists;

/// <summary>By what the rows of a list are sorted. What has no value comes last, whichever way: the databases disagree on it.</summary>
public sealed class ListOrder<TRow>
{
    private readonly List<Func<IQueryable<TRow>, bool, IOrderedQueryable<TRow>>> steps = [];

    internal ListOrder()
    {
    }

    /// <summary>Decides between those that are equal so far.</summary>
    public ListOrder<TRow> Then<TKey>(Expression<Func<TRow, TKey>> key)
    {
        if (Nullable.GetUnderlyingType(typeof(TKey)) is not null)
        {
            var missing = Expression.Lambda<Func<TRow, bool>>(Expression.Equal(key.Body, Expression.Constant(null, typeof(TKey))), key.Parameters);
            steps.Add((rows, _) => Step(rows, missing, descending: false));
        }

        steps.Add((rows, descending) => Step(rows, key, descending));
        return this;
    }

    /// <summary>Sorts; in the end the id decides, so that no page shows a row of another.</summary>
    internal IOrderedQueryable<TRow> Sort(IQueryable<TRow> rows, bool descending, Expression<Func<TRow, Guid>> id) =>
        Step(steps.Aggregate(rows, (sorted, step) => step(sorted, descending)), id, descending: true);

    private static IOrderedQueryable<TRow> Step<TKey>(IQueryable<TRow> rows, Expression<Func<TRow, TKey>> key, bool descending) =>
        (IsSorted(rows), descending) switch
        {
            (true, false) => ((IOrderedQueryable<TRow>)rows).ThenBy(key),
            (true, true) => ((IOrderedQueryable<TRow>)rows).ThenByDescending(key),
            (false, false) => rows.OrderBy(key),
            (false, true) => rows.OrderByDescending(key),
        };

    // A list hands its rows over unsorted, and each step here leaves them sorted.
    private static bool IsSorted(IQueryable<TRow> rows) =>
        rows.Expression is MethodCallExpression { Method.Name: nameof(Queryable.OrderBy) or nameof(Queryable.OrderByDescending) or nameof(Queryable.ThenBy) or nameof(Queryable.ThenByDescending) };
}
