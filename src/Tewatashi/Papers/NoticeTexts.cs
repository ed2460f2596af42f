namespace Tewatashi.Papers;

/// <summary>
/// The municipality's words on its notices. Line feeds separate lines or paragraphs; an empty text leaves its part away.
/// </summary>
public sealed record NoticeTexts
{
    /// <summary>見本市.</summary>
    public required string Municipality { get; init; }

    /// <summary>The office that sends the notice.</summary>
    public required string Office { get; init; }

    /// <summary>Heading of the guide.</summary>
    public string Heading { get; init; } = "マイナンバーカード 受け取りのご案内";

    /// <summary>First paragraph of the guide.</summary>
    public string Opening { get; init; } = "マイナンバーカードの準備ができました。受け取りには予約が必要です。インターネットまたは電話で、受け取りの日時を予約してください。";

    /// <summary>How to book by internet, one step a line.</summary>
    public string InternetSteps { get; init; } =
        "二次元コードを読み取るか、下のアドレスを開きます。\n受付番号と受付パスワードを入力します。\n受け取る方・場所・日時を選びます。\n予約番号を控えます。";

    /// <summary>How to book by telephone, one step a line.</summary>
    public string TelephoneSteps { get; init; } =
        "この用紙を手元に用意します。\n下の番号に電話します。\n製造管理番号とお名前、誕生日を伝えます。\n予約番号を控えます。";

    /// <summary>The address people type, without <c>https://</c>.</summary>
    public required string SiteAddress { get; init; }

    /// <summary>What to bring, one thing a line.</summary>
    public required string WhatToBring { get; init; }

    /// <summary>For those who cannot come: when a proxy may.</summary>
    public string CannotCome { get; init; } = "";

    public required string Telephone { get; init; }

    /// <summary>When the telephone is answered.</summary>
    public string TelephoneHours { get; init; } = "";

    public string Fax { get; init; } = "";

    /// <summary>What to say of 電話リレーサービス.</summary>
    public string RelayService { get; init; } = "耳や声の不自由な方は、電話リレーサービスもご利用になれます。";

    public string Mail { get; init; } = "";

    /// <summary>One line of English.</summary>
    public string English { get; init; } = "Your My Number Card is ready. Please book a time to receive it: scan the code, or call us.";

    /// <summary>One line of やさしい日本語.</summary>
    public string EasyJapanese { get; init; } = "マイナンバーカードが できました。もらう日を 予約（よやく）してください。";

    /// <summary>The same as a reminder (再通知), with an opening of its own.</summary>
    public NoticeTexts Reminding(string opening) => this with
    {
        Heading = "マイナンバーカード 受け取りのご案内(再通知)",
        Opening = opening,
        English = "Reminder: your My Number Card has not been collected yet. Please book a time to receive it: scan the code, or call us.",
        EasyJapanese = "マイナンバーカードを まだ もらっていません。もらう日を 予約（よやく）してください。",
    };

    /// <summary>Every text, for the check of characters.</summary>
    public IEnumerable<string> All =>
    [
        Municipality, Office, Heading, Opening, InternetSteps, TelephoneSteps, SiteAddress, WhatToBring, CannotCome, Telephone,
        TelephoneHours, Fax, RelayService, Mail, English, EasyJapanese,
    ];

    /// <summary>The characters that cannot be printed; ask when the texts are saved.</summary>
    public IReadOnlyList<UnprintableCharacter> Unprintable() => PaperText.Unprintable(All);
}
