namespace Tewatashi.Imports;

/// <summary>
/// How a file of cards is laid out: nothing but data, so that a municipality can have profiles of its own beside the two
/// that everybody has. The encoding is what an unmarked file is read as.
/// </summary>
public sealed record ImportProfile(string Name, ImportEncoding Encoding, IReadOnlyList<ImportColumn> Columns)
{
    private static readonly ImportColumn[] ShipmentColumns =
    [
        new(ImportField.SerialNumber, ["製造管理番号"], IsRequired: true),
        new(ImportField.ApplicationId, ["申請書ID"], IsRequired: true),
        new(ImportField.KanaName, ["カナ氏名"], IsRequired: true),
        new(ImportField.Birthday, ["生年月日", "誕生日"], IsRequired: true),
        new(ImportField.DispatchNumber, ["発送番号"], IsRequired: true),
        new(ImportField.Counter, ["交付窓口"]),
        new(ImportField.Deadline, ["交付期限"]),
        new(ImportField.Route, ["交付方式"]),
    ];

    /// <summary>A delivery of the maker.</summary>
    public static ImportProfile Standard { get; } = new("standard", ImportEncoding.Cp932, ShipmentColumns);

    /// <summary>What a municipality already holds when it begins with this system.</summary>
    public static ImportProfile Stock { get; } = new("stock", ImportEncoding.Cp932,
    [
        .. ShipmentColumns,
        new(ImportField.Location, ["保管場所"]),
        new(ImportField.NotifiedOn, ["通知日"]),
        new(ImportField.ReservedFor, ["交付予約日時"]),
        new(ImportField.ReservationNumber, ["予約番号"]),
    ]);

    /// <summary>The profiles every municipality has.</summary>
    public static IReadOnlyList<ImportProfile> BuiltIn { get; } = [Standard, Stock];
}
