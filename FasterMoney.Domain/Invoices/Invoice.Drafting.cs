using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Customers;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Rules;

namespace FasterMoney.Domain.Invoices;

public sealed partial class Invoice
{
    /// <summary>The draft as an editor starts with it.</summary>
    public InvoiceContent ToContent() => new(CurrencyCode, IssueDate, DueDate, Texts, PrivateNote, PricesIncludeTax,
        [.. _lines.OrderBy(line => line.Position).Select(line => line.ToContent())]);

    /// <summary>Whether content can be saved into a draft, its totals included: a total is never below zero.</summary>
    public static RuleCheck CanSave(InvoiceContent content)
    {
        var check = content.Check();
        if (!check.IsAllowed)
            return check;

        try
        {
            var total = InvoiceTotals.Of(content.Lines, content.PricesIncludeTax).TotalMinor;
            return RuleCheck
                .Unless(total < 0, "The total is below zero. Credit a customer with a credit note instead.", nameof(InvoiceContent.Lines))
                .And(RuleCheck.Unless(total > Money.LargestMinor, "The total is too large.", nameof(InvoiceContent.Lines)));
        }
        catch (OverflowException)
        {
            return RuleCheck.Refused("The total is too large.", nameof(InvoiceContent.Lines));
        }
    }

    public RuleCheck CanEdit() => RuleCheck.Unless(SendState != SendState.Draft, SendState == SendState.Void
        ? "A void invoice cannot be edited. Duplicate it instead."
        : "A sent invoice is never edited. Withdraw it to draft first, or correct it with a credit note.");

    /// <summary>Writes the draft anew.</summary>
    /// <exception cref="RuleViolation"><see cref="CanEdit"/> or <see cref="CanSave"/> refuses it.</exception>
    public void Edit(Customer customer, InvoiceContent content, Actor actor, DateTime utcNow)
    {
        CanEdit().Insist();
        Write(customer, content, utcNow);
        Changed(ActivityKind.InvoiceEdited, actor, utcNow);
    }

    /// <summary>Takes over the name, address and language of the customer into a draft, after the customer was edited.</summary>
    public void FollowCustomer(Customer customer)
    {
        if (SendState == SendState.Draft && customer.Id == CustomerId)
        {
            Bill(customer);
            Version++;
        }
    }

    /// <summary>Whether the draft may be deleted: only while it never had a number, so that the sequence keeps no gap.</summary>
    public RuleCheck CanDelete() => CanEdit().IsAllowed
        ? RuleCheck.Unless(Number is not null, $"This draft has the number {Number} already. Void it instead, so that the numbers have no gap.")
        : RuleCheck.Refused("Only a draft can be deleted. Void the invoice instead.");

    /// <summary>Notes that the draft is deleted. The caller removes it.</summary>
    /// <exception cref="RuleViolation"><see cref="CanDelete"/> refuses it.</exception>
    public void Delete(Actor actor, DateTime utcNow)
    {
        CanDelete().Insist();
        Record(ActivityKind.InvoiceDeleted, actor, utcNow, BilledTo);
    }

    private void Write(Customer customer, InvoiceContent content, DateTime utcNow)
    {
        RuleCheck.Unless(customer.SiteId != SiteId, "This customer belongs to another business.", nameof(CustomerId)).And(CanSave(content)).Insist();
        Bill(customer);
        CurrencyCode = Currency.Of(content.CurrencyCode).Code;
        (IssueDate, DueDate) = (content.IssueDate, content.DueDate);
        Texts = content.Texts.Tidy();
        ReferenceSearch = Texts.Reference.ToLowerInvariant();
        PrivateNote = TextRule.Tidy(content.PrivateNote);
        PricesIncludeTax = content.PricesIncludeTax;
        _lines.Clear();
        _lines.AddRange(content.Lines.Select((line, position) => new InvoiceLine(Id, position, line, utcNow)));
        (NetMinor, _, TotalMinor) = Totals;
        Settle(settledOn: null);
    }

    private void Bill(Customer customer)
    {
        (CustomerId, BilledTo, BilledToAddress, BilledToTaxNumber, Language) = (customer.Id, customer.Name, customer.BillingAddress, customer.TaxNumber, customer.Language);
        BilledToSort = BilledTo.ToLowerInvariant();
    }
}
