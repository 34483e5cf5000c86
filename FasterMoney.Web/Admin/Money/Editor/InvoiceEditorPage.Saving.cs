using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Rules;
using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.Controls;
using FasterMoney.Web.Admin.Unsaved;
using FasterMoney.Web.Data;

namespace FasterMoney.Web.Admin.Workspace.Editor;

public sealed partial class InvoiceEditorPage
{
    private async Task<bool> SaveAsync()
    {
        (_showsReasons, _error, _canSaveAsNew) = (true, null, false);
        Edited();
        if (!_check.IsAllowed)
        {
            (_seeksInvalid, _error) = (true, "Nothing was saved yet. Look at the fields marked above.");
            return false;
        }

        _isSaving = true;
        try
        {
            return await StoreOrSettleAsync();
        }
        catch (NotFoundOnSite missing)
        {
            (_error, _canSaveAsNew) = (missing.Message, true);
        }
        catch (RuleViolation violation)
        {
            (_error, _canSaveAsNew) = (violation.Message, _draft!.Id is not null);
        }
        catch (AccessDenied denied)
        {
            _error = denied.Message;
        }
        catch (Exception fault) when (DatabaseFaults.SentenceOf(fault) is { } sentence)
        {
            _error = sentence;
        }
        finally
        {
            _isSaving = false;
        }

        return false;
    }

    private async Task<bool> StoreOrSettleAsync()
    {
        try
        {
            await StoreAsync();
            return true;
        }
        catch (ChangedByOthers)
        {
            return await SettleConflictAsync();
        }
    }

    private async Task StoreAsync()
    {
        var content = _form!.Read().Content;
        var customerId = _form.CustomerId!.Value;
        if (_draft!.Id is { } known && !IsDirty())
        {
            Show(await FindAsync(known));
        }
        else
        {
            var id = _draft.Id ?? await Invoices.CreateDraftAsync(CurrentSite.Caller, customerId, content);
            var version = _draft.Id is null ? 1 : await Invoices.EditDraftAsync(CurrentSite.Caller, id, _draft.Version, customerId, content);

            // The form stays as it is, so that nobody loses their place: only what it is compared with is new. Should somebody
            // else have saved within this moment, it stays compared with what was saved here, and the next save tells them apart.
            var found = await FindAsync(id);
            _draft = found.Version == version
                ? found
                : _draft with { Id = id, Version = version, Content = content, CustomerId = customerId, CustomerName = _form.CustomerName };
            (_before, _showsReasons) = (_form.Fingerprint(), false);
            if (Id != id)
                Navigation.NavigateTo($"/invoices/{id}/edit", replace: true);
        }

        _saved = "Saved";
    }

    private async Task<InvoiceDraft> FindAsync(Guid id) =>
        await Drafts.FindAsync(CurrentSite.Caller, id) ?? throw new NotFoundOnSite("invoice");

    private async Task<bool> SettleConflictAsync()
    {
        var theirs = await Drafts.FindAsync(CurrentSite.Caller, _draft!.Id!.Value);
        if (theirs is null || !theirs.CanEdit.IsAllowed)
        {
            _error = theirs is null
                ? "Somebody else deleted this draft meanwhile. What you typed is still here."
                : $"{theirs.LastChange} {theirs.CanEdit.Text} What you typed is still here.";
            _canSaveAsNew = true;
            return false;
        }

        var (was, other) = (InvoiceForm.Of(_draft), InvoiceForm.Of(theirs));
        if (!await EditConflict.SettleAsync(Dialogs, theirs.LastChange, InvoiceForm.Parts, was, other, _form!))
        {
            _error = "Not saved yet: somebody else changed this draft. Save again to choose.";
            return false;
        }

        (_draft, _before) = (theirs, other.Fingerprint());
        return await SaveAsync();
    }

    private async Task<bool> RestoreAsync(KeptInput kept)
    {
        var taken = await kept.TakeAsync(_draft!.Version, Dialogs, _draft.LastChange, InvoiceForm.Parts, InvoiceForm.Of(_draft), InvoiceForm.Of(_draft), _form!);
        Edited();
        StateHasChanged();
        return taken;
    }

    private async Task SaveAsNew()
    {
        _draft = _draft! with { Id = null, CanEdit = RuleCheck.Allowed };
        await SaveAsync();
    }
}
