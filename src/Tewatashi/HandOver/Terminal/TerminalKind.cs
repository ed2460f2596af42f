namespace Tewatashi.HandOver.Terminal;

/// <summary>What the national terminal says of a card.</summary>
public enum TerminalKind
{
    /// <summary>交付済.</summary>
    HandedOver,

    /// <summary>廃止.</summary>
    Abolished,
}
