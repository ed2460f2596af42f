namespace Tewatashi.Storage;

/// <summary>The levels of 保管場所, from the outside in.</summary>
public enum LocationKind
{
    /// <summary>庁舎.</summary>
    Building,

    /// <summary>保管庫.</summary>
    Vault,

    /// <summary>棚.</summary>
    Shelf,

    /// <summary>箱.</summary>
    Box,

    /// <summary>位置: a part of a box, or a place on a shelf without a box.</summary>
    Position,
}
