namespace FasterMoney.Tests.Support;

/// <summary>Waits for what announces itself to nobody, as long as a busy machine may need.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Looks again and again until the condition holds.</summary>
    public static async Task TrueAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await condition() && !patience.IsCancellationRequested)
            await Task.Delay(25, CancellationToken.None);
    }

    public static Task TrueAsync(Func<bool> condition) => TrueAsync(() => Task.FromResult(condition()));

    /// <summary>Looks again and again until the assertion holds; fails with what it says at the end.</summary>
    public static async Task AssertAsync(Action assertion)
    {
        await TrueAsync(() =>
        {
            try
            {
                assertion();
                return true;
            }
            catch (Xunit.Sdk.XunitException)
            {
                return false;
            }
        });
        assertion();
    }
}
