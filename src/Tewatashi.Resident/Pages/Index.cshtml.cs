namespace Tewatashi.Resident.Pages;

/// <summary>The first page of a municipality.</summary>
public sealed class IndexModel : ResidentPage;
