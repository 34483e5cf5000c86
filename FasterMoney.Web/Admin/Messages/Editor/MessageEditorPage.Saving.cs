using FasterMoney.Domain.Messages;
using FasterMoney.Domain.Rules;
using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.Controls;

namespace FasterMoney.Web.Admin.Messages.Editor;

public sealed partial class MessageEditorPage
{
    private async Task Save()
    {
        (_showsReasons, _error) = (true, null);
        var content = _form.Content();
        _check = content.Check();
        if (!_check.IsAllowed)
        {
            (_seeksInvalid, _error) = (true, "Nothing was saved yet. Look at the fields marked above.");
            return;
        }

        _isSaving = true;
        try
        {
            var id = _start!.Id;
            if (id is null)
                id = await Messages.DraftAsync(CurrentSite.Caller, _start.InvoiceId, _form.Template, content);
            else if (IsDirty() || _form.Template != _start.Template)
                await Messages.EditAsync(CurrentSite.Caller, id.Value, _start.Version, _form.Template, content);

            _isSaved = true;
            Navigation.NavigateTo(new MessageFilter().Opening(id.Value).ToAddress());
        }
        catch (ChangedByOthers)
        {
            await SettleConflictAsync();
        }
        catch (Exception refusal) when (refusal is RuleViolation or AccessDenied or NotFoundOnSite)
        {
            _error = refusal.Message;
        }
        finally
        {
            _isSaving = false;
        }
    }

    private async Task SettleConflictAsync()
    {
        var theirs = await ReadAsync();
        if (theirs is null || !theirs.CanWrite.IsAllowed)
        {
            _error = $"{theirs?.CanWrite.Text ?? "This message is not here any more."} What you typed is still here.";
            return;
        }

        var (was, other) = (MessageForm.Of(_start!), MessageForm.Of(theirs));
        var differences = Difference.Between(MessageForm.Parts, was, other, _form);
        if (differences.Count > 0 && !await ConflictDialog.AskAsync(Dialogs, theirs.LastChange, [.. differences.Select(pair => pair.Difference)]))
        {
            _error = "Not saved yet: somebody else changed this message. Save again to choose.";
            return;
        }

        foreach (var (part, _) in differences.Where(pair => pair.Difference.TakesTheirs))
        {
            part.Copy(other, _form);
        }

        (_start, _before) = (theirs, theirs.Content);
        await Save();
    }
}
