namespace Tewatashi.Data.Keys;

/// <summary>A key file is not here: either this program must not have it, or the key store was not brought along.</summary>
public sealed class KeyMissingException(string file)
    : Exception($"鍵ファイル {file} がありません。鍵の保管先(TEWATASHI__KEYS)を確かめてください。");
