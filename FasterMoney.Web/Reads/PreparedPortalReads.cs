using System.Data;
using System.Data.Common;
using FasterMoney.Domain.Invoices;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Reads;

/// <summary>
/// One open connection with the portal's statements prepared on it. The customer's page is asked for more than anything
/// else, and preparing a statement takes longer than running it. Not for two requests at once: see <see cref="PortalReads"/>.
/// </summary>
public sealed class PreparedPortalReads : IAsyncDisposable
{
    private const string Columns = """
        SELECT s."Id", s."Name", s."LegalName", s."Address", s."ContactEmail", s."ContactPhone", s."TimeZoneId", s."PaymentInstructions",
            s."LinkUnpaidDays", s."LinkSettledDays", s."PortalOn", EXISTS (SELECT 1 FROM "SiteLogos" g WHERE g."SiteId" = s."Id"),
            l."Id", l."TurnedOffAt" IS NOT NULL, l."ReplacedAt" IS NOT NULL, l."GuaranteedThrough",
            i."Id", i."Version", i."SendState", i."Number", i."Reference", i."BilledTo", i."BilledToAddress", i."Language", i."CurrencyCode",
            i."IssueDate", i."DueDate", i."SettledOn", i."VoidedOn", i."Memo", i."PricesIncludeTax",
            i."TotalMinor", i."AdjustedMinor", i."CreditedMinor", i."PaidMinor", i."RefundedMinor",
            i."PendingMinor", s."Language", s."RouteBaseUrl", s."RouteSegment"
        """;

    // The link is found by its site's route and its hash in one step, so that every miss costs the same.
    private const string LinkSql = $"""
        {Columns}
        FROM "Sites" s
        JOIN "PortalLinks" l ON l."SiteId" = s."Id" AND l."TokenHash" = @hash
        JOIN "Invoices" i ON i."Id" = l."InvoiceId" AND i."SiteId" = s."Id"
        WHERE s."RouteAuthority" = @authority AND s."RouteSegment" = @segment
        """;

    // For people of the site, who may see the document whether or not a customer could at this moment.
    private const string OwnSql = $"""
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
        SELECT i."Version", e."Kind", e."Date", e."AmountMinor", e."PublicText", e."Number", e."RecordedAt"
        FROM "Invoices" i LEFT JOIN "BalanceEntries" e ON e."InvoiceId" = i."Id"
        WHERE i."Id" = @invoice ORDER BY e."Sequence"
        """;

    private const string FirstOpenedSql = """SELECT MIN("First") FROM "PortalOpenings" WHERE "LinkId" = @link AND "Kind" = 0""";

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
        _firstOpened = Create(connection, FirstOpenedSql, ("link", DbType.Guid));
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
        return await row.ReadAsync(cancellationToken) ? ToRow(row) : null;
    }

    public async Task<PortalRow?> OwnAsync(Guid siteId, Guid invoiceId, CancellationToken cancellationToken)
    {
        _own.Parameters[0].Value = siteId;
        _own.Parameters[1].Value = invoiceId;
        await using var row = await _own.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? ToRow(row) : null;
    }

    public async Task<IReadOnlyList<PortalLineRow>> LinesAsync(Guid invoiceId, CancellationToken cancellationToken)
    {
        _lines.Parameters[0].Value = invoiceId;
        await using var row = await _lines.ExecuteReaderAsync(cancellationToken);
        var lines = new List<PortalLineRow>();
        while (await row.ReadAsync(cancellationToken))
            lines.Add(new(row.GetString(0), row.GetDecimal(1), row.GetInt64(2), row.GetDecimal(3), row.GetDecimal(4), row.GetInt64(5)));
        return lines;
    }

    /// <summary>The entries, and the invoice's version at the moment they were read.</summary>
    public async Task<(long Version, IReadOnlyList<PortalEntryRow> Entries)> EntriesAsync(Guid invoiceId, CancellationToken cancellationToken)
    {
        _entries.Parameters[0].Value = invoiceId;
        await using var row = await _entries.ExecuteReaderAsync(cancellationToken);
        var entries = new List<PortalEntryRow>();
        long version = -1;
        while (await row.ReadAsync(cancellationToken))
        {
            version = row.GetInt64(0);
            if (!row.IsDBNull(1))
            {
                entries.Add(new(
                    row.GetString(1),
                    row.GetFieldValue<DateOnly>(2),
                    row.GetInt64(3),
                    row.GetString(4),
                    row.IsDBNull(5) ? null : row.GetString(5),
                    DateTime.SpecifyKind(row.GetDateTime(6), DateTimeKind.Utc)));
            }
        }

        return (version, entries);
    }

    /// <summary>When a customer opened a link for the first time, in UTC. Openings may be lost, so a failure to read them is no failure.</summary>
    public async Task<DateTime?> FirstOpenedAsync(Guid linkId, CancellationToken cancellationToken)
    {
        try
        {
            _firstOpened.Parameters[0].Value = linkId;
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

    private static PortalRow ToRow(DbDataReader row) => new()
    {
        SiteId = row.GetGuid(0),
        SiteName = row.GetString(1),
        LegalName = row.GetString(2),
        SiteAddress = row.GetString(3),
        ContactEmail = row.GetString(4),
        ContactPhone = row.GetString(5),
        TimeZoneId = row.GetString(6),
        PaymentInstructions = row.GetString(7),
        LinkUnpaidDays = row.GetInt32(8),
        LinkSettledDays = row.GetInt32(9),
        PortalOn = row.GetBoolean(10),
        HasLogo = row.GetBoolean(11),
        LinkId = row.GetGuid(12),
        LinkTurnedOff = row.GetBoolean(13),
        LinkReplaced = row.GetBoolean(14),
        GuaranteedThrough = DateOrNull(row, 15),
        InvoiceId = row.GetGuid(16),
        Version = row.GetInt64(17),
        SendState = (SendState)row.GetInt32(18),
        Number = row.IsDBNull(19) ? null : row.GetString(19),
        Reference = row.GetString(20),
        BilledTo = row.GetString(21),
        BilledToAddress = row.GetString(22),
        Language = row.GetString(23),
        CurrencyCode = row.GetString(24),
        IssueDate = row.GetFieldValue<DateOnly>(25),
        DueDate = row.GetFieldValue<DateOnly>(26),
        SettledOn = DateOrNull(row, 27),
        VoidedOn = DateOrNull(row, 28),
        Memo = row.GetString(29),
        PricesIncludeTax = row.GetBoolean(30),
        Balance = new(row.GetInt64(31), row.GetInt64(32), row.GetInt64(33), row.GetInt64(34), row.GetInt64(35)),
        PendingMinor = row.GetInt64(36),
        SiteLanguage = row.GetString(37),
        RouteBaseUrl = row.IsDBNull(38) ? null : row.GetString(38),
        RouteSegment = row.IsDBNull(39) ? null : row.GetString(39),
    };

    private static DateOnly? DateOrNull(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);
}
