using System.Buffers;
using System.Globalization;
using Tewatashi.Cards;
using Tewatashi.Municipalities;
using Tewatashi.Text;
using Tewatashi.Time;

namespace Tewatashi.Imports;

/// <summary>Turns one row of cells into values, or into all its problems. No reason repeats what a cell held.</summary>
internal sealed class ShipmentRowReader(ColumnMap columns)
{
    private const int LongestLocation = 100;
    private const int LongestReservationNumber = 20;

    private const string IndividualNumberFound =
        "個人番号と思われる12桁の数字があります。個人番号は取り込めません。元のファイルから取り除いてください。";

    private static readonly SearchValues<char> LettersAndDigits = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private readonly CellCache<DispatchNumber> _dispatchNumbers = new();
    private readonly CellCache<CounterCode> _counters = new();
    private readonly bool[] _isField = MarkFields(columns);
    private List<RowProblem>? _problems;
    private List<RowProblem>? _warnings;
    private int _line;

    /// <summary>The row, or every problem it has.</summary>
    public ShipmentReading Read(CsvRecords record)
    {
        _problems = null;
        _warnings = null;
        _line = record.Line;
        var isWhole = HasEveryCell(record);
        var row = isWhole ? ReadFields(record) : null;
        for (var cell = 0; cell < record.Count; cell++)
        {
            // The cells of fields were looked at when they were read.
            if ((!isWhole || cell >= _isField.Length || !_isField[cell]) && IndividualNumber.ContainsOne(record[cell]))
            {
                Refuse(columns.NameOfCell(cell), IndividualNumberFound);
            }
        }

        return _problems is null
            ? new RowRead(row!, _warnings ?? (IReadOnlyList<RowProblem>)[]) // without a problem there is a row
            : new RowRefused(_line, _problems);
    }

    private static bool[] MarkFields(ColumnMap columns)
    {
        var marks = new bool[columns.Count];
        foreach (var field in Enum.GetValues<ImportField>())
        {
            if (columns.CellOf(field) is var cell and >= 0)
            {
                marks[cell] = true;
            }
        }

        return marks;
    }

    private bool HasEveryCell(CsvRecords record)
    {
        if (record.Count < columns.Count)
        {
            var extent = string.Create(CultureInfo.InvariantCulture, $"{columns.Count}列のうち{record.Count}列まで");
            Refuse(columns.NameOfCell(record.Count), record.IsCutAtEnd
                ? $"ファイルがこの行の途中で切れています({extent})。全体を受け取り直してください。"
                : $"列が足りません({extent})。");
            return false;
        }

        for (var cell = columns.Count; cell < record.Count; cell++)
        {
            if (!record[cell].IsWhiteSpace())
            {
                Refuse(columns.NameOfCell(cell), string.Create(
                    CultureInfo.InvariantCulture, $"見出しより列が多い行です(見出しは{columns.Count}列)。カンマを含む値は引用符(\")で囲んでください。"));
                return false;
            }
        }

        return true;
    }

    private ShipmentRow? ReadFields(CsvRecords record)
    {
        var serialNumber = Read(record, ImportField.SerialNumber, "英数字3文字と数字6文字で書いてください(例: ABC-123456)。", Parse<SerialNumber>);
        var applicationId = Read(record, ImportField.ApplicationId, "数字23桁で書いてください。", Parse<ApplicationId>);
        var kanaName = ReadKanaName(record);
        var birthday = Read(record, ImportField.Birthday, "日付で書いてください(例: 1976-07-14、昭和51年7月14日、07-14)。", ParseBirthday);
        var dispatchNumber = Read(record, ImportField.DispatchNumber, "20文字までの番号で書いてください。", _dispatchNumbers.Read);
        var counter = ReadOptional(record, ImportField.Counter, "半角の英数字10文字までのコードで書いてください。", _counters.Read);
        var deadline = ReadDate(record, ImportField.Deadline);
        var route = ReadRoute(record);
        var location = ReadOptional(record, ImportField.Location, "100文字までの、目に見える文字で書いてください。", ParseLocation);
        var notifiedOn = ReadDate(record, ImportField.NotifiedOn);
        var reservedFor = ReadVisit(record);
        var reservationNumber = ReadOptional(record, ImportField.ReservationNumber, "英数字20文字までで書いてください。", ParseReservationNumber);
        if (reservationNumber is not null && IsBlank(record, ImportField.ReservedFor))
        {
            Refuse(columns.NameOf(ImportField.ReservationNumber), "予約番号がありますが、交付予約日時がありません。");
        }

        if (serialNumber is null || applicationId is null || birthday is null || dispatchNumber is null)
        {
            return null;
        }

        return new ShipmentRow
        {
            Line = _line,
            SerialNumber = serialNumber,
            ApplicationId = applicationId,
            KanaName = kanaName,
            Birthday = birthday,
            DispatchNumber = dispatchNumber,
            Counter = counter,
            Deadline = deadline,
            Route = route,
            Location = location,
            NotifiedOn = notifiedOn,
            ReservedFor = reservedFor,
            ReservationNumber = reservationNumber,
        };
    }

