using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Tewatashi.Staff.Live;

/// <summary>How pages hand their news to their scripts.</summary>
internal static class LiveJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Of<T>(T news) => JsonSerializer.Serialize(news, Options);
}
