using System.Reflection;
using System.Reflection.Emit;

namespace FasterMoney.Tests.Support;

/// <summary>What compiled code refers to, read from its instructions: no alias, import file or inferred type hides anything there.</summary>
public static class CompiledCode
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>The methods, fields and types that a type's own methods and constructors name.</summary>
    public static IEnumerable<MemberInfo> MembersIn(Type type) => type.GetMembers(Everything).OfType<MethodBase>().SelectMany(MembersIn);

    /// <summary>Every type that a type needs: what it is made of, what its members take and give, and what its code names.</summary>
    public static IEnumerable<Type> TypesIn(Type type)
    {
        var members = type.GetMembers(Everything);
        return new[] { type.BaseType }.Concat(type.GetInterfaces()).Concat(type.GetGenericArguments().SelectMany(Constraints))
            .Concat(members.SelectMany(Declared))
            .Concat(members.OfType<MethodBase>().SelectMany(MembersIn).SelectMany(Named))
            .Concat(members.Append(type).SelectMany(AttributesOf))
            .SelectMany(Parts).Distinct();
    }

    private static IEnumerable<Type?> Constraints(Type type) => type.IsGenericParameter ? type.GetGenericParameterConstraints() : [];

    private static IEnumerable<Type?> Declared(MemberInfo member) => member switch
    {
        FieldInfo field => [field.FieldType],
        PropertyInfo property => [property.PropertyType],
        EventInfo happening => [happening.EventHandlerType],
        MethodBase method => Signature(method).Concat(method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? [])
            .Concat(method.IsGenericMethod ? method.GetGenericArguments().SelectMany(Constraints) : []),
        _ => [],
    };

    private static IEnumerable<Type?> Signature(MethodBase method) =>
        method.GetParameters().Select(parameter => parameter.ParameterType).Append((method as MethodInfo)?.ReturnType);

    private static IEnumerable<Type?> Named(MemberInfo member) => member switch
    {
        Type type => [type],
        MethodBase method => Signature(method).Append(method.DeclaringType).Concat(method.IsGenericMethod ? method.GetGenericArguments() : []),
        FieldInfo field => [field.DeclaringType, field.FieldType],
        _ => [],
    };

    private static IEnumerable<Type?> AttributesOf(MemberInfo member) => member.GetCustomAttributesData()
        .SelectMany(attribute => attribute.ConstructorArguments.Select(argument => argument.Value as Type).Append(attribute.AttributeType));

    private static IEnumerable<Type> Parts(Type? type) => type switch
    {
        null => [],
        { HasElementType: true } => Parts(type.GetElementType()),
        { IsGenericType: true, IsGenericTypeDefinition: false } => type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()),
        _ => [type],
    };

    // The operands that name members are all that matters; the rest is skipped by its size (ECMA-335, III.1.9).
    private static IEnumerable<MemberInfo> MembersIn(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code)
            yield break;
        for (var at = 0; at < code.Length;)
        {
            var value = code[at++];
            var operation = Codes[value == 0xFE ? unchecked((short)(0xFE00 | code[at++])) : value];
            if (operation.OperandType is OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineField or OperandType.InlineType
                && Resolve(method, BitConverter.ToInt32(code, at)) is { } named)
            {
                yield return named;
            }

            at += operation.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }

    private static MemberInfo? Resolve(MethodBase method, int token)
    {
        try
        {
            return method.Module.ResolveMember(token, method.DeclaringType?.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : null);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
