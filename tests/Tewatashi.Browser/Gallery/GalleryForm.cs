using Tewatashi.Web.Forms;

namespace Tewatashi.Browser.Gallery;

/// <summary>One field of every kind.</summary>
public sealed class GalleryForm
{
    public string? ReceptionNumber { get; set; }
    public string? Password { get; set; }
    public string? Email { get; set; }
    public string? Telephone { get; set; }
    public int? Persons { get; set; }
    public string? Text { get; set; }
    public string? Counter { get; set; }
    public string? Recipient { get; set; }
    public string? Answer { get; set; }
    public List<string> Kinds { get; set; } = [];
    public bool IsAgreed { get; set; }
    public DateParts Visit { get; set; } = new();
    public DateParts OpenSince { get; set; } = new();
    public DateParts Birthday { get; set; } = new();
    public string? Scan { get; set; }
}
