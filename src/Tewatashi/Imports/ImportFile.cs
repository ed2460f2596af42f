namespace Tewatashi.Imports;

/// <summary>A file of cards to be read, more than once if need be.</summary>
/// <param name="Profile">How it is laid out.</param>
/// <param name="Encoding">The encoding somebody named; null leaves it to the byte order mark, then the profile.</param>
/// <param name="Open">Gives the file from its first byte; who opens it closes it.</param>
public sealed record ImportFile(ImportProfile Profile, ImportEncoding? Encoding, Func<Stream> Open);
