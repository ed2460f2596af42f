using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Tewatashi.Tests.Architecture;

/// <summary>
/// What a compiled assembly says about itself, method bodies included. Reflection would miss those, and a rule that a
/// method body can break unseen is no rule.
/// </summary>
internal sealed class CompiledAssembly
{
    private CompiledAssembly(IReadOnlySet<string> references, IReadOnlyList<string> types, IReadOnlySet<TypeUse> uses)
    {
        References = references;
        Types = types;
        Uses = uses;
    }

    /// <summary>Simple names of the assemblies it references.</summary>
    public IReadOnlySet<string> References { get; }

    /// <summary>Full names of its types, nested ones as Outer+Inner; what the compiler made is left out.</summary>
    public IReadOnlyList<string> Types { get; }

    public IReadOnlySet<TypeUse> Uses { get; }

    public static CompiledAssembly Of(Assembly assembly) => Read(assembly.Location);

    private static CompiledAssembly Read(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        var uses = new HashSet<TypeUse>();
        foreach (var handle in metadata.TypeDefinitions)
        {
            var user = TypeNames.OutermostOf(metadata, handle);
            var names = new NamedTypes(metadata);
            CollectFrom(file, metadata, metadata.GetTypeDefinition(handle), names);
            uses.UnionWith(names.Found.Where(used => used != user).Select(used => new TypeUse(user, used)));
        }

        return new CompiledAssembly(
            metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name)).ToHashSet(),
            [.. metadata.TypeDefinitions.Select(handle => TypeNames.FullOf(metadata, handle)).Where(name => !name.Contains('<'))],
            uses);
    }

    private static void CollectFrom(PEReader file, MetadataReader metadata, TypeDefinition type, NamedTypes names)
    {
        names.Add(type.BaseType);
        names.AddAttributes(type.GetCustomAttributes());
        names.AddConstraints(type.GetGenericParameters());
        foreach (var handle in type.GetInterfaceImplementations())
        {
            names.Add(metadata.GetInterfaceImplementation(handle).Interface);
        }

        foreach (var handle in type.GetFields())
        {
            var field = metadata.GetFieldDefinition(handle);
            field.DecodeSignature(names, null);
            names.AddAttributes(field.GetCustomAttributes());
        }

        foreach (var handle in type.GetProperties())
        {
            names.AddAttributes(metadata.GetPropertyDefinition(handle).GetCustomAttributes());
        }

        foreach (var handle in type.GetMethods())
        {
            var method = metadata.GetMethodDefinition(handle);
            method.DecodeSignature(names, null);
            names.AddAttributes(method.GetCustomAttributes());
            names.AddConstraints(method.GetGenericParameters());
            if (method.RelativeVirtualAddress != 0)
            {
                CollectFrom(file.GetMethodBody(method.RelativeVirtualAddress), names);
            }
        }
    }

    private static void CollectFrom(MethodBodyBlock body, NamedTypes names)
    {
        names.Add(body.LocalSignature);
        foreach (var region in body.ExceptionRegions)
        {
            names.Add(region.CatchType);
        }

        foreach (var token in IntermediateLanguage.TokensOf(body.GetILReader()))
        {
            names.Add(token);
        }
    }
}
