using FasterMoney.Domain.Invoices;
using FasterMoney.Tests.Support;
using Microsoft.Playwright;

namespace FasterMoney.Tests.Browser;

/// <summary>A place where people type, with one field of it.</summary>
/// <param name="Name">Of a dialog, also the act that opens it.</param>
/// <param name="Field">By its label.</param>
/// <param name="Typed">What is typed there.</param>
/// <param name="PathAsync">Where it is found.</param>
public sealed record UnsavedEditor(string Name, string Field, string Typed, Func<LiveBusiness, Task<string>> PathAsync, bool IsDialog = false)
{
    public static IReadOnlyList<UnsavedEditor> All { get; } =
    [
        new("New invoice", "Description, line 1", "Half a thought", _ => Task.FromResult("/invoices/new")),
        new("Invoice", "Memo to the customer", "Half a memo", async business => $"/invoices/{await business.DraftAsync()}/edit"),
        new("New customer", "Name", "Half a customer", _ => Task.FromResult("/customers/new")),
        new("Customer", "Billing address", "Half a street", business => Task.FromResult($"/customers/{business.Ada}")),
        new("Message", "Subject", "Half a subject", async business => $"/messages/new?invoice={await business.SentAsync()}"),
        new("Record payment", "Amount", "12.34", DrawerAsync, IsDialog: true),
        new("Record refund", "Amount", "1.23", DrawerAsync, IsDialog: true),
        new("Issue credit note", "Reason", "Half a reason", DrawerAsync, IsDialog: true),
        new("Add adjustment", "Reason", "Half an excuse", DrawerAsync, IsDialog: true),
        new("Prepare follow-up", "What is to be done", "Half a task", DrawerAsync, IsDialog: true),
        new("Void invoice", "Reason", "Half a void", async business => $"/money?invoice={await business.SentAsync()}", IsDialog: true),
        new("Edit private note", "Private note", "Half a note", DrawerAsync, IsDialog: true),
        new("Business", "Legal name", "Half a name", _ => Task.FromResult("/settings/site")),
        new("Customer portal", "Path", "half-a-path", _ => Task.FromResult("/settings/portal")),
        new("Mail", "Server name", "half.example", _ => Task.FromResult("/settings/mail")),
    ];

    public static TheoryData<string> Names => new(All.Select(editor => editor.Name));

    private static async Task<string> DrawerAsync(LiveBusiness business)
    {
        var invoice = await business.SentAsync();
        await business.ChangeAsync(invoice, sent => sent.Pay(40_00));
        return $"/money?invoice={invoice}";
    }
}
