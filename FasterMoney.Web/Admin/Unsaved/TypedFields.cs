using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace FasterMoney.Web.Admin.Unsaved;

/// <summary>
/// What is typed into a form, as one text: each property that can be set, by whomever, and each list. A secret is marked with
/// <see cref="JsonIgnoreAttribute"/> and left out; a property that is added to a form is kept without a word about it here.
/// </summary>
public static class TypedFields
{
    private static readonly JsonSerializerOptions Options = new() { IgnoreReadOnlyProperties = true };

    public static string Write(object form)
    {
        var fields = new JsonObject();
        foreach (var property in Of(form))
            fields[property.Name] = JsonSerializer.SerializeToNode(property.GetValue(form), property.PropertyType, Options);

        return fields.ToJsonString();
    }

    /// <summary>Puts the fields back. One that the form does not have any more, or that has another type by now, is left out.</summary>
    public static void Read(string text, object form)
    {
        var fields = JsonNode.Parse(text)!.AsObject();
        foreach (var property in Of(form))
        {
            if (fields.TryGetPropertyValue(property.Name, out var field) && TryRead(field, property.PropertyType, out var value))
                Put(property, form, value);
        }
    }

    private static IEnumerable<PropertyInfo> Of(object form) => form.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetIndexParameters().Length == 0 && !property.IsDefined(typeof(JsonIgnoreAttribute))
            && (property.SetMethod is not null || typeof(IList).IsAssignableFrom(property.PropertyType)));

    private static bool TryRead(JsonNode? field, Type type, out object? value)
    {
        value = null;
        try
        {
            value = field.Deserialize(type, Options);
            return value is not null || !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void Put(PropertyInfo property, object form, object? value)
    {
        if (property.SetMethod is not null)
        {
            property.SetValue(form, value);
        }
        else if (property.GetValue(form) is IList list && value is IList items)
        {
            list.Clear();
            foreach (var item in items)
                list.Add(item);
        }
    }
}
