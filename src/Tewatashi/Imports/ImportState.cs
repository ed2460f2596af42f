namespace Tewatashi.Imports;

/// <summary>How far an import is.</summary>
public enum ImportState
{
    /// <summary>The file is on its way in, piece by piece.</summary>
    Receiving,

    /// <summary>The file is here and being looked through.</summary>
    Uploaded,

    /// <summary>Counts and refused rows are known; a person decides.</summary>
    Previewed,

    /// <summary>Rows are being added.</summary>
    Applying,
    Applied,

    /// <summary>The file was refused whole.</summary>
    Refused,

    /// <summary>A person decided against it.</summary>
    Cancelled,
}
