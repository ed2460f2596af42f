using Tewatashi.Data.Keys;

namespace Tewatashi.Notices;

/// <summary>A password and what is stored of it; made before the transaction, because hashing takes its time.</summary>
internal sealed record FreshPassword(ReceptionPassword Password, byte[] Salt, byte[] Hash)
{
    public static FreshPassword New(ItemKeys keys)
    {
        var password = ReceptionPassword.New();
        var (salt, hash) = PasswordHash.New(keys, password);
        return new FreshPassword(password, salt, hash);
    }
}
