using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Tewatashi.Municipalities;

namespace Tewatashi.Data.Postgres;

/// <summary>The model on PostgreSQL, with PostgreSQL's migrations.</summary>
public sealed class PostgresContext(DbContextOptions<PostgresContext> options) : TewatashiContext(options)
{
    private bool toEnter;
    private bool each;

    internal override void Look(MunicipalityCode? municipality)
    {
        base.Look(municipality);
        (toEnter, each) = (false, false);
    }

    /// <summary>The statements to come see the municipality's rows.</summary>
    /// <param name="eachStatement">Each is a transaction of its own. False: all are of one that is open now.</param>
    internal void EnterWith(bool eachStatement)
    {
        toEnter = Municipality is not null;
        each = eachStatement;
    }

    /// <summary>The municipality that is to be set in front of the next statement; null where it is set, or where none is seen.</summary>
    internal MunicipalityCode? Enter()
    {
        if (!toEnter) return null;
        toEnter = each;
        return Municipality;
    }

    private protected override void Close(ModelBuilder model, IMutableProperty property, Type list) => property.SetColumnType(PostgresLists.NameOf(list));
}
