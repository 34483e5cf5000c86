using System.Collections.Concurrent;

namespace FasterMoney.Web.Assistant.Tools;

/// <summary>What a tool did, as the person reads it: with the page that shows the outcome, if there is one.</summary>
public sealed record ToolRun(string Sentence, string? Address = null, string? AddressText = null);

/// <summary>Notes what tools did for one question. Written by the tools themselves: a model cannot claim to have done anything.</summary>
public sealed class ToolLog
{
    private readonly ConcurrentQueue<ToolRun> _fresh = new();
    private readonly ConcurrentQueue<ToolRun> _all = new();

    /// <summary>Everything since the question.</summary>
    public IReadOnlyCollection<ToolRun> All => _all;

    /// <summary>Drafts and follow-ups since the question.</summary>
    public int Writes { get; private set; }

    public void Looked(string sentence) => Add(new ToolRun(sentence));

    public void Wrote(string sentence, string address, string addressText)
    {
        Writes++;
        Add(new ToolRun(sentence, address, addressText));
    }

    /// <summary>What was not shown yet, in order.</summary>
    public IEnumerable<ToolRun> TakeFresh()
    {
        while (_fresh.TryDequeue(out var run))
            yield return run;
    }

    public void Clear()
    {
        _fresh.Clear();
        _all.Clear();
        Writes = 0;
    }

    private void Add(ToolRun run)
    {
        _fresh.Enqueue(run);
        _all.Enqueue(run);
    }
}
