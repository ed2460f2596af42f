using Tewatashi.Municipalities;

namespace Tewatashi.Audit;

/// <summary>Who asks for a use case, for which municipality and from where.</summary>
/// <param name="Source">Face and network address, or the name of a command.</param>
/// <param name="OperationId">Carried by the form; the same one sent again gets the first outcome. Null where nothing is repeated.</param>
public sealed record Caller(MunicipalityCode Municipality, Actor Actor, string Source, Guid? OperationId = null)
{
    public static Caller Command(MunicipalityCode municipality, string verb) => new(municipality, Actor.Command, verb);

    public static Caller Worker(MunicipalityCode municipality) => new(municipality, Actor.Worker, "worker");
}
