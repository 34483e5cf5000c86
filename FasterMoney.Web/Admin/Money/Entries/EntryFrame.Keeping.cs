using FasterMoney.Web.Admin.Unsaved;

namespace FasterMoney.Web.Admin.Workspace.Entries;

/// <summary>What is kept of an entry beside its fields: under which name it would be recorded, and what its person knew of the invoice.</summary>
public sealed partial class EntryFrame
{
    // The act bears its name through a restart: one that did get through is told from one that did not.
    private string Mark => $"{_commandId:N} {((_seen ?? _ledger)!.Acts is [var last, ..] ? last.Id : Guid.Empty):N}";

    private string? WhatWasDone(KeptInput kept) => _ledger!.Invoice.Entries.Any(entry => entry.CommandId == MarkOf(kept).Command)
        ? $"{DoneText}: what you had typed here did get through."
        : null;

    private Task<bool> RestoreAsync(KeptInput kept)
    {
        var (command, lastAct) = MarkOf(kept);
        TypedFields.Read(kept.Typed, Form);
        _commandId = command;
        if (kept.Version != _ledger!.Invoice.Version)
            _seen = _ledger with { Acts = [.. _ledger.Acts.SkipWhile(act => act.Id != lastAct)] };

        _proposal = Propose(_ledger, _commandId);
        StateHasChanged();
        return Task.FromResult(true);
    }

    private static (Guid Command, Guid LastAct) MarkOf(KeptInput kept) => kept.Mark.Split(' ') is [var command, var act]
        ? (Guid.Parse(command), Guid.Parse(act))
        : (Guid.NewGuid(), Guid.Empty);
}
