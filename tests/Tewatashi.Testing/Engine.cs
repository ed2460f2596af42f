namespace Tewatashi.Testing;

/// <summary>The databases that every data test runs on.</summary>
public enum Engine
{
    Sqlite,
    Postgres,
}
