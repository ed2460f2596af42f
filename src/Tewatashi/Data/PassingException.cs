namespace Tewatashi.Data;

/// <summary>A row changed between our look and our update: the whole use case is run again and sees what is there now.</summary>
public sealed class PassingException() : Exception("A row changed meanwhile.");
