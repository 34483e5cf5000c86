using FasterMoney.Web.Admin.Controls;
using Microsoft.JSInterop;

namespace FasterMoney.Tests.Components;

public class BrowserModuleTests
{
    private readonly SlowScript _script = new();
    private readonly BrowserModule _module = new("./any.js");

    [Fact]
    public async Task A_script_that_finds_its_element_gone_is_no_failure()
    {
        var starting = _module.StartAsync(_script, "element");
        _script.Imported.SetResult(_script);
        var leaving = _module.DisposeAsync();
        _script.Started.SetException(new JSException("Cannot read properties of null"));

        await starting;
        await leaving;
        _script.Disposals.Should().Be(1);
    }

    [Fact]
    public async Task What_starts_after_its_page_was_left_is_stopped_once()
    {
        var starting = _module.StartAsync(_script, "element");
        _script.Imported.SetResult(_script);
        await _module.DisposeAsync();
        var listener = new SlowScript();
        _script.Started.SetResult(listener);

        await starting;
        (listener.Calls, listener.Disposals).Should().BeEquivalentTo((new[] { "stop" }, 1));
    }

    [Fact]
    public async Task What_arrives_after_its_page_was_left_is_not_started()
    {
        var starting = _module.StartAsync(_script, "element");
        await _module.DisposeAsync();
        _script.Imported.SetResult(_script);

        await starting;
        _script.Calls.Should().Equal("import");
        _script.Disposals.Should().Be(1);
    }

    [Fact]
    public async Task A_fault_of_the_script_on_a_page_that_is_shown_is_told()
    {
        var starting = _module.StartAsync(_script, "element");
        _script.Imported.SetResult(_script);
        _script.Started.SetException(new JSException("not a function"));

        await FluentActions.Awaiting(() => starting).Should().ThrowAsync<JSException>();
    }

    /// <summary>A browser whose answers come when the test says so.</summary>
    private sealed class SlowScript : IJSRuntime, IJSObjectReference
    {
        public TaskCompletionSource<IJSObjectReference> Imported { get; } = new();

        public TaskCompletionSource<IJSObjectReference> Started { get; } = new();

        public List<string> Calls { get; } = [];

        public int Disposals { get; private set; }

        public async ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args)
        {
            Calls.Add(identifier);
            return identifier switch
            {
                "import" => (TValue)await Imported.Task,
                "start" => (TValue)await Started.Task,
                _ => default!,
            };
        }

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => InvokeAsync<TValue>(identifier, args);

        public ValueTask DisposeAsync()
        {
            Disposals++;
            return ValueTask.CompletedTask;
        }
    }
}
