using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Tewatashi.Staff.Pages.Imports;

/// <summary>A multipart form up to its file: the fields before it, and the file as it arrives.</summary>
/// <param name="File">Null where none was chosen.</param>
internal sealed record StreamedFormReading(IReadOnlyDictionary<string, StringValues> Fields, string FileName, Stream? File)
{
    private const int MaxFields = 20;
    private const int MaxFieldBytes = 8 * 1024;

    public string? this[string name] => Fields.TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>
    /// Reads the fields and stops at the file. Hands the fields to whoever looks at the request's form. Null where the request is
    /// no such form.
    /// </summary>
    public static async Task<StreamedFormReading?> ToFileAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 100 } boundary) return null;
        var reader = new MultipartReader(boundary.ToString(), context.Request.Body);
        var fields = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        var reading = new StreamedFormReading(fields, "", null);
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)) return null;
            if (disposition.IsFileDisposition())
            {
                var name = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString();
                // Nothing chosen: the browser sends the field without a name.
                if (name.Length > 0) reading = reading with { FileName = name, File = section.Body };
                break;
            }

            if (fields.Count == MaxFields || await ReadFieldAsync(section, cancellationToken) is not { } value) return null;
            var key = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
            fields[key] = StringValues.Concat(fields.GetValueOrDefault(key), value);
        }

        context.Features.Set<IFormFeature>(new FormFeature(new FormCollection(fields)));
        return reading;
    }

    private static async Task<string?> ReadFieldAsync(MultipartSection section, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxFieldBytes];
        var length = await section.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length == buffer.Length ? null : System.Text.Encoding.UTF8.GetString(buffer.AsSpan(0, length));
    }
}
