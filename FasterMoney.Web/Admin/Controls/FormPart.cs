namespace FasterMoney.Web.Admin.Controls;

/// <summary>One part of a form that two people may have changed at the same time.</summary>
/// <param name="Label">What people call it.</param>
/// <param name="Show">The part as a person reads it.</param>
/// <param name="Copy">Copies the part from the first form into the second.</param>
/// <param name="Key">What tells two values apart, when what is shown does not.</param>
public sealed record FormPart<TForm>(string Label, Func<TForm, string> Show, Action<TForm, TForm> Copy, Func<TForm, string>? Key = null)
{
    public bool Differs(TForm one, TForm other) => (Key ?? Show)(one) != (Key ?? Show)(other);
}

/// <summary>A part that somebody else changed while it was being edited here, with the choice between the two.</summary>
public sealed class Difference(string label, string theirs, string yours, bool takesTheirs)
{
    public string Label => label;

    public string Theirs => theirs;

    public string Yours => yours;

    public bool TakesTheirs { get; set; } = takesTheirs;

    /// <summary>
    /// The parts that the other person changed and that are not the same here. What only they changed is theirs by default,
    /// what both changed is yours.
    /// </summary>
    public static IReadOnlyList<(FormPart<TForm> Part, Difference Difference)> Between<TForm>(
        IEnumerable<FormPart<TForm>> parts, TForm before, TForm theirs, TForm yours) =>
        [.. parts.Where(part => part.Differs(before, theirs) && part.Differs(theirs, yours)).Select(part =>
            (part, new Difference(part.Label, part.Show(theirs), part.Show(yours), takesTheirs: !part.Differs(before, yours))))];
}
