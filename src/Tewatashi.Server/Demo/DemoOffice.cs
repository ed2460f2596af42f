using Microsoft.Extensions.DependencyInjection;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Mail;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Staff;

namespace Tewatashi.Server.Demo;

/// <summary>The fictional municipality at work: the use cases of every part of the program, each in its own role, at the demonstration's clock.</summary>
internal sealed class DemoOffice : IAsyncDisposable
{
    public static readonly MunicipalityCode Code = MunicipalityCode.Parse("990001");
    public const string Name = "見本市";

    private readonly ServiceProvider owner;
    private readonly ServiceProvider staff;
    private readonly ServiceProvider resident;
    private readonly ServiceProvider worker;

    private readonly FolderTransport mails;
    private readonly string residentUrl;

    public DemoOffice(Installation installation, IDatabaseProvider provider, DemoClock clock, string residentUrl)
    {
        Clock = clock;
        this.residentUrl = residentUrl;
        mails = new FolderTransport(Path.Combine(installation.DataFolder, "mail"));
        owner = Build(DatabaseRole.Owner, UsedBy.Staff);
        staff = Build(DatabaseRole.Staff, UsedBy.Staff);
        resident = Build(DatabaseRole.Resident, UsedBy.Resident);
        worker = Build(DatabaseRole.Worker, UsedBy.Worker);

        ServiceProvider Build(DatabaseRole role, UsedBy uses) =>
            new ServiceCollection().AddTewatashi(installation, provider, role, uses, clock).AddLogging().BuildServiceProvider();
    }

    public DemoClock Clock { get; }

    public DemoStaff People { get; } = new();

    public MunicipalityCode Municipality { get; } = Code;

    public T Owner<T>() where T : notnull => owner.GetRequiredService<T>();

    public T Staff<T>() where T : notnull => staff.GetRequiredService<T>();

    public T Resident<T>() where T : notnull => resident.GetRequiredService<T>();

    public T Worker<T>() where T : notnull => worker.GetRequiredService<T>();

    /// <summary>A member of staff sending a form.</summary>
    public Caller By(StaffRoles role) => new(Municipality, People[role], "staff demo", Ids.New());

    /// <summary>A resident sending a form.</summary>
    public Caller By(DemoCard card) => new(Municipality, Actor.Resident(card.Id), "resident demo", Ids.New());

    /// <summary>Sends what is due by now. Into the folder always: these people do not exist, and no mail server should hear of them.</summary>
    public async Task SendMailsAsync(CancellationToken cancellationToken)
    {
        while (await Worker<MailSender>().SendDueAsync(mails, residentUrl, Municipality, cancellationToken) > 0)
        {
        }
    }

    /// <summary>Several clerks at the same work, as in an office; the database decides who is first.</summary>
    public static Task ByManyAsync<T>(IEnumerable<T> things, Func<T, Task> work, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(things, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellationToken }, async (thing, _) => await work(thing));

    /// <summary>The outcome that the demonstration counts on; another one is a mistake in it.</summary>
    public static T Expect<T>(object outcome) where T : class =>
        outcome as T ?? throw new InvalidOperationException($"The demonstration expected {typeof(T).DeclaringType?.Name}.{typeof(T).Name} and got {outcome}.");

    public async ValueTask DisposeAsync()
    {
        await owner.DisposeAsync();
        await staff.DisposeAsync();
        await resident.DisposeAsync();
        await worker.DisposeAsync();
    }
}
