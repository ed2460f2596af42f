using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Mail;
using Tewatashi.Text;

namespace Tewatashi.Reservations.Letters;

/// <summary>
/// An administrator words a kind of mail anew. Only placeholders of the closed list are taken, so that no text can draw an item of a
/// person into a mail; the former wording stays.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class ChangeMailText(Database database)
{
    public const int LongestSubject = 80;
    public const int LongestText = 2000;

    /// <param name="Revision">The one the form was made from; 0 for the standard wording.</param>
    public sealed record Request(MailKind Kind, MailLanguage Language, int Revision, MailWording Wording);

    public abstract record Outcome;

    public sealed record Changed(int Revision) : Outcome;

    public sealed record ChangedMeanwhile : Outcome;

    /// <param name="Field">A property of <see cref="MailWording"/>.</param>
    public sealed record Refused(string Field, string Problem) : Outcome;

    /// <summary>What cannot be taken, by field of <see cref="MailWording"/>; also for a preview.</summary>
    public static IEnumerable<Refused> Problems(MailKind kind, MailWording wording)
    {
        foreach (var (field, text, longest, required) in new[]
                 {
                     (nameof(MailWording.Subject), wording.Subject, LongestSubject, true),
                     (nameof(MailWording.Opening), wording.Opening, LongestText, true),
                     (nameof(MailWording.Closing), wording.Closing, LongestText, false),
                 })
        {
            var subject = field == nameof(MailWording.Subject);
            if (required && text.Length == 0) yield return new(field, "文章を入力してください。");
            else if (text.Length > longest) yield return new(field, $"{longest}文字以内で入力してください。");
            else if (subject && text.Any(char.IsControl)) yield return new(field, "件名は1行で入力してください。");
            else if (IndividualNumber.ContainsOne(text)) yield return new(field, "個人番号(マイナンバー)は入力できません。");
            else if (MailWords.Problem(text, MailWords.AllowedIn(kind, subject)) is { } problem) yield return new(field, problem);
        }
    }

    /// <summary>As it would be kept.</summary>
    public static MailWording Tidy(MailWording wording) => new(wording.Subject.Trim(), Lines(wording.Opening), Lines(wording.Closing));

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        var wording = Tidy(request.Wording);
        if (Problems(request.Kind, wording).FirstOrDefault() is { } refused) return refused;
        try
        {
            return await database.WriteAsync<Outcome>(caller, OperationKind.ChangeMailText, async work =>
            {
                var latest = await work.Context.MailTexts.Where(row => row.Kind == request.Kind && row.Language == request.Language).MaxAsync(row => (int?)row.Revision, cancellationToken) ?? 0;
                if (latest != request.Revision) return work.Refuse<Outcome>(new ChangedMeanwhile());
                work.Context.Add(new MailText
                {
                    Municipality = work.Municipality,
                    Kind = request.Kind,
                    Language = request.Language,
                    Revision = latest + 1,
                    Subject = wording.Subject,
                    Opening = wording.Opening,
                    Closing = wording.Closing,
                    ChangedAt = work.Now,
                });
                work.Record("Changed", detail: $"{request.Kind} {request.Language} {latest + 1}");
                return new Changed(latest + 1);
            }, (_, _) => Task.FromResult<Outcome>(new Changed(request.Revision + 1)), cancellationToken);
        }
        catch (AlreadyThereException)
        {
            return new ChangedMeanwhile();
        }
    }

    private static string Lines(string text) => text.ReplaceLineEndings("\n").Trim();
}
