namespace Tewatashi.Reservations;

/// <summary>What the office calls the matters of the set-up.</summary>
public static class SetUpMatterNames
{
    public static string Name(this SetUpMatter matter) => matter switch
    {
        SetUpMatter.Storage => "庁舎と保管場所",
        SetUpMatter.Counters => "交付窓口",
        SetUpMatter.Hours => "開庁時間",
        SetUpMatter.Rules => "予約のルール",
        SetUpMatter.Contact => "連絡先と文章",
        SetUpMatter.Colleagues => "職員の招待",
        SetUpMatter.Stock => "今ある在庫の取り込み",
    };
}
