using Microsoft.EntityFrameworkCore;
using Tewatashi.Municipalities;

namespace Tewatashi.Data.Postgres;

/// <summary>The model on PostgreSQL, with PostgreSQL's migrations.</summary>
public sealed class PostgresContext(DbContextOptions<PostgresContext> options, MunicipalityCode? municipality)
    : TewatashiContext(options, municipality);
