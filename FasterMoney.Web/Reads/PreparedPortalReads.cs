using System.Data;
using System.Data.Common;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Sites;
using FasterMoney.Domain.Statements;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Reads;

/// <summary>
/// One open connection with the portal's statements prepared on it. The customer's page is asked for more than anything
/// else, and preparing a statement takes longer than running it. Not for two requests at once: see <see cref="PortalReads"/>.
/// </summary>
public sealed class PreparedPortalReads : IAsyncDisposable
{
    private static readonly string Columns = SelectedColumns.SelectFor(ToRow);

    // The link is found by its site's route and its hash in one step, so that every miss costs the same.
    private static readonly string LinkSql = $"""
        {Columns}
        FROM "Sites" s
        JOIN "PortalLinks" l ON l."SiteId" = s."Id" AND l."TokenHash" = @hash
        JOIN "Invoices" i ON i."Id" = l."InvoiceId" AND i."SiteId" = s."Id"
        WHERE s."RouteAuthority" = @authority AND s."RouteSegment" = @segment
        """;

    // For people of the site, who may see the document whether or not a customer could at this moment.
    private static readonly string OwnSql = $"""
        {Columns}
        FROM "Sites" s
        JOIN "Invoices" i ON i."SiteId" = s."Id" AND i."Id" = @invoice
        JOIN "PortalLinks" l ON l."SiteId" = s."Id" AND l."InvoiceId" = i."Id" AND l."ReplacedAt" IS NULL
        WHERE s."Id" = @site
        """;

    private const string LinesSql = """
        SELECT "Description", "Quantity", "UnitPriceMinor", "DiscountPercent", "TaxPercent", "AmountMinor"
        FROM "InvoiceLines" WHERE "InvoiceId" = @invoice ORDER BY "Position"
        """;

    private const string EntriesSql = """
        SELECT i."Version", e."Kind", e."Date", e."AmountMinor", e."Number", e."PublicText", e."RecordedAt"
        FROM "Invoices" i LEFT JOIN "BalanceEntries" e ON e."InvoiceId" = i."Id"
        WHERE i."Id" = @invoice ORDER BY e."Sequence"
        """;

    // Under whichever link: one that was replaced had shown the page as well.
    private const string FirstOpenedSql = """
        SELECT MIN("First") FROM "PortalOpenings" WHERE "SiteId" = @site AND "InvoiceId" = @invoice AND "Kind" = 0
        """;

    private const string LogoSql = """SELECT "Png" FROM "SiteLogos" WHERE "SiteId" = @site""";

    private readonly FasterMoneyDb _db;
    private readonly DbCommand _link;
    private readonly DbCommand _own;
    private readonly DbCommand _lines;
    private readonly DbCommand _entries;
    private readonly DbCommand _firstOpened;
    private readonly DbCommand _logo;

    private PreparedPortalReads(FasterMoneyDb db)
    {
        _db = db;
        var connection = db.Database.GetDbConnection();
        _link = Prepare(connection, LinkSql, ("hash", DbType.Binary), ("authority", DbType.String), ("segment", DbType.String));
        _own = Prepare(connection, OwnSql, ("site", DbType.Guid), ("invoice", DbType.Guid));
        _lines = Prepare(connection, LinesSql, ("invoice", DbType.Guid));
        _entries = Prepare(connection, EntriesSql, ("invoice", DbType.Guid));
        _firstOpened = Create(connection, FirstOpenedSql, ("site", DbType.Guid), ("invoice", DbType.Guid));
        _logo = Prepare(connection, LogoSql, ("site", DbType.Guid));
    }

