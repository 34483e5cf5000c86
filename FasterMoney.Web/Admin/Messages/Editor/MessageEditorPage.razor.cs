using System.Globalization;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.Rules;
using FasterMoney.Web.Admin.Forms;
using FasterMoney.Web.Admin.Workspace;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Shell;
using FasterMoney.Web.Wording;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace FasterMoney.Web.Admin.Messages.Editor;

/// <summary>Writes a message to a customer. It leaves from here to its review, and nowhere else.</summary>
public sealed partial class MessageEditorPage
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    private readonly BrowserModule inserting = new("./Admin/Messages/Editor/MessageEditorPage.razor.js");
    private ElementReference root;
    private MessageToWrite? start;
    private MessageForm form = new();
    private MessageContent before = new([], "", "");
    private RuleCheck check = RuleCheck.Allowed;
    private IReadOnlyList<Finding>? findings;
    private CancellationTokenSource? checking;
    private IDisposable? watching;
    private Guid? loaded;
    private string? error;
    private bool isMissing;
    private bool isSaving;
    private bool isSaved;
    private bool showsReasons;
    private bool seeksInvalid;

    [Inject]
    public required MessageDesk Desk { get; init; }

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
    public required Workplace Workplace { get; set; }

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

    private string InvoiceAddress => new MoneyFilter().Opening(start?.InvoiceId ?? Invoice ?? Guid.Empty).ToAddress();

    private string BackAddress => Id is { } id ? new MessageFilter().Opening(id).ToAddress() : Invoice is null ? MoneyFilter.Path : InvoiceAddress;

    private string LanguageName => CultureInfo.GetCultureInfo(start!.Language.Split('-')[0]).EnglishName;

    private string? RecipientHint
    {
        get
        {
            var typed = form.Content().Recipients;
            return start!.CustomerEmail.Length == 0
                ? $"{start.Customer} has no e-mail address here. Add it to the customer, or type one."
                : typed.Count > 0 && typed.All(address => !string.Equals(address, start.CustomerEmail, StringComparison.OrdinalIgnoreCase))
                    ? $"This is not the customer's address, which is {start.CustomerEmail}."
                    : null;
        }
    }

    private (string Subject, string Body) Shown => (
        Placeholders.Fill(form.Subject ?? "", start!.Values),
        Placeholders.FillLink(Placeholders.Fill(form.Body ?? "", start.Values), start.Values.PortalLink));

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
        {
            watching = Changes.Subscribe(Workplace.SiteId, () => InvokeAsync(FollowAsync));
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        if (RendererInfo.IsInteractive && Workplace.MayChange && loaded != (Id ?? Invoice ?? Guid.Empty))
        {
            loaded = Id ?? Invoice ?? Guid.Empty;
            start = await ReadAsync();
            isMissing = start is null;
            if (start is not null)
            {
                (form, before) = (MessageForm.Of(start), start.Content);
                await CheckTextAsync();
            }
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await inserting.StartAsync(Js, root);
        }

        if (seeksInvalid)
        {
            seeksInvalid = false;
            await FirstInvalid.FocusAsync(Js, root);
        }
    }

    private Task<MessageToWrite?> ReadAsync() => Id is { } id
        ? Desk.FindAsync(Workplace.Caller, id)
        : Desk.NewAsync(Workplace.Caller, Invoice ?? Guid.Empty, Enum.TryParse<MessageTemplate>(Template, ignoreCase: true, out var template) && Enum.IsDefined(template) ? template : null);

    // What is typed stays; the figures and the link are those of now.
    private async Task FollowAsync()
    {
        if (start is not null && !isSaving && await ReadAsync() is { } now)
        {
            start = start with
            {
                Values = now.Values, LinkUnavailable = now.LinkUnavailable, Fitting = now.Fitting, Customer = now.Customer, CustomerEmail = now.CustomerEmail,
            };
            await CheckTextAsync();
            StateHasChanged();
        }
    }

    private bool IsDirty() => start is not null && !isSaved && !form.Content().Equals(before);

    private async Task ChooseTemplate(MessageTemplate template)
    {
        var old = form.Template;
        form.Template = template;
        if (!form.Content().Equals(Written(old, form.Content().Recipients)) && !form.Content().Equals(Written(old, start!.Content.Recipients)))
        {
            var answer = await Dialogs.ShowMessageBoxAsync(
                "Put the template in the place of your text?",
                "What you wrote in subject and text is then gone.",
                yesText: "Use the template",
                cancelText: "Keep my text");
            if (answer != true)
            {
                form.Template = old;
                return;
            }
        }

        form.Take(template, Written(template, form.Content().Recipients));
        await Edited();
    }

    private MessageContent Written(MessageTemplate template, IReadOnlyList<string> recipients) =>
        MessageWording.For(start!.Language).Write(template, Workplace.SiteName, recipients).Tidy();

    private async Task Edited()
    {
        check = showsReasons ? form.Content().Check() : RuleCheck.Allowed;
        checking?.Cancel();
        var mine = checking = new CancellationTokenSource();
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
        checking?.Cancel();
        var mine = checking = new CancellationTokenSource();
        try
        {
            var found = await Desk.CheckAsync(Workplace.Caller, start!.InvoiceId, form.Content(), mine.Token);
            if (mine == checking)
            {
                findings = [.. found.OrderByDescending(finding => finding.Weight)];
            }
        }
        catch (OperationCanceledException)
        {
            // The text went on.
        }
        catch (Exception refusal) when (refusal is AccessDenied or NotFoundOnSite)
        {
            error = refusal.Message;
        }
    }

    public async ValueTask DisposeAsync()
    {
        watching?.Dispose();
        checking?.Cancel();
        await inserting.DisposeAsync();
    }
}
