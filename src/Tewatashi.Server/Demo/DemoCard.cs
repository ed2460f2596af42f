using Tewatashi.Cards;
using Tewatashi.Notices;

namespace Tewatashi.Server.Demo;

/// <summary>A card of the demonstration on its way through the use cases, with what stands on its notice.</summary>
internal sealed class DemoCard(int number, DemoStage stage, SerialNumber serial, string applicationId, string? kana, Birthday birthday)
{
    public int Number { get; } = number;
    public DemoStage Stage { get; } = stage;
    public SerialNumber Serial { get; } = serial;
    public string ApplicationId { get; } = applicationId;
    public string? Kana { get; } = kana;
    public Birthday Birthday { get; } = birthday;

    /// <summary>交付方式 of the file.</summary>
    public bool IsForPost => Stage is DemoStage.PostWaiting or DemoStage.Posted;

    /// <summary>交付窓口 of the file.</summary>
    public required string Counter { get; init; }

    /// <summary>Known after the import.</summary>
    public Guid Id { get; set; }

    /// <summary>Known after its notice was issued.</summary>
    public ReceptionNumber? ReceptionNumber { get; set; }

    public ReceptionPassword? Password { get; set; }
}
