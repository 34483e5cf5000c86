using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Contacts;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Rules;

namespace FasterMoney.Domain.Customers;

/// <summary>Somebody whom a site bills.</summary>
public sealed class Customer : IRecordActivity
{
    private Customer()
    {
    }

    /// <exception cref="RuleViolation">The content is refused by <see cref="CustomerContent.Check"/>.</exception>
    public Customer(Guid siteId, CustomerContent content, Actor actor, DateTime utcNow)
        : this(siteId, content, utcNow) => Record(ActivityKind.CustomerAdded, actor, utcNow);

    private Customer(Guid siteId, CustomerContent content, DateTime utcNow)
    {
        Id = Guid.CreateVersion7(utcNow);
        SiteId = siteId;
        CreatedAt = utcNow;
        Write(content);
    }

    /// <summary>Never shown to customers.</summary>
    public Guid Id { get; private set; }

    /// <summary>The site that bills.</summary>
    public Guid SiteId { get; private set; }

    /// <summary>What another product calls the customer; null when they were added here. Unique on the site.</summary>
    public string? ExternalId { get; private set; }

    /// <summary>The customer's name as it stands on invoices.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Whom to address, or empty.</summary>
    public string ContactName { get; private set; } = "";

    /// <summary>An e-mail address, or empty.</summary>
    public string Email { get; private set; } = "";

    /// <summary>One of <see cref="CustomerLanguage.All"/>.</summary>
    public string Language { get; private set; } = "";

    /// <summary>Postal address, lines separated by LF, or empty.</summary>
    public string BillingAddress { get; private set; } = "";

    /// <summary>Their number for tax, or empty.</summary>
    public string TaxNumber { get; private set; } = "";

    /// <summary>Never shown to customers.</summary>
    public string PrivateNote { get; private set; } = "";

    /// <summary>Name, contact and e-mail in lower case, which the search reads.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>The name as <see cref="NameKey"/> compares it, by which texts for others are searched for it.</summary>
    public string NameLookup { get; private set; } = "";

    /// <summary>The contact's name as <see cref="NameKey"/> compares it.</summary>
    public string ContactLookup { get; private set; } = "";

    /// <summary>The e-mail address as <see cref="NameKey"/> compares it.</summary>
    public string EmailLookup { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>Grows with each change; a stale editor is told so.</summary>
    public long Version { get; private set; } = 1;

    public List<ActivityEntry> NewActivity { get; } = [];

    /// <summary>Brings a customer over from another product.</summary>
    /// <param name="externalId">What the other product calls the customer.</param>
    /// <exception cref="RuleViolation">Refused by <see cref="CheckExternalId"/> or <see cref="CustomerContent.Check"/>.</exception>
    public static Customer Import(Guid siteId, string externalId, CustomerContent content, Actor actor, DateTime utcNow)
    {
        CheckExternalId(externalId).Insist();
        var customer = new Customer(siteId, content, utcNow) { ExternalId = TextRule.Tidy(externalId) };
        customer.Record(ActivityKind.CustomerImported, actor, utcNow);
        return customer;
    }

    /// <summary>Whether a text can be another product's name for a customer: one line of 1 to 100 characters.</summary>
    public static RuleCheck CheckExternalId(string? externalId) =>
        TextRule.Required(externalId, 100, nameof(ExternalId), "Give each customer an id of your own.").And(TextRule.OneLine(externalId, nameof(ExternalId)));

    /// <summary>Changes what is known of the customer. Invoices already sent keep what they were sent with.</summary>
    /// <exception cref="RuleViolation">The content is refused by <see cref="CustomerContent.Check"/>.</exception>
    public void Edit(CustomerContent content, Actor actor, DateTime utcNow)
    {
        Write(content);
        Version++;
        Record(ActivityKind.CustomerChanged, actor, utcNow);
    }

    private void Write(CustomerContent content)
    {
        content.Check().Insist();
        Name = TextRule.Tidy(content.Name);
        ContactName = TextRule.Tidy(content.ContactName);
        Email = TextRule.Tidy(content.Email);
        Language = content.Language;
        BillingAddress = TextRule.Tidy(content.BillingAddress);
        TaxNumber = TextRule.Tidy(content.TaxNumber);
        PrivateNote = TextRule.Tidy(content.PrivateNote);
        (NameLookup, ContactLookup, EmailLookup) = (NameKey.Of(Name), NameKey.Of(ContactName), NameKey.OfEmail(Email));
        SearchText = $"{Name}\n{ContactName}\n{Email}".ToLowerInvariant();
    }

    private void Record(ActivityKind kind, Actor actor, DateTime utcNow) =>
        NewActivity.Add(new ActivityEntry(SiteId, kind, actor, utcNow, Name) { CustomerId = Id });
}
