namespace Tewatashi.Testing;

/// <summary>The checkout the tests were built from: for tests that read sources and documents.</summary>
public static class Checkout
{
    private static readonly string[] Unwritten = [".git", "bin", "obj", "artifacts", "data", "node_modules", "TestResults"];

    /// <summary>The folder that holds Tewatashi.slnx.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every file a person wrote, as paths with forward slashes, relative to <see cref="Root"/>.</summary>
    public static IEnumerable<string> Files() => FilesUnder(Root);

    public static string Read(string relativePath) => File.ReadAllText(Path.Combine(Root, relativePath));

    private static IEnumerable<string> FilesUnder(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            yield return Path.GetRelativePath(Root, file).Replace('\\', '/');
        }

        foreach (var inner in Directory.EnumerateDirectories(folder).Where(inner => !Unwritten.Contains(Path.GetFileName(inner))))
        {
            foreach (var file in FilesUnder(inner))
            {
                yield return file;
            }
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Tewatashi.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No Tewatashi.slnx above {AppContext.BaseDirectory}: the tests run from within a checkout.");
    }
}
