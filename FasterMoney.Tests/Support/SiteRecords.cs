using System.Collections;
using System.Globalization;
using System.Reflection;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Support;

/// <summary>What one site owns: an id of each kind, invoices in every state among them.</summary>
public sealed class SiteRecords
{
    private readonly Guid[] _invoices;
    private readonly Guid[] _entries;
    private readonly Guid[] _followUps;
    private readonly Guid[] _messages;
    private readonly Guid[] _things;
    private readonly HashSet<Guid> _all;

    private SiteRecords(TestSite testSite, Guid[] invoices, Guid[] entries, Guid invitation, Guid[] followUps, Guid[] messages, Guid[] links, SiteContent settings)
    {
        (TestSite, Settings, _invoices, _entries, Invitation, _followUps, _messages) = (testSite, settings, invoices, entries, invitation, followUps, messages);
        _things = [.. invoices, testSite.Ada, testSite.Bruno, testSite.Admin.UserId, testSite.SiteId, invitation, .. followUps, .. messages, .. links.Take(2)];
        _all = [.. _things, .. links, .. entries, testSite.Owner.UserId, testSite.Viewer.UserId, testSite.Disabled.UserId];
    }

    public TestSite TestSite { get; }

    public SiteContent Settings { get; }

    public Guid Invitation { get; }

    /// <summary>How many ids a parameter that says only <c>id</c> is tried with.</summary>
    public int Examples => _things.Length;

    public static async Task<SiteRecords> OfAsync(Stage stage, TestSite testSite)
    {
        var filled = await stage.FillAsync(testSite);
        var (invoices, sent) = (filled.Values.ToArray(), filled[InvoiceRole.Unpaid]);
        var invitation = await stage.Services.GetRequiredService<PeopleCommands>().InviteAsync(testSite.Owner, SiteRole.Viewer, null);
        await stage.Mail.EditAsync(testSite.Owner, 0, Cast.Mail(1), null);
        var links = await stage.ReadAsync(db => db.PortalLinks.Where(link => link.SiteId == testSite.SiteId).Select(link => link.Id).ToArrayAsync());
        var entries = await stage.ReadAsync(db => db.BalanceEntries.Where(entry => entry.SiteId == testSite.SiteId).OrderBy(entry => entry.Id).Select(entry => entry.Id).ToArrayAsync());
        var followUps = new[]
        {
            await stage.FollowUps.CreateAsync(testSite.Admin, invoices[0], Cast.FollowUp(testSite.Admin.UserId)),
            await stage.FollowUps.ProposeAsync(testSite.Admin, invoices[1], Cast.FollowUp(testSite.Admin.UserId)),
        };
        var messages = new[]
        {
            await stage.Messages.DraftAsync(testSite.Admin, sent, MessageTemplate.InvoiceSent),
            await stage.Messages.DraftAsync(testSite.Admin, sent, MessageTemplate.Blank, Cast.Message(), byAssistant: true),
            await stage.Messages.DraftAsync(testSite.Admin, sent, MessageTemplate.Blank, Cast.Message("To be sent")),
        };
        await stage.ApproveAsync(testSite.Admin, messages[2]);
        await stage.QueueAsync(testSite.Admin, messages[2]);
        var site = await stage.ReadAsync(db => db.Sites.SingleAsync(site => site.Id == testSite.SiteId));
        return new SiteRecords(testSite, invoices, entries, invitation.Id, followUps, messages, links, site.ToContent());
    }

    public bool Owns(Guid id) => _all.Contains(id);

    /// <summary>The id for a parameter of this name, or null when the name is new.</summary>
    public Guid? IdFor(string name, int example) => name.ToLowerInvariant() switch
    {
        "id" or "open" => _things[example % _things.Length],
        "invoiceid" or "invoice" => _invoices[example % _invoices.Length],
        "entryid" or "paymentid" => _entries[example % _entries.Length],
        "customerid" or "customer" => example % 2 == 0 ? TestSite.Ada : TestSite.Bruno,
        "userid" or "personid" or "person" => TestSite.Admin.UserId,
        "messageid" or "message" => _messages[example % _messages.Length],
        "followupid" or "followup" => _followUps[example % _followUps.Length],
        "invitationid" => Invitation,
        "siteid" or "site" => TestSite.SiteId,
        "linkid" => _things[^1],
        _ => null,
    };

    /// <summary>Every row that belongs to the site, as text.</summary>
    public async Task<List<string>> RowsAsync(Stage stage)
    {
        await using var db = await stage.OpenDbAsync();
        await db.Database.OpenConnectionAsync();
        var rows = new List<string>();
        foreach (var table in db.Model.GetEntityTypes().Where(type => type.BaseType is null && type.GetTableName() is not null))
        {
            var where = table.FindProperty("SiteId") is not null ? "\"SiteId\" = @site"
                : table.ClrType == typeof(Site) ? "\"Id\" = @site"
                : table.FindProperty("InvoiceId") is not null ? "\"InvoiceId\" IN (SELECT \"Id\" FROM \"Invoices\" WHERE \"SiteId\" = @site)"
                : null;
            if (where is null)
                continue;
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table.GetTableName()}\" WHERE {where}";
            var site = command.CreateParameter();
            (site.ParameterName, site.Value) = ("@site", TestSite.SiteId);
            command.Parameters.Add(site);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)).Prepend(table.GetTableName())));
        }

        rows.Sort(StringComparer.Ordinal);
        return rows;
    }
}

/// <summary>All texts and ids that an answer holds, however deep.</summary>
public static class Contents
{
    public static IEnumerable<object> Of(object? answer) => Of(answer, new HashSet<object>(ReferenceEqualityComparer.Instance));

    private static List<object> Of(object? thing, HashSet<object> seen) => thing switch
    {
        null => [],
        string or Guid => [thing],
        IEnumerable many => [.. many.Cast<object?>().SelectMany(each => Of(each, seen))],
        _ when IsOurs(thing.GetType()) && (thing.GetType().IsValueType || seen.Add(thing)) =>
            [.. Fields(thing.GetType()).SelectMany(field => Of(field.GetValue(thing), seen))],
        _ => [],
    };

    private static bool IsOurs(Type type) =>
        type.Namespace?.StartsWith("FasterMoney", StringComparison.Ordinal) == true || type.Name.StartsWith("ValueTuple", StringComparison.Ordinal);

    private static IEnumerable<FieldInfo> Fields(Type type)
    {
        for (var each = type; each is not null && each != typeof(object) && !each.IsEnum; each = each.BaseType)
        {
            foreach (var field in each.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                yield return field;
        }
    }
}
