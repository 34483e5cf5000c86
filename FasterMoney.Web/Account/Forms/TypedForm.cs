namespace FasterMoney.Web.Account.Forms;

/// <summary>What a person typed into a form and what is wrong with it, so that a refused form comes back as it was left.</summary>
public sealed class TypedForm
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _errors = new(StringComparer.Ordinal);

    /// <summary>The value of a field, trimmed; empty when it was not sent. Not for passwords.</summary>
    public string this[string field]
    {
        get => _values.GetValueOrDefault(field, "").Trim();
        set => _values[field] = value;
    }

    /// <summary>What is wrong with the form as a whole.</summary>
    public string? Refusal { get; set; }

    public bool HasErrors => _errors.Count > 0;

    public bool IsGood => _errors.Count == 0 && Refusal is null;

    public string? ErrorOf(string field) => _errors.GetValueOrDefault(field);

    /// <summary>Exactly what was typed, blanks included: for passwords.</summary>
    public string Raw(string field) => _values.GetValueOrDefault(field, "");

    /// <summary>Notes what is wrong with a field; the first thing said stays.</summary>
    public void Refuse(string field, string sentence) => _errors.TryAdd(field, sentence);

    public void RefuseWhen(bool wrong, string field, string sentence)
    {
        if (wrong)
            Refuse(field, sentence);
    }

    public static async Task<TypedForm> ReadAsync(HttpContext context)
    {
        var form = new TypedForm();
        foreach (var (field, value) in await context.Request.ReadFormAsync(context.RequestAborted))
            form._values[field] = value.ToString();

        return form;
    }
}
