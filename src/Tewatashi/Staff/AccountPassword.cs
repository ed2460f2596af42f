using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Tewatashi.Staff;

/// <summary>
/// Passwords of accounts, by the platform's identity library: PBKDF2 of 600,000 rounds. At most two are worked on at once, so
/// that a rush of sign-ins leaves a core to the counters.
/// </summary>
public sealed class AccountPassword
{
    /// <summary>Length counts, composition does not (AUT-05).</summary>
    public const int MinLength = 12;

    public const int MaxLength = 128;
    private const int Rounds = 600_000;
    private static readonly SemaphoreSlim Turns = new(2, 2);
    private static readonly PasswordHasher<StaffMember> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));
    private static readonly Lazy<string> OfNobody = new(() => Hasher.HashPassword(null!, Secret.New())); // the hasher ignores the user

    /// <summary>Why a password cannot be taken, in words; null when it can.</summary>
    public static string? Problem(string password, UserId userId) => password switch
    {
        { Length: < MinLength } => $"パスワードは{MinLength}文字以上にしてください。長い文でもかまいません。",
        { Length: > MaxLength } => $"パスワードは{MaxLength}文字以下にしてください。",
        _ when password.Contains(userId.Value, StringComparison.OrdinalIgnoreCase) => "パスワードにユーザーIDを含めないでください。",
        _ when password.Distinct().Count() < 5 => "同じ文字のくり返しが多すぎます。別のパスワードにしてください。",
        _ when CommonPasswords.Contains(password) => "よく使われるパスワードです。別のパスワードにしてください。",
        _ => null,
    };

    public static async Task<string> HashAsync(StaffMember member, string password, CancellationToken cancellationToken) =>
        await InTurnAsync(() => Hasher.HashPassword(member, password), cancellationToken);

    /// <summary>Takes the same time where there is no such account or no password yet.</summary>
    public static async Task<PasswordVerificationResult> VerifyAsync(string? hash, string password, CancellationToken cancellationToken)
    {
        var result = await InTurnAsync(() => Hasher.VerifyHashedPassword(null!, hash ?? OfNobody.Value, password), cancellationToken); // the hasher ignores the user
        return hash is null ? PasswordVerificationResult.Failed : result;
    }

    private static async Task<T> InTurnAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        await Turns.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(work, cancellationToken);
        }
        finally
        {
            Turns.Release();
        }
    }
}
