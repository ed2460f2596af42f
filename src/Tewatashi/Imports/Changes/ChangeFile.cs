using System.Globalization;
using System.Text;
using Tewatashi.Cards;
using Tewatashi.Text;
using Tewatashi.Time;

namespace Tewatashi.Imports.Changes;

/// <summary>
/// Reads the register's change list: CSV with a heading, CP932 or UTF-8, columns カナ氏名, 生年月日, 異動事由, 異動日 in any order (docs/change-list.md).
/// Either every row is read, or it names the lines to mend; no reason repeats what a cell held. Touches no database.
/// </summary>
internal static class ChangeFile
{
    /// <summary>A month of the largest city.</summary>
    public const int MostRows = 50_000;

    private const int MostProblems = 200;
    private static readonly string[][] Columns = [["カナ氏名", "氏名カナ"], ["生年月日", "誕生日"], ["異動事由"], ["異動日", "異動年月日"]];

    public static async Task<(IReadOnlyList<ChangedPerson> Persons, IReadOnlyList<RowProblem> Problems)> ReadAsync(Stream stream, ImportEncoding? declared, CancellationToken cancellationToken)
    {
        var records = new CsvRecords(new ImportText(stream, declared, ImportEncoding.Cp932));
        var persons = new List<ChangedPerson>();
        var problems = new List<RowProblem>();
        int[]? cells = null;
        while (problems.Count < MostProblems && await records.NextAsync(cancellationToken))
        {
            if (records.IsEmptyLine) continue;
            if (cells is null)
            {
                cells = FindColumns(records, problems);
                if (problems.Count > 0) return ([], problems);
            }
            else if (persons.Count == MostRows)
            {
                problems.Add(new RowProblem(records.Line, "", string.Create(CultureInfo.InvariantCulture, $"一度に読み取れるのは{MostRows:N0}行までです。ファイルを分けてください。")));
                break;
            }
            else if (Read(records, cells, problems) is { } person)
            {
                persons.Add(person);
            }
        }

        if (records.Fault is { } fault) problems.Add(new RowProblem(fault.Line, "", fault.Reason));
        else if (persons.Count == 0 && problems.Count == 0) problems.Add(new RowProblem(1, "", "異動の行がありません。見出しの次の行から書いてください。"));
        return (persons, problems);
    }

    private static int[] FindColumns(CsvRecords heading, List<RowProblem> problems)
    {
        var names = Enumerable.Range(0, heading.Count).Select(cell => Normal(heading[cell])).ToList();
        var cells = Columns.Select(column => names.FindIndex(column.Contains)).ToArray();
        foreach (var missing in Columns.Where((_, i) => cells[i] < 0))
            problems.Add(new RowProblem(heading.Line, missing[0], "見出しにこの列がありません。見出しの行があるか、文字コードの指定が正しいか確かめてください。"));
        return cells;
    }

    private static ChangedPerson? Read(CsvRecords record, int[] cells, List<RowProblem> problems)
    {
        var before = problems.Count;
        var line = record.Line;
        for (var cell = 0; cell < record.Count; cell++)
        {
            if (!IndividualNumber.ContainsOne(record[cell])) continue;
            problems.Add(new RowProblem(line, "", "個人番号と思われる12桁の数字があります。元のファイルから取り除いてください。"));
            return null;
        }

        if (cells.Max() >= record.Count)
        {
            problems.Add(new RowProblem(line, "", "列が足りません。"));
            return null;
        }

        var (name, birthday, kind, on) = (record[cells[0]].Trim().ToString(), record[cells[1]].Trim().ToString(), Normal(record[cells[2]]), record[cells[3]].Trim().ToString());
        KanaName? kana = null;
        if (name.Length > 0 && !KanaName.TryParse(name, out kana, out var problem)) problems.Add(new RowProblem(line, Columns[0][0], problem));
        if (!Birthday.TryParse(birthday, shortEras: true, out var born)) problems.Add(new RowProblem(line, Columns[1][0], "日付として読めません。年月日で書いてください(例: 1976-07-14、昭和51年7月14日)。"));
        if (!ChangeWords.TryRead(kind, out var what)) problems.Add(new RowProblem(line, Columns[2][0], $"{string.Join("、", ChangeWords.Accepted)} のどれかで書いてください。ほかの事由の行は取り除いてください。"));
        if (!JapaneseDate.TryParse(on, out var date, shortEras: true)) problems.Add(new RowProblem(line, Columns[3][0], "日付として読めません。年月日で書いてください(例: 2026-07-31、令和8年7月31日)。"));
        return problems.Count == before ? new ChangedPerson(line, kana, born!, what, date) : null; // without a problem there is a birthday
    }

    private static string Normal(ReadOnlySpan<char> cell)
    {
        try
        {
            return cell.ToString().Normalize(NormalizationForm.FormKC).Trim();
        }
        catch (ArgumentException)
        {
            // Half a character pair: no word anybody knows.
            return "";
        }
    }
}
