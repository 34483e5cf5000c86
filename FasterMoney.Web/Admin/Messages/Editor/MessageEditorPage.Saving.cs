using FasterMoney.Domain.Messages;
using FasterMoney.Domain.Rules;
using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.Controls;
using FasterMoney.Web.Admin.Unsaved;

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
        _error = await Refusals.OfAsync(() => StoreAsync(content), changed: SettleConflictAsync);
        _isSaving = false;
    }

    private async Task StoreAsync(MessageContent content)
    {
        var id = _start!.Id;
        if (id is null)
            id = await Messages.DraftAsync(CurrentSite.Caller, _start.InvoiceId, _form.Template, content);
        else if (IsDirty() || _form.Template != _start.Template)
            await Messages.EditAsync(CurrentSite.Caller, id.Value, _start.Version, _form.Template, content);

        _isSaved = true;
        Navigation.NavigateTo(new MessageFilter().Opening(id.Value).ToAddress());
    }

    private async Task<bool> RestoreAsync(KeptInput kept)
    {
        var taken = await kept.TakeAsync(_start!.Version, Dialogs, _start.LastChange, MessageForm.Parts, MessageForm.Of(_start), MessageForm.Of(_start), _form);
        StateHasChanged();
        await Edited();
        StateHasChanged();
        return taken;
    }

    private async Task<string?> SettleConflictAsync()
    {
        var theirs = await ReadAsync();
        if (theirs is null || !theirs.CanWrite.IsAllowed)
            return $"{theirs?.CanWrite.Text ?? "This message is not here any more."} What you typed is still here.";

        var (was, other) = (MessageForm.Of(_start!), MessageForm.Of(theirs));
        if (!await EditConflict.SettleAsync(Dialogs, theirs.LastChange, MessageForm.Parts, was, other, _form))
            return "Not saved yet: somebody else changed this message. Save again to choose.";

        (_start, _before) = (theirs, theirs.Content);
        await Save();
        return _error;
    }
}
