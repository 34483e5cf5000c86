namespace FasterMoney.Web.Admin.Controls;

/// <summary>What was just done, said once and for all to see, wherever the act leads.</summary>
public sealed class Toasts
{
    public event Action? Changed;

    /// <summary>What was said last; null before anything was done.</summary>
    public string? Words { get; private set; }

    /// <summary>Tells one saying from the next of the same words.</summary>
    public int Count { get; private set; }

    /// <summary>Says it; nothing when nothing was done.</summary>
    public void Say(string? words)
    {
        if (words is null)
            return;

        (Words, Count) = (words, Count + 1);
        Changed?.Invoke();
    }
}
