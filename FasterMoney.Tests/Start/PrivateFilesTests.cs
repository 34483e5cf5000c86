using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Data;
using Microsoft.Extensions.Configuration;

#pragma warning disable CA1416 // The tests run where files have these rights.
namespace FasterMoney.Tests.Start;

/// <summary>What the program keeps on disk is for its own account alone.</summary>
public sealed class PrivateFilesTests(PrivateFilesTests.Kept kept) : IClassFixture<PrivateFilesTests.Kept>
{
    private const UnixFileMode Folder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode File600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Open = Folder | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    [Fact]
    public void Database_keys_links_and_backups_are_made_private_also_in_a_folder_that_is_there_and_the_folders_rights_are_said()
    {
        File.GetUnixFileMode(kept.Folder.Path).Should().Be(Open, "it is the operator's");
        AllArePrivate(kept.Folder.Path);
        Directory.GetFiles(kept.Folder["keys"]).Should().NotBeEmpty();
        kept.Said.Should().ContainSingle(line => line.Contains("Other accounts of this machine")).Which.Should().Contain(kept.Folder.Path).And.Contain("chmod -R go-rwx");
    }

    [Fact]
    public async Task Restored_files_are_private_too()
    {
        using var other = new TemporaryFolder();

        await RunAsync(other.Path, "restore", kept.Folder["backup.zip"]);

        AllArePrivate(other.Path);
        Directory.GetFiles(other["keys"]).Should().NotBeEmpty();
    }

    [Fact]
    public async Task Each_file_that_others_can_read_is_named()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["keys"], Folder);
        foreach (var file in (string[])["fastermoney.db", "keys/key-1.xml"])
        {
            await File.WriteAllTextAsync(folder[file], "");
            File.SetUnixFileMode(folder[file], File600);
        }

        var settings = new DatabaseSettings(DatabaseProvider.Sqlite, $"Data Source={folder["fastermoney.db"]}", folder.Path);
        PrivateFiles.Open(settings).Should().BeEmpty();

        File.SetUnixFileMode(folder["fastermoney.db"], File600 | UnixFileMode.GroupRead);

        PrivateFiles.Open(settings).Should().Equal(folder["fastermoney.db"]);
    }

    [Fact]
    public async Task With_a_certificate_keys_are_wrapped_and_read_again_and_without_it_they_are_not()
    {
        using var folder = new TemporaryFolder();
        var (first, second) = (Certificate(folder["first.pfx"]), Certificate(folder["second.pfx"]));

        (await ServeAsync(folder.Path, "--Keys:Certificate", first, "--Keys:CertificatePassword", "open-sesame")).Should().NotContain(line => line.Contains("not encrypted"));
        var key = Directory.GetFiles(folder["keys"], "key-*.xml").Should().ContainSingle().Which;
        (await File.ReadAllTextAsync(key)).Should().Contain("EncryptedData").And.NotContain("<masterKey");

        await ServeAsync(folder.Path, "--Keys:Certificate", $"{second};{first}", "--Keys:CertificatePassword", "open-sesame");
        Directory.GetFiles(folder["keys"], "key-*.xml").Should().Equal([key], "the old key is read with the old certificate");
    }

    [Fact]
    public void A_certificate_that_cannot_be_used_is_named_by_its_key_without_the_password()
    {
        var errors = new List<string>();

        KeySettings.Read(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Keys:Certificate"] = "/nowhere.pfx", ["Keys:CertificatePassword"] = "open-sesame" }).Build(), errors);

        errors.Should().ContainSingle().Which.Should().StartWith("Keys:Certificate").And.Contain("/nowhere.pfx").And.NotContain("open-sesame");
    }

    private static string Certificate(string file)
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pfx, "open-sesame"));
        return file;
    }

    private static Task<IReadOnlyCollection<string>> ServeAsync(string folder, params string[] settings) => StartedProgram.UntilStartedAsync("Production", ["--Data:Directory", folder, .. settings]);

    private static async Task RunAsync(string folder, params string[] verb)
    {
        using var program = Process.Start(new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. verb, "--Data:Directory", folder, "--environment", "Production"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Path.Combine(SourceFiles.Root, "FasterMoney.Web"),
        })!;
        await program.WaitForExitAsync();
        program.ExitCode.Should().Be(0, string.Join(' ', verb));
    }

    private static void AllArePrivate(string folder)
    {
        foreach (var path in Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories))
            File.GetUnixFileMode(path).Should().Be(Directory.Exists(path) ? Folder : File600, path);
    }

    /// <summary>What seeding, serving and backing up left in a folder that others may look into.</summary>
    public sealed class Kept : IAsyncLifetime
    {
        public TemporaryFolder Folder { get; } = new();

        public IReadOnlyCollection<string> Said { get; private set; } = [];

        public async Task InitializeAsync()
        {
            File.SetUnixFileMode(Folder.Path, Open);
            await RunAsync(Folder.Path, "seed", "--customers", "2", "--invoices", "5", "--seed", "1", "--portal", "http://localhost/pay", "--links", Folder["links.txt"]);
            Said = await ServeAsync(Folder.Path);
            await RunAsync(Folder.Path, "backup", Folder["backup.zip"]);
        }

        public Task DisposeAsync()
        {
            Folder.Dispose();
            return Task.CompletedTask;
        }
    }
}
