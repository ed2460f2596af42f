namespace Tewatashi.Data;

public enum WorkKind
{
    SendMail,
    ReadImport,
    ApplyImport,
}
