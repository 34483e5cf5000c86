using FasterMoney.Domain.Rules;
using FasterMoney.Web.Admin.Forms;
using FasterMoney.Web.Commands;

namespace FasterMoney.Web.Admin.Messages.Editor;

public sealed partial class MessageEditorPage
{
    private async Task Save()
    {
        (showsReasons, error) = (true, null);
        var content = form.Content();
        check = content.Check();
        if (!check.IsAllowed)
        {
            (seeksInvalid, error) = (true, "Nothing was saved yet. Look at the fields marked above.");
            return;
        }

        isSaving = true;
        try
        {
            var id = start!.Id;
            if (id is null)
            {
                id = await Messages.DraftAsync(Workplace.Caller, start.InvoiceId, form.Template, content);
            }
            else if (IsDirty() || form.Template != start.Template)
            {
                await Messages.EditAsync(Workplace.Caller, id.Value, start.Version, form.Template, content);
            }

            isSaved = true;
            Navigation.NavigateTo(new MessageFilter().Opening(id.Value).ToAddress());
        }
        catch (ChangedByOthers)
        {
            await SettleConflictAsync();
        }
        catch (Exception refusal) when (refusal is RuleViolation or AccessDenied or NotFoundOnSite)
        {
            error = refusal.Message;
        }
        finally
        {
            isSaving = false;
        }
    }

    private async Task SettleConflictAsync()
    {
        var theirs = await ReadAsync();
        if (theirs is null || !theirs.CanWrite.IsAllowed)
        {
            error = $"{theirs?.CanWrite.Text ?? "This message is not here any more."} What you typed is still here.";
            return;
        }

        var (was, other) = (MessageForm.Of(start!), MessageForm.Of(theirs));
        var differences = Difference.Between(MessageForm.Parts, was, other, form);
        if (differences.Count > 0 && !await ConflictDialog.AskAsync(Dialogs, theirs.LastChange, [.. differences.Select(pair => pair.Difference)]))
        {
            error = "Not saved yet: somebody else changed this message. Save again to choose.";
            return;
        }

        foreach (var (part, _) in differences.Where(pair => pair.Difference.TakesTheirs))
        {
            part.Copy(other, form);
        }

        (start, before) = (theirs, theirs.Content);
        await Save();
    }
}
