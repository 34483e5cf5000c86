using System.Reflection;
using FasterMoney.Domain.Customers;
using FasterMoney.Domain.FollowUps;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Access;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Data;
using FasterMoney.Web.Import;
using FasterMoney.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Tests.Support;

/// <summary>Arguments for a method that asks for its caller: one of its ids is another site's, the others are the caller's own.</summary>
public sealed class ArgumentsFor(MethodInfo method, SiteRecords own, SiteRecords others, int foreign, int example)
{
    private readonly ParameterInfo[] _parameters = method.GetParameters();

    /// <summary>The ids in the order of the parameters.</summary>
    public IReadOnlyList<Guid> Ids => [.. _parameters.Where(IsId).Select(Id)];

    public TestSite Caller => own.TestSite;

    /// <summary>Whether it is asked about the site's mail settings, which have a version of their own.</summary>
    public bool IsAboutMail => method.DeclaringType == typeof(MailCommands);

    /// <summary>Whether it names a thing that a site owns. A command id names an act.</summary>
    public static bool IsId(ParameterInfo parameter) => IsId(parameter.ParameterType) && parameter.Name != "commandId";

    public object?[] With(Caller caller, long version) => [caller, .. _parameters.Skip(1).Select(parameter => Value(parameter, version))];

    public override string ToString() => $"{method.DeclaringType!.Name}.{method.Name} (id {foreign}, example {example})";

    private Guid Id(ParameterInfo parameter)
    {
        var index = _parameters.Where(IsId).ToList().IndexOf(parameter);
        var owner = index == foreign ? others : own;
        return owner.IdFor(parameter.Name!, example) ?? throw Unknown($"the id '{parameter.Name}'");
    }

    private object? Value(ParameterInfo parameter, long version)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return type switch
        {
            _ when type == typeof(Guid) => IsId(parameter) ? Id(parameter) : Guid.CreateVersion7(),
            _ when type == typeof(DateOnly) => Cast.Today,
            _ when type == typeof(CancellationToken) => CancellationToken.None,
            _ when type == typeof(bool) => true,
            _ when type == typeof(int) => 1,
            _ when type == typeof(long) => parameter.Name == "nextInvoiceNumber" ? 1000L : version,
            _ when type.IsEnum => Enum.GetValues(type).GetValue(0),
            _ when type == typeof(string) => Text(parameter.Name!),
            _ when type == typeof(InvoiceContent) => Cast.Content(),
            _ when type == typeof(CustomerContent) => Cast.BrunosGarage,
            _ when type == typeof(MailContent) => Cast.Mail(1),
            _ when type == typeof(SiteContent) => own.Settings,
            _ when type == typeof(EntryDetails) => Cast.Entry(1),
            _ when type == typeof(CreditNoteContent) => Cast.CreditOf(1),
            _ when type == typeof(FollowUpContent) => Cast.FollowUp(own.TestSite.Admin.UserId),
            _ when type == typeof(MessageContent) => Cast.Message(),
            _ when type == typeof(ImportFile) => Files.Of("customer_id,name", "C-1,Imported"),
            _ when type == typeof(IProgress<ImportProgress>) || type == typeof(IProgress<LinkProgress>) => null,
            _ when type == typeof(IReadOnlyList<string>) => Array.Empty<string>(),
            _ when type == typeof(Stream) => new MemoryStream(),
            _ when type == typeof(PortalRoute) => PortalRoute.Parse("https://pay.northwind.example", "pay"),
            _ when type == typeof(SiteLogo) => new SiteLogo { Png = [1], Width = 1, Height = 1 },
            _ when type.IsClass && type.GetConstructor([]) is { } create => Filled(create.Invoke([])),
            _ => throw Unknown($"the parameter '{parameter.Name}' of type {type.Name}"),
        };
    }

    // The empty search finds everything, so it would show the most.
    private static string Text(string name) => name.ToLowerInvariant() switch
    {
        "typedname" => "Northwind",
        "baseurl" => "https://pay.northwind.example",
        "segment" => "pay",
        "email" => "nadia@northwind.example",
        "reason" or "note" or "why" => "INTERNAL NOTE",
        _ => "",
    };

    private object Filled(object record)
    {
        foreach (var property in record.GetType().GetProperties().Where(property => property.CanWrite && IsId(property.PropertyType)))
            property.SetValue(record, others.IdFor(property.Name, example) ?? throw Unknown($"the property '{property.Name}'"));
        return record;
    }

    private static bool IsId(Type type) => type == typeof(Guid) || type == typeof(Guid?);

    private InvalidOperationException Unknown(string what) => new(
        $"{method.DeclaringType!.Name}.{method.Name} is new to the isolation tests: say in Tests/Support/ArgumentsFor.cs (or SiteRecords.IdFor) what to give for {what}.");
}

public static class VersionReading
{
    /// <summary>The version of the first thing that is asked about, so that the call is not turned away as stale.</summary>
    public static async Task<long> VersionOfAsync(this Stage stage, ArgumentsFor asked)
    {
        var id = asked.Ids.Count > 0 ? asked.Ids[0] : asked.Caller.SiteId;
        await using var db = await stage.OpenDbAsync();
        if (asked.IsAboutMail)
            return await db.MailSettings.Where(mail => mail.SiteId == id).Select(mail => mail.Version).SingleOrDefaultAsync();
        return await db.Invoices.Where(invoice => invoice.Id == id).Select(invoice => (long?)invoice.Version).SingleOrDefaultAsync()
            ?? await db.Customers.Where(customer => customer.Id == id).Select(customer => (long?)customer.Version).SingleOrDefaultAsync()
            ?? await db.FollowUps.Where(followUp => followUp.Id == id).Select(followUp => (long?)followUp.Version).SingleOrDefaultAsync()
            ?? await db.Messages.Where(message => message.Id == id).Select(message => (long?)message.Version).SingleOrDefaultAsync()
            ?? await db.Sites.Where(site => site.Id == id).Select(site => (long?)site.Version).SingleOrDefaultAsync()
            ?? 1;
    }
}
