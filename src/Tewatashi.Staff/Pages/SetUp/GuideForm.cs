namespace Tewatashi.Staff.Pages.SetUp;

/// <summary>What is typed into the short forms of the guide, with what a small town would enter.</summary>
public sealed class GuideForm
{
    public string? BuildingName { get; set; } = "本庁舎";
    public string? Shelves { get; set; } = "2";
    public string? Boxes { get; set; } = "5";
    public string? Capacity { get; set; } = "100";
    public string? CounterCode { get; set; } = "01";
    public string? CounterName { get; set; } = "本庁舎 市民課";
    public Guid CounterId { get; set; }
    public string? OpensAt { get; set; } = "9:00";
    public string? ClosesAt { get; set; } = "17:00";
    public string? Booths { get; set; } = "2";
    public string? ResidentUrl { get; set; }
    public string? Telephone { get; set; }
    public string? TelephoneHours { get; set; } = "平日 9時から17時まで";
    public string? Fax { get; set; }
    public string? ContactMail { get; set; }
}
