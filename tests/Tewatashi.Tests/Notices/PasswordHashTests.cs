using Tewatashi.Data.Keys;
using Tewatashi.Notices;
using Tewatashi.Testing;
using Xunit;

namespace Tewatashi.Tests.Notices;

public sealed class PasswordHashTests
{
    [Fact]
    public async Task Password_fits_its_own_hash_alone()
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        var keys = office.Staff<KeyStore>().KeysOf(office.Municipality, KeyPurpose.Password);
        var password = ReceptionPassword.Parse("ABCD-2345");

        var (salt, hash) = PasswordHash.New(keys, password);

        Assert.True(PasswordHash.Fits(keys, ReceptionPassword.Parse("abcd 2345"), salt, hash));
        Assert.False(PasswordHash.Fits(keys, ReceptionPassword.Parse("ABCD-2346"), salt, hash));
        Assert.False(PasswordHash.FitsNothing(keys, password));
        Assert.NotEqual(salt, PasswordHash.New(keys, password).Salt);
    }

    [Fact]
    public async Task Hash_of_one_municipality_is_worth_nothing_in_another()
    {
        await using var one = await TestOffice.OpenAsync(Engine.Sqlite);
        await using var other = await TestOffice.OpenAsync(Engine.Sqlite);
        var password = ReceptionPassword.New();

        var (salt, hash) = PasswordHash.New(one.Staff<KeyStore>().KeysOf(one.Municipality, KeyPurpose.Password), password);

        Assert.False(PasswordHash.Fits(other.Staff<KeyStore>().KeysOf(other.Municipality, KeyPurpose.Password), password, salt, hash));
    }
}
