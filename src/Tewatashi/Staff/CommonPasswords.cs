namespace Tewatashi.Staff;

/// <summary>Long passwords that everybody thinks of first: a keyboard's rows, counting, the product's and the card's names.</summary>
internal static class CommonPasswords
{
    private static readonly string[] Beginnings =
    [
        "password", "passw0rd", "qwertyuiop", "asdfghjkl", "1qaz2wsx", "123456789", "987654321", "administrator", "letmein", "iloveyou",
        "tewatashi", "mynumber", "welcome", "municipality",
    ];

    /// <summary>True where nothing but digits and punctuation was added to one of them.</summary>
    public static bool Contains(string password) =>
        Beginnings.Any(common => password.StartsWith(common, StringComparison.OrdinalIgnoreCase)
            && !password[common.Length..].Any(char.IsLetter));
}
