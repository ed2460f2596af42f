using System.Reflection.Metadata;

namespace Tewatashi.Tests.Architecture;

/// <summary>Names of types as an assembly's metadata spell them.</summary>
internal static class TypeNames
{
    public static string FullOf(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        var outer = type.GetDeclaringType();
        return outer.IsNil
            ? Join(metadata, type.Namespace, type.Name)
            : $"{FullOf(metadata, outer)}+{metadata.GetString(type.Name)}";
    }

    public static string OutermostOf(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        var outer = type.GetDeclaringType();
        return outer.IsNil ? Join(metadata, type.Namespace, type.Name) : OutermostOf(metadata, outer);
    }

    public static string OutermostOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return type.ResolutionScope.Kind is HandleKind.TypeReference
            ? OutermostOf(metadata, (TypeReferenceHandle)type.ResolutionScope)
            : Join(metadata, type.Namespace, type.Name);
    }

    private static string Join(MetadataReader metadata, StringHandle space, StringHandle name) =>
        space.IsNil ? metadata.GetString(name) : $"{metadata.GetString(space)}.{metadata.GetString(name)}";
}
