using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Tewatashi.Data;

/// <summary>
/// A query whose translation is kept, one for each database's model. For what every booking asks: there building the same expression
/// anew and looking up its translation cost more than the asking.
/// </summary>
internal static class KeptQuery
{
    public static Func<TewatashiContext, IAsyncEnumerable<TRow>> Of<TRow>(Expression<Func<TewatashiContext, IQueryable<TRow>>> query)
    {
        var kept = new ConcurrentDictionary<IModel, Func<TewatashiContext, IAsyncEnumerable<TRow>>>();
        return context => kept.GetOrAdd(context.Model, _ => EF.CompileAsyncQuery(query))(context);
    }

    public static Func<TewatashiContext, TOne, IAsyncEnumerable<TRow>> Of<TOne, TRow>(Expression<Func<TewatashiContext, TOne, IQueryable<TRow>>> query)
    {
        var kept = new ConcurrentDictionary<IModel, Func<TewatashiContext, TOne, IAsyncEnumerable<TRow>>>();
        return (context, one) => kept.GetOrAdd(context.Model, _ => EF.CompileAsyncQuery(query))(context, one);
    }

    public static Func<TewatashiContext, TOne, TTwo, IAsyncEnumerable<TRow>> Of<TOne, TTwo, TRow>(Expression<Func<TewatashiContext, TOne, TTwo, IQueryable<TRow>>> query)
    {
        var kept = new ConcurrentDictionary<IModel, Func<TewatashiContext, TOne, TTwo, IAsyncEnumerable<TRow>>>();
        return (context, one, two) => kept.GetOrAdd(context.Model, _ => EF.CompileAsyncQuery(query))(context, one, two);
    }

    public static Func<TewatashiContext, TOne, TTwo, TThree, IAsyncEnumerable<TRow>> Of<TOne, TTwo, TThree, TRow>(
        Expression<Func<TewatashiContext, TOne, TTwo, TThree, IQueryable<TRow>>> query)
    {
        var kept = new ConcurrentDictionary<IModel, Func<TewatashiContext, TOne, TTwo, TThree, IAsyncEnumerable<TRow>>>();
        return (context, one, two, three) => kept.GetOrAdd(context.Model, _ => EF.CompileAsyncQuery(query))(context, one, two, three);
    }
}
