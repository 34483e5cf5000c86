using FasterMoney.Domain.Customers;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Access;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Samples;

/// <summary>The small made-up business that a first start in Development shows: one site that is ready, one whose portal route is missing.</summary>
public sealed class SampleBusiness(
    IDbContextFactory<FasterMoneyDb> databases, SampleDataSettings settings, SampleOwner owners, PortalTokens tokens, IConfiguration configuration, TimeProvider time)
{
    private static readonly Actor Setup = new(null, "Sample data");

    /// <summary>Fills an empty database, when that is wanted; says on the console how to sign in.</summary>
    public async Task EnsureAsync(TextWriter console)
    {
        if (!settings.Enabled)
            return;

        await using var db = await databases.CreateDbContextAsync();
        if (!await db.Sites.AnyAsync())
        {
            var now = time.GetUtcNow().UtcDateTime;
            var (owner, _) = await owners.EnsureAsync();
            var northwind = Northwind(now);
            northwind.ConfigurePortal(SampleRoute.Of(configuration, null), Setup, now);
            var harbor = Harbor(now);
            var (atNorthwind, atHarbor) = (SampleOwner.Owns(northwind, owner), SampleOwner.Owns(harbor, owner));
            db.AddRange(northwind, harbor, atNorthwind, atHarbor);
            WriteNorthwind(db, new BusinessWriter(northwind, tokens, new Random(7), now), atNorthwind);
            WriteHarbor(db, new BusinessWriter(harbor, tokens, new Random(11), now), atHarbor);
            await db.SaveChangesAsync();
        }

        if (await db.Users.AnyAsync(person => person.Email == SampleOwner.Email))
            await console.WriteLineAsync(SampleOwner.SignIn(settings.Password));
    }

    private static Site Northwind(DateTime now) => new(
        SiteContent.New("Northwind Studio", "USD", "America/New_York") with
        {
            LegalName = "Northwind Studio LLC",
            Address = "48 Harbour Street, Floor 3\nPortland, ME 04101\nUnited States",
            ContactEmail = "billing@northwind-studio.example",
            ContactPhone = "+1 207 555 0148",
            NumberPrefix = "NW-",
            PaymentInstructions = "Bank transfer to Northwind Studio LLC\nAccount 000 123 4567, routing number 011 200 022\nPlease name the invoice number.",
        },
        now.AddDays(-800));

    private static Site Harbor(DateTime now) => new(
        SiteContent.New("Harbor Repairs", "GBP", "Europe/London") with
        {
            LegalName = "Harbor Repairs Ltd",
            Address = "Unit 5, Quay Road\nFalmouth TR11 3XN",
            ContactEmail = "hello@harbor-repairs.example",
            Language = "en-GB",
            NumberPrefix = "HR-",
            PaymentInstructions = "Cash or card at the yard, or by bank transfer: sort code 00-00-00, account 12345678.",
        },
        now.AddDays(-400));

    private static void WriteNorthwind(FasterMoneyDb db, BusinessWriter writer, Membership owner)
    {
        var alder = writer.Customer("Alder & Finch Architects", "Mara Finch", "accounts@alderfinch.example", "en-US", "210 Congress Street\nPortland, ME 04101");
        var bluebird = writer.Customer("Bluebird Bakery", "Tom Okafor", "tom@bluebird-bakery.example", "en-US", "9 Mill Lane\nBath, ME 04530");
        var kestrel = writer.Customer("Kestrel Outdoor GmbH", "Jana Vogt", "rechnung@kestrel-outdoor.example", "en-GB", "Lindenallee 14\n50968 Köln\nDeutschland");
        var marigold = writer.Customer("Marigold Press", "Ines Duarte", "office@marigold-press.example", "en-GB", "Calle del Olmo 8\n28012 Madrid\nEspaña");
        var pine = writer.Customer("Pine Street Dental", "Dr Amy Cho", "billing@pinestreetdental.example", "en-US", "77 Pine Street\nBrunswick, ME 04011");
        var sato = writer.Customer("Satō Ceramics", "Ken Satō", "ken@sato-ceramics.example", "en-US", "2-11 Kiyomizu\nKyoto 605-0862\nJapan");
        db.AddRange(alder, bluebird, kestrel, marigold, pine, sato);

        Write(db, writer, owner,
        [
            new(alder, SampleScenario.Overdue, "USD", [Line("Brand guidelines, second round", 1, 480000), Line("Signage drawings", 12, 9500)], "PO 2291", "Thank you for the quick feedback.")
            {
                FollowUp = new("Call Mara about the overdue guidelines", -2),
            },
            new(bluebird, SampleScenario.Sent, "USD", [Line("Menu design", 1, 64000, tax: 5.5m), Line("Print run of 500 menus", 500, 110, tax: 5.5m)], "", "The second proof is included."),
            new(kestrel, SampleScenario.PartlyPaid, "EUR", [Line("Katalog Herbst, Gestaltung", 24, 9500, tax: 19), Line("Bildbearbeitung", 40, 1800, discount: 10, tax: 19)], "Bestellung 4711", ""),
            new(marigold, SampleScenario.Paid, "EUR", [Line("Book cover, “La orilla”", 1, 125000)], "", ""),
            new(pine, SampleScenario.InCredit, "USD", [Line("Website care, quarter", 3, 22500), Line("Photo session", 1, 58000)], "", ""),
            new(sato, SampleScenario.Sent, "JPY", [Line("Exhibition poster", 1, 180000), Line("Translation of the leaflet", 6, 4200)], "展 2026", "Bank charges are shared.")
            {
                FollowUp = new("Ask Ken whether the poster arrived", 5),
            },
            new(alder, SampleScenario.PaidInTwo, "USD", [Line("Competition boards", 6, 38000)], "PO 2240", ""),
            new(bluebird, SampleScenario.Draft, "USD", [Line("Window lettering", 1, 42000, tax: 5.5m)], "", ""),
            new(pine, SampleScenario.Refunded, "USD", [Line("Appointment cards", 1000, 14)], "", ""),
            new(kestrel, SampleScenario.Credited, "EUR", [Line("Messestand, Entwurf", 1, 320000, tax: 19)], "", "Wie besprochen."),
            new(marigold, SampleScenario.Overdue, "EUR", [Line("Typesetting, 212 pages", 212, 650)], "", "")
            {
                FollowUp = new("Ask Ines when the typesetting will be paid", 0),
            },
            new(alder, SampleScenario.DueToday, "USD", [Line("Retainer", 1, 150000)], "", ""),
            new(bluebird, SampleScenario.Void, "USD", [Line("Menu design", 1, 64000)], "", ""),
            new(pine, SampleScenario.Adjusted, "USD", [Line("Reception mural", 1, 275000)], "", "")
            {
                FollowUp = new("Explain the adjustment to Dr Cho", -1, IsDone: true),
            },
            new(marigold, SampleScenario.LinkTurnedOff, "EUR", [Line("Catalogue corrections", 5, 5400)], "", "")
            {
                FollowUp = new("Send the link to the corrections again", 0),
            },
            new(sato, SampleScenario.Expired, "JPY", [Line("Studio photographs", 8, 12000)], "", ""),
            new(kestrel, SampleScenario.PartlyPaidOverdue, "EUR", [Line("Packaging, three sizes", 3, 98000, tax: 19)], "", "")
            {
                FollowUp = new("Remind Jana of the remaining balance", 1),
            },
            new(alder, SampleScenario.OldPaid, "USD", [Line("Office signs", 4, 26000)], "", ""),
            new(bluebird, SampleScenario.Processing, "USD", [Line("Opening hours sign", 1, 18500, tax: 5.5m)], "", ""),
            new(marigold, SampleScenario.Corrected, "EUR", [Line("Proofreading", 30, 2800)], "", ""),
            new(pine, SampleScenario.Draft, "USD", [Line("Website care, quarter", 3, 22500)], "", ""),
        ]);
    }

    private static void WriteHarbor(FasterMoneyDb db, BusinessWriter writer, Membership owner)
    {
        var lowe = writer.Customer("Captain Lowe", "Edith Lowe", "edith@lowe.example", "en-GB", "The Boathouse, Flushing");
        var gull = writer.Customer("Gull Ferries", "Rory Penhale", "accounts@gull-ferries.example", "en-GB", "Customs House Quay, Falmouth");
        db.AddRange(lowe, gull);
        Write(db, writer, owner,
        [
            new(lowe, SampleScenario.Sent, "GBP", [Line("Hull repair", 9, 6200, tax: 20), Line("Epoxy and glass", 1, 18450, tax: 20)], "", ""),
            new(gull, SampleScenario.Overdue, "GBP", [Line("Propeller shaft, port side", 1, 245000, tax: 20)], "Job 88", "")
            {
                FollowUp = new("Ring Rory about the propeller shaft", 0),
            },
            new(gull, SampleScenario.Draft, "GBP", [Line("Winter lay-up", 1, 96000, tax: 20)], "", ""),
            new(lowe, SampleScenario.Paid, "GBP", [Line("Survey", 1, 35000, tax: 20)], "", ""),
        ]);
    }

    private static LineContent Line(string description, decimal quantity, long unitPriceMinor, decimal discount = 0, decimal tax = 0) =>
            new(description, quantity, unitPriceMinor, discount, tax);

    private static void Write(FasterMoneyDb db, BusinessWriter writer, Membership owner, IReadOnlyList<Plan> plans)
    {
        foreach (var (plan, issued) in plans.Select(plan => (plan, writer.IssueDate(plan.Scenario))).OrderBy(planned => planned.Item2).ToList())
        {
            var written = writer.Invoice(plan.Customer, plan.Scenario, issued, plan.CurrencyCode, plan.Lines, plan.Reference, plan.Memo);
            db.Add(written.Invoice);
            if (written.Link is { } link)
            {
                db.Add(link);
                db.AddRange(written.Openings);
            }

            if (plan.FollowUp is { } planned)
                db.Add(writer.FollowUp(written.Invoice, owner, planned.Title, planned.DueIn, planned.IsDone));
        }
    }

    private sealed record Plan(Customer Customer, SampleScenario Scenario, string CurrencyCode, IReadOnlyList<LineContent> Lines, string Reference, string Memo)
    {
        public PlannedFollowUp? FollowUp { get; init; }
    }

    private sealed record PlannedFollowUp(string Title, int DueIn, bool IsDone = false);
}
