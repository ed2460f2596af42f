using System.Linq.Expressions;
using Tewatashi.Time;

namespace Tewatashi.Lists;

/// <summary>Two fields of a list that ask for a span of days, both ends included.</summary>
/// <param name="what">What happened on the day: 「取込」 makes 「取込がこの日から」.</param>
public sealed class ListSpan(string what)
{
    public ListField<DateOnly> From { get; } = ListFields.Day("From", $"{what}がこの日から");

    public ListField<DateOnly> Until { get; } = ListFields.Day("Until", $"{what}がこの日まで");

    /// <summary>Those that happened in it, by their moment.</summary>
    internal IQueryable<T> Within<T>(IQueryable<T> rows, ListFilter filter, Expression<Func<T, DateTimeOffset>> at)
    {
        if (filter.Of(From) is { } from) rows = Where(rows, at, JapanTime.StartOf(from), Expression.GreaterThanOrEqual);
        if (filter.Of(Until) is { } until) rows = Where(rows, at, JapanTime.StartOf(until.AddDays(1)), Expression.LessThan);
        return rows;
    }

    /// <summary>Those that happened in it, by their day.</summary>
    internal IQueryable<T> Within<T>(IQueryable<T> rows, ListFilter filter, Expression<Func<T, DateOnly>> on)
    {
        if (filter.Of(From) is { } from) rows = Where(rows, on, from, Expression.GreaterThanOrEqual);
        if (filter.Of(Until) is { } until) rows = Where(rows, on, until, Expression.LessThanOrEqual);
        return rows;
    }

    private static IQueryable<T> Where<T, TValue>(IQueryable<T> rows, Expression<Func<T, TValue>> of, TValue value, Func<Expression, Expression, BinaryExpression> compare)
    {
        // Caught, so that the database sees a parameter and not a text of its own for each day.
        Expression<Func<TValue>> caught = () => value;
        return rows.Where(Expression.Lambda<Func<T, bool>>(compare(of.Body, caught.Body), of.Parameters));
    }
}
