namespace Tewatashi.Data;

/// <summary>As whom a program opens the database. PostgreSQL's privileges follow it; SQLite has no roles.</summary>
public enum DatabaseRole
{
    /// <summary>Owns the schema; used by <c>migrate</c> alone.</summary>
    Owner,

    /// <summary>The LGWAN face and the commands of the office.</summary>
    Staff,

    /// <summary>The internet face: no right to read applicants or mail addresses.</summary>
    Resident,

    /// <summary>Mail, expiry and erasure.</summary>
    Worker,
}