    public static async Task<PreparedPortalReads> OpenAsync(IDbContextFactory<FasterMoneyDb> databases, CancellationToken cancellationToken)
    {
        var db = await databases.CreateDbContextAsync(cancellationToken);
        try
        {
            // Through EF, so that the rules for each connection apply.
            await db.Database.OpenConnectionAsync(cancellationToken);
            return new PreparedPortalReads(db);
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    public async Task<PortalRow?> LinkAsync(string authority, string segment, byte[] hash, CancellationToken cancellationToken)
    {
        _link.Parameters[0].Value = hash;
        _link.Parameters[1].Value = authority;
        _link.Parameters[2].Value = segment;
        await using var row = await _link.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? SelectedColumns.Read(row, ToRow) : null;
    }

    public async Task<PortalRow?> OwnAsync(Guid siteId, Guid invoiceId, CancellationToken cancellationToken)
    {
        _own.Parameters[0].Value = siteId;
        _own.Parameters[1].Value = invoiceId;
        await using var row = await _own.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? SelectedColumns.Read(row, ToRow) : null;
    }

    public async Task<IReadOnlyList<PortalLine>> LinesAsync(Guid invoiceId, Currency currency, CancellationToken cancellationToken)
    {
        _lines.Parameters[0].Value = invoiceId;
        await using var row = await _lines.ExecuteReaderAsync(cancellationToken);
        var lines = new List<PortalLine>();
        while (await row.ReadAsync(cancellationToken))
        {
            lines.Add(new(
                row.GetString(0), row.GetDecimal(1), new(row.GetInt64(2), currency), row.GetDecimal(3), row.GetDecimal(4), new(row.GetInt64(5), currency)));
        }

        return lines;
    }

    /// <summary>The entries, and the invoice's version at the moment they were read.</summary>
    public async Task<(long Version, IReadOnlyList<EntryFacts> Entries)> EntriesAsync(Guid invoiceId, CancellationToken cancellationToken)
    {
        _entries.Parameters[0].Value = invoiceId;
        await using var row = await _entries.ExecuteReaderAsync(cancellationToken);
        var entries = new List<EntryFacts>();
        long version = -1;
        while (await row.ReadAsync(cancellationToken))
        {
            version = row.GetInt64(0);
            if (!row.IsDBNull(1))
            {
                entries.Add(new(
                    Enum.Parse<EntryKind>(row.GetString(1)),
                    row.GetFieldValue<DateOnly>(2),
                    row.GetInt64(3),
                    row.IsDBNull(4) ? null : row.GetString(4),
                    row.GetString(5),
                    DateTime.SpecifyKind(row.GetDateTime(6), DateTimeKind.Utc)));
            }
        }

        return (version, entries);
    }

    /// <summary>When a customer first opened an invoice's page, in UTC. Openings may be lost, so a failure to read them is no failure.</summary>
    public async Task<DateTime?> FirstOpenedAsync(Guid siteId, Guid invoiceId, CancellationToken cancellationToken)
    {
        try
        {
            _firstOpened.Parameters[0].Value = siteId;
            _firstOpened.Parameters[1].Value = invoiceId;
            await using var row = await _firstOpened.ExecuteReaderAsync(cancellationToken);
            return await row.ReadAsync(cancellationToken) && !row.IsDBNull(0) ? DateTime.SpecifyKind(row.GetDateTime(0), DateTimeKind.Utc) : null;
        }
        catch (DbException)
        {
            return null;
        }
    }

    public async Task<byte[]?> LogoAsync(Guid siteId, CancellationToken cancellationToken)
    {
        _logo.Parameters[0].Value = siteId;
        return await _logo.ExecuteScalarAsync(cancellationToken) as byte[];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in new[] { _link, _own, _lines, _entries, _firstOpened, _logo })
            await command.DisposeAsync();
        await _db.DisposeAsync();
    }

    private static DbCommand Prepare(DbConnection connection, string sql, params ReadOnlySpan<(string Name, DbType Type)> parameters)
    {
        var command = Create(connection, sql, parameters);
        command.Prepare();
        return command;
    }

    private static DbCommand Create(DbConnection connection, string sql, params ReadOnlySpan<(string Name, DbType Type)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, type) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.DbType = type;
            parameter.Value = type switch { DbType.Binary => Array.Empty<byte>(), DbType.Guid => Guid.Empty, _ => "" };
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static string Below(string first, string second) => first.Length > 0 && second.Length > 0 ? $"{first}\n{second}" : first + second;

    // The United States are the one region of the languages we speak that does not print on A4.
    private static PaperSize PaperOf(string chosen, string language) => chosen switch
    {
        nameof(Paper.Letter) => PaperSize.Letter,
        nameof(Paper.A4) => PaperSize.A4,
        _ => language == "en-US" ? PaperSize.Letter : PaperSize.A4,
    };

    private static PortalRow ToRow(SelectedColumns columns)
    {
        // What more than one of them wants is read once.
        var (invoice, sendState, dueDate) = (columns.Id("i.Id"), (SendState)columns.Small("i.SendState"), columns.Date("i.DueDate"));
        var (settledOn, voidedOn) = (columns.DateOrNull("i.SettledOn"), columns.DateOrNull("i.VoidedOn"));
        var (baseUrl, language) = (columns.TextOrNull("s.RouteBaseUrl"), columns.Text("s.Language"));
        return new PortalRow
        {
            SiteId = columns.Id("s.Id"),
            LinkId = columns.Id("l.Id"),
            InvoiceId = invoice,
            Version = columns.Whole("i.Version"),
            TimeZoneId = columns.Text("s.TimeZoneId"),
            Language = columns.Text("i.Language"),
            RouteBaseUrl = baseUrl,
            RouteSegment = columns.TextOrNull("s.RouteSegment"),
            HasLogo = columns.Flag("""EXISTS (SELECT 1 FROM "SiteLogos" g WHERE g.SiteId = s.Id)"""),
            LinkReplaced = columns.Flag("l.ReplacedAt IS NOT NULL"),
            Head = new PortalHead
            {
                Business = new(
                    columns.Text("s.Name"), columns.Text("s.LegalName"), columns.Text("s.Address"),
                    Below(columns.Text("s.ContactEmail"), columns.Text("s.ContactPhone")))
                {
                    TaxNumber = columns.Text("s.TaxNumber"),
                },
                Paper = PaperOf(columns.Text("s.Paper"), language),
                TaxName = columns.Text("s.TaxName"),
                CustomerName = columns.Text("i.BilledTo"),
                CustomerAddress = columns.Text("i.BilledToAddress"),
                CustomerTaxNumber = columns.Text("i.BilledToTaxNumber"),
                Number = columns.TextOrNull("i.Number") ?? "",
                IssueDate = columns.Date("i.IssueDate"),
                Texts = InvoiceTexts.Of(text => columns.Text("i", text.Name)),
                PricesIncludeTax = columns.Flag("i.PricesIncludeTax"),
                PaymentInstructions = columns.Text("s.PaymentInstructions"),
            },
            Link = new LinkFacts
            {
                InvoiceId = invoice,
                SendState = sendState,
                DueDate = dueDate,
                ClosedOn = settledOn ?? voidedOn,
                RouteConfigured = baseUrl is not null,
                RouteOn = columns.Flag("s.PortalOn"),
                UnpaidDays = columns.Small("s.LinkUnpaidDays"),
                SettledDays = columns.Small("s.LinkSettledDays"),
                LinkExists = true,
                LinkTurnedOff = columns.Flag("l.TurnedOffAt IS NOT NULL"),
                GuaranteedThrough = columns.DateOrNull("l.GuaranteedThrough"),
            },
            Money = new StatementFacts
            {
                Currency = columns.Currency("i.CurrencyCode"),
                SendState = sendState,
                DueDate = dueDate,
                SettledOn = settledOn,
                VoidedOn = voidedOn,
                Balance = new(
                    columns.Whole("i.TotalMinor"), columns.Whole("i.AdjustedMinor"), columns.Whole("i.CreditedMinor"), columns.Whole("i.PaidMinor"),
                    columns.Whole("i.RefundedMinor")),
                PendingMinor = columns.Whole("i.PendingMinor"),
                Today = default,
            },
        };
    }
}
