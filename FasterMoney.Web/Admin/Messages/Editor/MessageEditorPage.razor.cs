using System.Globalization;
using FasterMoney.Domain.ContentChecks;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.Rules;
using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.Controls;
using FasterMoney.Web.Admin.Shell;
using FasterMoney.Web.Admin.Workspace;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Data;
using FasterMoney.Web.Wording;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace FasterMoney.Web.Admin.Messages.Editor;

/// <summary>Writes a message to a customer. It leaves from here to its review, and nowhere else.</summary>
public sealed partial class MessageEditorPage
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    private readonly BrowserModule _inserting = new("./Admin/Messages/Editor/MessageEditorPage.razor.js");
    private ElementReference _root;
    private MessageToWrite? _start;
    private MessageForm _form = new();
    private MessageContent _before = new([], "", "");
    private RuleCheck _check = RuleCheck.Allowed;
    private IReadOnlyList<Finding>? _findings;
    private CancellationTokenSource? _checking;
    private IDisposable? _watching;
    private Guid? _loaded;
    private string? _error;
    private bool _isMissing;
    private bool _isSaving;
    private bool _isSaved;
    private bool _showsReasons;
    private bool _seeksInvalid;

    [Inject]
    public required MessageEditorReads Reads { get; init; }

    [Inject]
    public required MessageCommands Messages { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required SiteChanges Changes { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    [CascadingParameter]
    public required CurrentSite CurrentSite { get; set; }

    /// <summary>The message to edit; null for a new one.</summary>
    [Parameter]
    public Guid? Id { get; set; }

    /// <summary>What a new message is about.</summary>
    [SupplyParameterFromQuery]
    public Guid? Invoice { get; set; }

    /// <summary>What a new message starts from; without it, from what suits the invoice.</summary>
    [SupplyParameterFromQuery]
    public string? Template { get; set; }

    private string Heading => Id is null ? "Write message" : "Edit message";

    private string InvoiceAddress => new MoneyFilter().Opening(_start?.InvoiceId ?? Invoice ?? Guid.Empty).ToAddress();

    private string BackAddress => Id is { } id ? new MessageFilter().Opening(id).ToAddress() : Invoice is null ? MoneyFilter.Path : InvoiceAddress;

    private string LanguageName => CultureInfo.GetCultureInfo(_start!.Language.Split('-')[0]).EnglishName;

    private string? RecipientHint
    {
        get
        {
            var typed = _form.Content().Recipients;
            return _start!.CustomerEmail.Length == 0
                ? $"{_start.Customer} has no e-mail address here. Add it to the customer, or type one."
                : typed.Count > 0 && typed.All(address => !string.Equals(address, _start.CustomerEmail, StringComparison.OrdinalIgnoreCase))
                    ? $"This is not the customer's address, which is {_start.CustomerEmail}."
                    : null;
        }
    }

    private (string Subject, string Body) Shown => (
        Placeholders.Fill(_form.Subject ?? "", _start!.Values),
        Placeholders.FillLink(Placeholders.Fill(_form.Body ?? "", _start.Values), _start.Values.PortalLink));

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
            _watching = Changes.Subscribe(CurrentSite.SiteId, () => InvokeAsync(FollowAsync));
    }

    protected override async Task OnParametersSetAsync()
    {
        if (RendererInfo.IsInteractive && CurrentSite.MayChange && _loaded != (Id ?? Invoice ?? Guid.Empty))
        {
            _loaded = Id ?? Invoice ?? Guid.Empty;
            _start = await ReadAsync();
            _isMissing = _start is null;
            if (_start is not null)
            {
                (_form, _before) = (MessageForm.Of(_start), _start.Content);
                await CheckTextAsync();
            }
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            await _inserting.StartAsync(Js, _root);

        if (_seeksInvalid)
        {
            _seeksInvalid = false;
            await FirstInvalid.FocusAsync(Js, _root);
        }
    }

    private Task<MessageToWrite?> ReadAsync() => Id is { } id
        ? Reads.FindAsync(CurrentSite.Caller, id)
        : Reads.NewAsync(CurrentSite.Caller, Invoice ?? Guid.Empty, Enum.TryParse<MessageTemplate>(Template, ignoreCase: true, out var template) && Enum.IsDefined(template) ? template : null);

    // What is typed stays; the figures and the link are those of now.
    private async Task FollowAsync()
    {
        if (_start is not null && !_isSaving && await ReadAsync() is { } now)
        {
            _start = _start with
            {
                Values = now.Values, LinkUnavailable = now.LinkUnavailable, Fitting = now.Fitting, Customer = now.Customer, CustomerEmail = now.CustomerEmail,
            };
            await CheckTextAsync();
            StateHasChanged();
        }
    }

    private bool IsDirty() => _start is not null && !_isSaved && !_form.Content().Equals(_before);

    private async Task ChooseTemplate(MessageTemplate template)
    {
        var old = _form.Template;
        _form.Template = template;
        if (!_form.Content().Equals(Written(old, _form.Content().Recipients)) && !_form.Content().Equals(Written(old, _start!.Content.Recipients)))
        {
            var answer = await Dialogs.ShowMessageBoxAsync(
                "Put the template in the place of your text?",
                "What you wrote in subject and text is then gone.",
                yesText: "Use the template",
                cancelText: "Keep my text");
            if (answer != true)
            {
                _form.Template = old;
                return;
            }
        }

        _form.Take(template, Written(template, _form.Content().Recipients));
        await Edited();
    }

    private MessageContent Written(MessageTemplate template, IReadOnlyList<string> recipients) =>
        MessageWording.For(_start!.Language).Write(template, CurrentSite.SiteName, recipients).Tidy();

    private async Task Edited()
    {
        _check = _showsReasons ? _form.Content().Check() : RuleCheck.Allowed;
        _checking?.Cancel();
        var mine = _checking = new CancellationTokenSource();
        try
        {
            await Task.Delay(Pause, Clock, mine.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        await CheckTextAsync();
    }

    private async Task CheckTextAsync()
    {
        _checking?.Cancel();
        var mine = _checking = new CancellationTokenSource();
        try
        {
            var found = await Reads.CheckAsync(CurrentSite.Caller, _start!.InvoiceId, _form.Content(), mine.Token);
            if (mine == _checking)
                _findings = [.. found.OrderByDescending(finding => finding.Weight)];
        }
        catch (OperationCanceledException)
        {
            // The text went on.
        }
        catch (Exception refusal) when (refusal is AccessDenied or NotFoundOnSite)
        {
            _error = refusal.Message;
        }
        catch (Exception fault) when (DatabaseFaults.SentenceOf(fault) is { } sentence)
        {
            _error = sentence;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _watching?.Dispose();
        _checking?.Cancel();
        await _inserting.DisposeAsync();
    }
}
