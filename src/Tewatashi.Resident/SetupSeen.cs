namespace Tewatashi.Resident;

/// <summary>The mark of the municipality's set-up that a request read on its way, so that no other part of the page asks for it again.</summary>
public static class SetupSeen
{
    private sealed record Seen(byte[]? Mark);

    public static void KeepSetupMark(this HttpContext context, byte[]? mark) => context.Features.Set(new Seen(mark));

    /// <summary>Null where nothing was read yet.</summary>
    public static byte[]? SetupMark(this HttpContext context) => context.Features.Get<Seen>()?.Mark;
}
