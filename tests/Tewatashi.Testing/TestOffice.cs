using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Resident;
using Tewatashi.Staff;
using Tewatashi.Time;
using Tewatashi.Web.Hosting;

namespace Tewatashi.Testing;

/// <summary>
/// A fresh municipality of its own for one test, with a clock that stands still until the test moves it: 2026-11-24 (Tuesday) 9:00
/// in Japan. Each part of the program works in its own role.
/// </summary>
public sealed class TestOffice : IAsyncDisposable
{
    private static int next = 10000;
    private readonly List<TestSite> sites = [];
    private readonly ServiceProvider owner;
    private readonly ServiceProvider staff;
    private readonly ServiceProvider resident;
    private readonly ServiceProvider worker;
    private bool ownsProvider;

    private TestOffice(MunicipalityCode municipality, Installation installation, IDatabaseProvider provider, FakeTimeProvider clock)
    {
        Municipality = municipality;
        Clock = clock;
        Provider = provider;
        Installation = installation;
        owner = Build(DatabaseRole.Owner, UsedBy.Staff);
        staff = Build(DatabaseRole.Staff, UsedBy.Staff);
        resident = Build(DatabaseRole.Resident, UsedBy.Resident);
        worker = Build(DatabaseRole.Worker, UsedBy.Worker);
    }

    public MunicipalityCode Municipality { get; }
    public FakeTimeProvider Clock { get; }
    public IDatabaseProvider Provider { get; }
    public Installation Installation { get; }
    public DateOnly Today => JapanTime.Today(Clock);

    /// <summary>The account in whose name the test's staff act.</summary>
    public Guid StaffMemberId { get; } = Ids.New();

    /// <summary>In the database that all tests of an engine share.</summary>
    public static async Task<TestOffice> OpenAsync(Engine engine) =>
        await OpenAsync(await TestDatabase.InstallationAsync(engine), await TestDatabase.ProviderAsync(engine), ownsProvider: false);

    /// <summary>In an installation of its own, migrated already: for a test that looks at everything that lies in a database.</summary>
    public static Task<TestOffice> OpenOnAsync(Installation installation) => OpenAsync(installation, installation.NewProvider(), ownsProvider: true);

    private static async Task<TestOffice> OpenAsync(Installation installation, IDatabaseProvider provider, bool ownsProvider)
    {
        var five = Interlocked.Increment(ref next);
        var code = MunicipalityCode.FromFiveDigits(five.ToString("D5", System.Globalization.CultureInfo.InvariantCulture));
        var clock = new FakeTimeProvider(JapanTime.InstantOf(new DateOnly(2026, 11, 24), new TimeOnly(9, 0)));
        var office = new TestOffice(code, installation, provider, clock) { ownsProvider = ownsProvider };
        await office.owner.GetRequiredService<AddMunicipality>().RunAsync(code, "見本市", CancellationToken.None);
        return office;
    }

    /// <summary>A use case of the staff face.</summary>
    public T Staff<T>() where T : notnull => staff.GetRequiredService<T>();

    /// <summary>A use case of the resident face.</summary>
    public T Resident<T>() where T : notnull => resident.GetRequiredService<T>();

    /// <summary>A use case of the worker.</summary>
    public T Worker<T>() where T : notnull => worker.GetRequiredService<T>();

    /// <summary>A use case run as the schema's owner.</summary>
    public T Owner<T>() where T : notnull => owner.GetRequiredService<T>();

    /// <summary>A member of staff sending a form.</summary>
    public Caller ByStaff(StaffRoles roles = StaffRoles.Admin) => new(Municipality, Actor.Staff(StaffMemberId, roles.ToString()), "test", Ids.New());

    /// <summary>A resident sending a form.</summary>
    public Caller ByResident(Guid cardId) => new(Municipality, Actor.Resident(cardId), "test", Ids.New());

    /// <summary>Looks into the municipality's rows as staff.</summary>
    public Task<T> SeeAsync<T>(Func<TewatashiContext, Task<T>> look) => Staff<Database>().ReadAsync(Municipality, look);

    /// <summary>The staff face over HTTP, signed in with an account that holds these roles.</summary>
    public async Task<TestSite> StaffSiteAsync(StaffRoles roles = StaffRoles.Admin)
    {
        // A session as a sign-in makes it: hashing a password for every test would cost more than the tests.
        var secret = Secret.New();
        var member = new StaffMember
        {
            Municipality = Municipality,
            Id = Ids.New(),
            UserId = UserId.Parse($"{roles.ToString().ToLowerInvariant().Replace(", ", "-", StringComparison.Ordinal)}-{Municipality.Value}-{sites.Count}"),
            DisplayName = "見本 職員",
            Roles = roles,
            State = StaffState.Active,
            CreatedAt = Clock.GetUtcNow(),
        };
        await Staff<Database>().UnrecordedAsync(Municipality, context =>
        {
            context.Add(member);
            context.Add(new StaffSession
            {
                Municipality = Municipality,
                SecretHash = Secret.HashOf(secret),
                StaffMemberId = member.Id,
                StartedAt = Clock.GetUtcNow(),
                LastSeenAt = Clock.GetUtcNow(),
            });
            return context.SaveChangesAsync();
        });
        var site = await StrangerAtStaffSiteAsync();
        site.Cookies.Add(site.Address, new System.Net.Cookie("tewatashi-staff-session", $"{Municipality.Value}.{secret}"));
        return site;
    }

    /// <summary>The staff face over HTTP, through the link of an invitation and the sign-in page, as a person goes.</summary>
    public async Task<TestSite> InvitedAtStaffSiteAsync(StaffRoles roles = StaffRoles.Admin)
    {
        var userId = UserId.Parse($"invited-{Municipality.Value}-{sites.Count}");
        const string Password = "手渡しの長い合言葉ですあい";
        var invited = (InviteStaff.Invited)await Staff<InviteStaff>().RunAsync(new(userId, "見本 職員", roles), ByStaff(), CancellationToken.None);
        await Staff<SetUpAccount>().RunAsync(invited.Token, Password, "test", CancellationToken.None);
        var site = await StrangerAtStaffSiteAsync();
        await site.SubmitAsync(await site.GetAsync("/sign-in"), new() { ["UserId"] = userId.Value, ["Password"] = Password });
        return site;
    }

    /// <summary>The staff face over HTTP, not signed in.</summary>
    public Task<TestSite> StrangerAtStaffSiteAsync() => OpenSiteAsync(StaffFace.Build([], new FaceGivens(Installation, Provider, Clock)));

    /// <summary>The resident face over HTTP; paths begin with <c>/{Municipality}/</c>.</summary>
    public Task<TestSite> ResidentSiteAsync() => OpenSiteAsync(ResidentFace.Build([], new FaceGivens(Installation, Provider, Clock)));

    private async Task<TestSite> OpenSiteAsync(Microsoft.AspNetCore.Builder.WebApplication app)
    {
        var site = await TestSite.StartAsync(app);
        sites.Add(site);
        return site;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var site in sites) await site.DisposeAsync();
        await owner.DisposeAsync();
        await staff.DisposeAsync();
        await resident.DisposeAsync();
        await worker.DisposeAsync();
        if (ownsProvider) await Provider.DisposeAsync();
    }

    private ServiceProvider Build(DatabaseRole role, UsedBy uses) =>
        new ServiceCollection().AddTewatashi(Installation, Provider, role, uses, Clock).AddLogging().BuildServiceProvider();
}
