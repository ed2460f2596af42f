namespace Tewatashi.Data.Keys;

/// <summary>Which secret of a municipality: each is a file of its own, so that a program holds only those it needs.</summary>
public enum KeyPurpose
{
    /// <summary>申請書ID, カナ氏名, 誕生日 and their search tokens. Never on the internet side.</summary>
    Applicant,

    /// <summary>Mail addresses, proxies' names, mailed secrets.</summary>
    Contact,

    /// <summary>What 受付パスワード are keyed with before they are hashed.</summary>
    Password,
}
