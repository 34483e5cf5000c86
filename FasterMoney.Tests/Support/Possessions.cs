using System.Collections;
using System.Globalization;
using System.Reflection;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Commands;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Support;

/// <summary>What one site owns: an id of each kind, invoices in every state among them.</summary>
public sealed class Possessions
{
    private readonly Guid[] invoices;
    private readonly Guid[] entries;
    private readonly Guid[] followUps;
    private readonly Guid[] messages;
    private readonly Guid[] things;
    private readonly HashSet<Guid> all;

    private Possessions(House house, Guid[] invoices, Guid[] entries, Guid invitation, Guid[] followUps, Guid[] messages, Guid[] links, SiteContent settings)
    {
        (House, Settings, this.invoices, this.entries, Invitation, this.followUps, this.messages) = (house, settings, invoices, entries, invitation, followUps, messages);
        things = [.. invoices, house.Ada, house.Bruno, house.Admin.UserId, house.SiteId, invitation, .. followUps, .. messages, .. links.Take(2)];
        all = [.. things, .. links, .. entries, house.Owner.UserId, house.Viewer.UserId, house.Disabled.UserId];
    }

    public House House { get; }

    public SiteContent Settings { get; }

    public Guid Invitation { get; }

    /// <summary>How many ids a parameter that says only <c>id</c> is tried with.</summary>
    public int Examples => things.Length;

    public static async Task<Possessions> OfAsync(Stage stage, House house)
    {
        var filled = await stage.FillAsync(house);
        var (invoices, sent) = (filled.Values.ToArray(), filled[InvoiceRole.Unpaid]);
        var invitation = await stage.Services.GetRequiredService<PeopleCommands>().InviteAsync(house.Owner, SiteRole.Viewer, null);
        await stage.Mail.EditAsync(house.Owner, 0, Cast.Mail(1), null);
        var links = await stage.ReadAsync(db => db.PortalLinks.Where(link => link.SiteId == house.SiteId).Select(link => link.Id).ToArrayAsync());
        var entries = await stage.ReadAsync(db => db.BalanceEntries.Where(entry => entry.SiteId == house.SiteId).OrderBy(entry => entry.Id).Select(entry => entry.Id).ToArrayAsync());
        var followUps = new[]
        {
            await stage.FollowUps.CreateAsync(house.Admin, invoices[0], Cast.FollowUp(house.Admin.UserId)),
            await stage.FollowUps.ProposeAsync(house.Admin, invoices[1], Cast.FollowUp(house.Admin.UserId)),
        };
        var messages = new[]
        {
            await stage.Messages.DraftAsync(house.Admin, sent, MessageTemplate.InvoiceSent),
            await stage.Messages.DraftAsync(house.Admin, sent, MessageTemplate.Blank, Cast.Message(), byAssistant: true),
            await stage.Messages.DraftAsync(house.Admin, sent, MessageTemplate.Blank, Cast.Message("To be sent")),
        };
        await stage.ApproveAsync(house.Admin, messages[2]);
        await stage.QueueAsync(house.Admin, messages[2]);
        var site = await stage.ReadAsync(db => db.Sites.SingleAsync(site => site.Id == house.SiteId));
        return new Possessions(house, invoices, entries, invitation.Id, followUps, messages, links, site.ToContent());
    }

    public bool Owns(Guid id) => all.Contains(id);

    /// <summary>The id for a parameter of this name, or null when the name is new.</summary>
    public Guid? IdFor(string name, int example) => name.ToLowerInvariant() switch
    {
        "id" => things[example % things.Length],
        "invoiceid" or "invoice" => invoices[example % invoices.Length],
        "entryid" or "paymentid" => entries[example % entries.Length],
        "customerid" or "customer" => example % 2 == 0 ? House.Ada : House.Bruno,
        "userid" or "personid" or "person" => House.Admin.UserId,
        "messageid" or "message" => messages[example % messages.Length],
        "followupid" or "followup" => followUps[example % followUps.Length],
        "invitationid" => Invitation,
        "siteid" or "site" => House.SiteId,
        "linkid" => things[^1],
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
            (site.ParameterName, site.Value) = ("@site", House.SiteId);
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
