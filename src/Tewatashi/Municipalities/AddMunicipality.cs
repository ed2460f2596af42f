using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Municipalities.IdentityPapers;
using Tewatashi.Municipalities.Reminders;

namespace Tewatashi.Municipalities;

/// <summary>
/// Takes a municipality into the installation: its keys, its default rules and texts. Run by the operator of the installation as
/// the schema's owner; staff come by invitation afterwards.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class AddMunicipality(Database database, KeyStore keys)
{
    public abstract record Outcome;

    public sealed record Added : Outcome;

    public sealed record AlreadyThere(string Name) : Outcome;

    public Task<Outcome> RunAsync(MunicipalityCode code, string name, CancellationToken cancellationToken)
    {
        // Keys first: a municipality without keys could not take a single card, keys without a municipality harm nobody.
        foreach (var purpose in Enum.GetValues<KeyPurpose>()) keys.CreateMissing(code, purpose);
        return database.WriteAsync<Outcome>(Caller.Command(code, "municipality add"), OperationKind.AddMunicipality, async work =>
        {
            if (await work.Context.Municipalities.FirstOrDefaultAsync(row => row.Key == code || row.Code == code, cancellationToken) is { } there)
            {
                work.Abandon();
                return new AlreadyThere(there.Name);
            }

            work.Context.Add(new Municipality { Key = code, Code = code, Name = name, FoundedAt = work.Now });
            work.Context.Add(new MunicipalitySettings { Municipality = code });
            foreach (var (key, body) in DefaultTexts.All)
                work.Context.Add(new MunicipalityText { Municipality = code, Key = key, Revision = MunicipalityText.Standard, Body = body, ChangedAt = work.Now });
            work.Context.AddRange(DefaultKinds.Of(code));
            work.Context.Add(ReminderStage.First(code));
            foreach (var of in Enum.GetValues<PaperCase>())
            {
                var (applicant, representative) = PaperRules.Standard[of];
                work.Context.Add(new PaperRule { Municipality = code, PaperCase = of, ApplicantPapers = applicant, RepresentativePapers = representative });
            }

            work.Record("Added");
            return new Added();
        }, cancellationToken: cancellationToken);
    }
}
