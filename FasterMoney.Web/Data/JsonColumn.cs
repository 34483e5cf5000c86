using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FasterMoney.Web.Data;

/// <summary>Something immutable that is read and written as a whole, and never searched.</summary>
public sealed class JsonColumn<T>() : ValueConverter<T, string>(
    value => JsonSerializer.Serialize(value, JsonSerializerOptions.Default),
    text => JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Default)!);
