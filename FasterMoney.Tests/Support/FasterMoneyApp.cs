using FasterMoney.Domain.People;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace FasterMoney.Tests.Support;

/// <summary>
/// The whole application on a folder of its own, with an empty migrated database. In memory by default;
/// after <see cref="StartKestrel"/> on a real port of this machine, for browsers.
/// </summary>
public class FasterMoneyApp : WebApplicationFactory<Program>
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Replaces the system's clock when given.</summary>
    public FakeTimeProvider? Clock { get; init; }

    /// <summary>A database other than a SQLite file in <see cref="DataDirectory"/>.</summary>
    public TestDatabase? Database { get; init; }

    /// <summary>As which it runs.</summary>
    public string Environment { get; init; } = "Testing";

    /// <summary>Further settings; they win over the defaults here.</summary>
    public Dictionary<string, string> Settings { get; init; } = [];

    /// <summary>Doubles for what the application would otherwise use.</summary>
    public Action<IServiceCollection>? Doubles { get; init; }

    /// <summary>Collects every log line when given, from Trace on.</summary>
    public CapturedLogs? Logs { get; init; }

    public string DataDirectory => _folder.Path;

    public Task<FasterMoneyDb> OpenDbAsync() => Services.GetRequiredService<IDbContextFactory<FasterMoneyDb>>().CreateDbContextAsync();

    /// <summary>A business without customers, for those who only come in and look around.</summary>
    public async Task<Guid> OpenBusinessAsync(string name = "Acme")
    {
        await using var db = await OpenDbAsync();
        var site = db.Add(new Site(SiteContent.New(name, "USD", "UTC"), Cast.Now)).Entity;
        await db.SaveChangesAsync();
        return site.Id;
    }

    public async Task<Guid> AddPersonAsync(string email, Guid? siteId = null, SiteRole role = SiteRole.Owner)
    {
        await using var db = await OpenDbAsync();
        var person = db.Add(Cast.Account(email.Split('@')[0], email)).Entity;
        if (siteId is { } site)
            db.Add(new Membership(site, person.Id, role));
        await db.SaveChangesAsync();
        return person.Id;
    }

    /// <summary>Listens on a real port (a free one for 0) and returns the address.</summary>
    public Uri StartKestrel(int port = 0)
    {
        UseKestrel(port);
        StartServer();
        return ClientOptions.BaseAddress;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        if (Database is null)
            SqliteDatabase.CopyTemplateAsync(_folder["fastermoney.db"]).GetAwaiter().GetResult();

        builder.UseEnvironment(Environment);
        builder.UseSetting("Data:Directory", _folder.Path);
        builder.UseSetting("SampleData:Enabled", "false");
        // No proxy here has to hear of a stop first.
        builder.UseSetting("Stop:DelaySeconds", "0");
        foreach (var (key, value) in (Database?.Settings ?? new Dictionary<string, string>()).Concat(Settings))
            builder.UseSetting(key, value);

        builder.ConfigureLogging(logging =>
        {
            logging.ClearProviders();
            if (Logs is null)
                return;
            logging.AddProvider(Logs);
            logging.Services.PostConfigure<LoggerFilterOptions>(filter =>
            {
                filter.Rules.Clear();
                filter.MinLevel = LogLevel.Trace;
            });
        });
        builder.ConfigureTestServices(services =>
        {
            // A password is made slow to guess. Nobody guesses here, and many sign in.
            services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1);
            if (Clock is not null)
                services.AddSingleton<TimeProvider>(Clock);
            Doubles?.Invoke(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing)
            return;
        using (var connection = new SqliteConnection($"Data Source={_folder["fastermoney.db"]}"))
            SqliteConnection.ClearPool(connection);
        _folder.Dispose();
    }
}
