using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Mail;

/// <summary>
/// How a municipality words one kind of mail in one language, with <see cref="MailWord"/> placeholders. Each change is a new revision;
/// where there is none the standard wording counts.
/// </summary>
public sealed class MailText : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }
    public required MailKind Kind { get; init; }
    public required MailLanguage Language { get; init; }
    public required int Revision { get; init; }
    public required string Subject { get; init; }

    /// <summary>Before what every mail of the kind says.</summary>
    public required string Opening { get; init; }

    /// <summary>After it, before the office's address; may be empty.</summary>
    public required string Closing { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }
}
