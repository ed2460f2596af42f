namespace Tewatashi.Imports.Changes;

/// <summary>異動事由 of the register's change list, as far as it touches a card.</summary>
public enum ChangeKind
{
    /// <summary>転出.</summary>
    MovedOut,

    /// <summary>国外転出.</summary>
    MovedAbroad,

    /// <summary>死亡.</summary>
    Died,

    /// <summary>転居: moved within the municipality.</summary>
    MovedWithin,

    /// <summary>氏名変更.</summary>
    NameChanged,
}
