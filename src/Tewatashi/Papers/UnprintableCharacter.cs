namespace Tewatashi.Papers;

/// <summary>A character in a text that no paper can show, and the text it stands in. Shown to the person who typed it.</summary>
/// <param name="Character">The character itself.</param>
/// <param name="CodePoint">Its code as <c>U+20BB7</c>, for characters a screen may not show either.</param>
/// <param name="Text">The text it was found in.</param>
public sealed record UnprintableCharacter(string Character, string CodePoint, string Text)
{
    /// <summary>What to tell the person: which character, and what to do.</summary>
    public string Message => $"「{Character}」({CodePoint}) は用紙に印字できない文字です。ほかの文字に直してください。";
}