    private delegate T? Parser<T>(ReadOnlySpan<char> text)
        where T : class;

    private static T? Parse<T>(ReadOnlySpan<char> text)
        where T : class, IIdentifier<T> => T.TryParse(text.ToString(), out var value) ? value : null;

    private static Birthday? ParseBirthday(ReadOnlySpan<char> text) =>
        Birthday.TryParse(text.ToString(), shortEras: true, out var value) ? value : null;

    private static string? ParseLocation(ReadOnlySpan<char> text) =>
        Typed.Line(text.ToString()) is { Length: <= LongestLocation } line ? line : null;

    private static string? ParseReservationNumber(ReadOnlySpan<char> text) =>
        Typed.Code(text.ToString()) is { Length: <= LongestReservationNumber } code
            && !code.AsSpan().ContainsAnyExcept(LettersAndDigits)
            ? code
            : null;

    private T? Read<T>(CsvRecords record, ImportField field, string form, Parser<T> parse)
        where T : class
    {
        if (IsBlank(record, field))
        {
            Refuse(columns.NameOf(field), "空欄です。値が必要な列です。");
            return null;
        }

        return ReadOptional(record, field, form, parse);
    }

    private T? ReadOptional<T>(CsvRecords record, ImportField field, string form, Parser<T> parse)
        where T : class
    {
        if (!TryTake(record, field, out var text) || text.IsEmpty)
        {
            return null;
        }

        var value = parse(text);
        if (value is null)
        {
            Refuse(columns.NameOf(field), "形式が違います。" + form);
        }

        return value;
    }

    private KanaName? ReadKanaName(CsvRecords record)
    {
        if (!TryTake(record, ImportField.KanaName, out var text))
        {
            return null;
        }

        if (text.IsEmpty)
        {
            (_warnings ??= []).Add(new RowProblem(
                _line, columns.NameOf(ImportField.KanaName), "空欄です。カナ氏名のないカードとして取り込みます。"));
            return null;
        }

        if (!KanaName.TryParse(text.ToString(), out var name, out var problem))
        {
            Refuse(columns.NameOf(ImportField.KanaName), problem);
        }

        return name;
    }

    private DateOnly? ReadDate(CsvRecords record, ImportField field)
    {
        if (!TryTake(record, field, out var text) || text.IsEmpty)
        {
            return null;
        }

        if (JapaneseDate.TryParse(text.ToString(), out var date, shortEras: true))
        {
            return date;
        }

        Refuse(columns.NameOf(field), "日付として読めません。年月日で書いてください(例: 2026-07-31、令和8年7月31日)。");
        return null;
    }

    private CardRoute ReadRoute(CsvRecords record)
    {
        if (!TryTake(record, ImportField.Route, out var text) || text.IsEmpty)
        {
            return CardRoute.Counter;
        }

        if (!CardRouteNames.TryParse(text.ToString(), out var route))
        {
            Refuse(columns.NameOf(ImportField.Route), "「窓口」か「郵送」で書いてください。");
        }

        return route;
    }

    private VisitTime? ReadVisit(CsvRecords record)
    {
        if (!TryTake(record, ImportField.ReservedFor, out var text) || text.IsEmpty)
        {
            return null;
        }

        if (VisitTime.TryParse(text.ToString(), out var visit))
        {
            return visit;
        }

        Refuse(columns.NameOf(ImportField.ReservedFor), "日時として読めません。年月日と時刻で書いてください(例: 2026-05-12 10:30)。");
        return null;
    }

    private bool IsBlank(CsvRecords record, ImportField field) =>
        (columns.CellOf(field) is var cell and >= 0 ? record[cell] : columns.FixedValueOf(field)).IsWhiteSpace();

    /// <summary>The field's text, trimmed, empty where there is none; false where the cell was refused for what it is.</summary>
    private bool TryTake(CsvRecords record, ImportField field, out ReadOnlySpan<char> text)
    {
        text = columns.CellOf(field) is var cell and >= 0 ? record[cell].Trim() : columns.FixedValueOf(field);
        if (text.IsEmpty)
        {
            return true;
        }

        if (SpreadsheetFormula.Begins(text))
        {
            Refuse(columns.NameOf(field), "表計算ソフトの計算式とみなされる文字(= + - @)で始まっています。値だけにしてください。");
            return false;
        }

        if (IndividualNumber.ContainsOne(text))
        {
            Refuse(columns.NameOf(field), IndividualNumberFound);
            return false;
        }

        return true;
    }

    private void Refuse(string column, string reason) => (_problems ??= []).Add(new RowProblem(_line, column, reason));
}
