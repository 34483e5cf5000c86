using FasterMoney.Domain.Rules;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace FasterMoney.Web.Admin.Workspace.Editor;

/// <summary>The lines of a draft, typed like a small spreadsheet.</summary>
public sealed partial class LineTable
{
    private readonly Dictionary<LineForm, ElementReference> _descriptions = [];
    private readonly string _ids = $"r{Guid.NewGuid():N}";
    private LineForm? _seeks;

    [Parameter, EditorRequired]
    public required InvoiceForm Form { get; set; }

    [Parameter]
    public RuleCheck Check { get; set; } = RuleCheck.Allowed;

    [Parameter]
    public EventCallback Changed { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_seeks is { } line && _descriptions.TryGetValue(line, out var input))
        {
            _seeks = null;
            await input.FocusAsync();
        }
    }

    private async Task Key(KeyboardEventArgs key, LineForm line)
    {
        switch (key)
        {
            case { Key: "Enter", ShiftKey: false, CtrlKey: false, AltKey: false }:
                await Add(line);
                break;
            case { Key: "ArrowUp", AltKey: true }:
                await Move(line, -1);
                break;
            case { Key: "ArrowDown", AltKey: true }:
                await Move(line, 1);
                break;
        }
    }

    private async Task Add(LineForm? below)
    {
        _seeks = Form.AddLine(below);
        await Changed.InvokeAsync();
    }

    private async Task Move(LineForm line, int by)
    {
        Form.MoveLine(line, by);
        await Changed.InvokeAsync();
    }

    private async Task Remove(LineForm line)
    {
        var at = Form.Lines.IndexOf(line);
        Form.RemoveLine(line);
        _descriptions.Remove(line);
        _seeks = Form.Lines[Math.Min(at, Form.Lines.Count - 1)];
        await Changed.InvokeAsync();
    }

    private Task Typed(LineForm line)
    {
        line.IsBeingTyped = true;
        return Changed.InvokeAsync();
    }

    // A figure that cannot be read is answered as soon as its field is left, and not only when saving.
    private static void Left(LineForm line) => line.IsBeingTyped = false;

    private List<RuleReason> ReasonsOf(LineForm line, int index)
    {
        var told = Check.Reasons.Where(reason => reason.Field?.StartsWith(InvoiceForm.FieldOf(index, ""), StringComparison.Ordinal) == true);
        var unreadable = line.IsBeingTyped ? [] : line.Unreadable(index, Form.Currency, Form.Culture).Reasons;
        return [.. told.Concat(unreadable).Distinct()];
    }

    private string ReasonId(string field) => _ids + field.Replace("[", "-", StringComparison.Ordinal).Replace("].", "-", StringComparison.Ordinal);

    private Dictionary<string, object> For(LineForm line, int index, string field, string title)
    {
        var name = InvoiceForm.FieldOf(index, field);
        var attributes = new Dictionary<string, object>
        {
            ["aria-label"] = $"{title}, line {index + 1}",
            ["autocomplete"] = "off",
        };
        if (ReasonsOf(line, index).Exists(reason => reason.Field == name))
        {
            attributes["aria-invalid"] = "true";
            attributes["aria-describedby"] = ReasonId(name);
        }

        return attributes;
    }
}
