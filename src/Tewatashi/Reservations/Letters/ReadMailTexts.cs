using Tewatashi.Data;
using Tewatashi.Mail;
using Tewatashi.Municipalities;

namespace Tewatashi.Reservations.Letters;

/// <summary>The wording of every kind of mail that counts now, in both languages.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ReadMailTexts(Database database)
{
    /// <param name="Revision">0 where the standard wording counts.</param>
    /// <param name="ChangedAt">Null where the standard wording counts.</param>
    /// <param name="Standard">What it would be without the municipality's own.</param>
    public sealed record Shown(MailKind Kind, MailLanguage Language, MailWording Wording, int Revision, DateTimeOffset? ChangedAt, MailWording Standard);

    public Task<IReadOnlyList<Shown>> AllAsync(MunicipalityCode municipality, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<Shown>>(municipality, async context =>
    {
        var own = (await MailTexts.OwnAsync(context, null, cancellationToken)).ToDictionary(row => (row.Kind, row.Language));
        return
        [
            .. from kind in Enum.GetValues<MailKind>()
               from language in Enum.GetValues<MailLanguage>()
               let standard = LetterWords.Of(language).Standard(kind)
               let text = own.GetValueOrDefault((kind, language))
               select new Shown(kind, language, text is null ? standard : new MailWording(text.Subject, text.Opening, text.Closing), text?.Revision ?? 0, text?.ChangedAt, standard),
        ];
    }, cancellationToken);
}
