using Microsoft.EntityFrameworkCore;
using Tewatashi.Municipalities;

namespace Tewatashi.Data.Sqlite;

/// <summary>The model on SQLite, with SQLite's migrations.</summary>
public sealed class SqliteContext(DbContextOptions<SqliteContext> options, MunicipalityCode? municipality)
    : TewatashiContext(options, municipality);
