namespace Tewatashi.HandOver.PinForms;

/// <summary>Why a form was taken into custody.</summary>
public enum PinFormReason
{
    NationalSystemDown,
    PersonLeft,
}
