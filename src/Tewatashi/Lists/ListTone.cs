namespace Tewatashi.Lists;

/// <summary>How a word of a list is marked: always beside the word, never instead of it.</summary>
public enum ListTone
{
    Plain,
    Neutral,
    Info,
    Success,
    Warning,
    Error,
}
