using FasterMoney.Web.Assistant;
using FasterMoney.Web.Data;
using FasterMoney.Web.Host;
using FasterMoney.Web.Samples;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace FasterMoney.Tests.Start;

public sealed class SettingsTests
{
    [Fact]
    public void In_production_the_defaults_are_sqlite_in_the_working_folder_without_sample_data()
    {
        var settings = Read(Environments.Production);

        settings.Database.Provider.Should().Be(DatabaseProvider.Sqlite);
        settings.Database.DataDirectory.Should().Be(Directory.GetCurrentDirectory());
        settings.Database.SqliteFile.Should().Be(Path.Combine(Directory.GetCurrentDirectory(), "fastermoney.db"));
        settings.SampleData.Should().Be(new SampleDataSettings(Enabled: false, Password: null));
        settings.Proxy.Any.Should().BeFalse();
    }

    [Fact]
    public void In_development_data_is_kept_beside_the_project_and_there_is_sample_data()
    {
        var settings = Read(Environments.Development, ("SampleData:Password", "Sample-Business-1"));

        settings.Database.DataDirectory.Should().Be("/srv/web/App_Data");
        settings.SampleData.Enabled.Should().BeTrue();
    }

    [Fact]
    public void Proxies_are_addresses_and_networks_in_a_list_or_in_one_line()
    {
        var settings = Read(Environments.Production, ("Host:Names", "app.acme.example"), ("Proxy:KnownProxies", "10.0.0.1, 192.168.0.0/16"), ("Proxy:KnownProxies:0", "::1"));

        settings.Proxy.Addresses.Select(address => address.ToString()).Should().BeEquivalentTo("10.0.0.1", "::1");
        settings.Proxy.Networks.Select(network => network.ToString()).Should().Equal("192.168.0.0/16");
    }

    [Theory]
    [InlineData("urls", "http://0.0.0.0:5080")]
    [InlineData("urls", "http://127.0.0.1:5080;http://[::]:5081")]
    [InlineData("urls", "http://*:80")]
    [InlineData("urls", "http://+:80")]
    [InlineData("urls", "https://app.acme.example")]
    [InlineData("urls", "http://10.1.2.3:80")]
    [InlineData("http_ports", "8080")]
    [InlineData("https_ports", "8443")]
    [InlineData("Kestrel:Endpoints:Web:Url", "http://*:80")]
    [InlineData("Proxy:KnownProxies", "127.0.0.1")]
    public void In_production_a_server_that_others_reach_must_know_its_names(string key, string value)
    {
        var read = () => Read(Environments.Production, (key, value));

        read.Should().Throw<StartRefused>().WithMessage("Host:Names is missing*");
        Read(Environments.Production, (key, value), ("Host:Names", "app.acme.example")).Names.Configured.Should().Equal("app.acme.example");
        Read(Environments.Development, (key, value), ("SampleData:Password", "Sample-Business-1")).Names.Configured.Should().BeEmpty();
        StartSettings.Read(Of((key, value)), new Surroundings { EnvironmentName = Environments.Production }, serves: false).Names.Configured.Should().BeEmpty();
    }

    [Theory]
    [InlineData("http://localhost:5080")]
    [InlineData("http://127.0.0.1:5080;http://[::1]:5081")]
    [InlineData("http://unix:/run/fastermoney.sock")]
    [InlineData(null)]
    public void A_server_for_this_machine_alone_answers_to_its_names(string? urls)
    {
        var names = Read(Environments.Production, ("urls", urls)).Names;

        foreach (var host in (string[])["localhost", "LOCALHOST:5080", "127.0.0.1:5080", "127.0.0.2", "[::1]:5080"])
            names.Contain(new HostString(host)).Should().BeTrue(host);
        foreach (var host in (string[])["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "10.0.0.1", "", "[::2]"])
            names.Contain(new HostString(host)).Should().BeFalse(host);
    }

    [Fact]
    public void Names_are_hosts_with_or_without_a_port_in_a_list_or_in_one_line()
    {
        var names = Read(Environments.Production, ("Host:Names", "App.Acme.Example, localhost:5080"), ("Host:Names:0", "bücher.example")).Names;

        names.Configured.Should().BeEquivalentTo("app.acme.example", "localhost:5080", "xn--bcher-kva.example");
        names.Contain(new HostString("app.acme.example:8443")).Should().BeTrue("a name without a port stands for each");
        names.Contain(new HostString("localhost:5080")).Should().BeTrue();
        names.Contain(new HostString("localhost:5081")).Should().BeFalse();
        names.Contain(new HostString("pay.app.acme.example")).Should().BeFalse();
    }

    [Theory]
    [InlineData("*")]
    [InlineData("*.acme.example")]
    [InlineData("https://app.acme.example")]
    [InlineData("app.acme.example/money")]
    [InlineData("user@app.acme.example")]
    [InlineData("app_acme?x")]
    public void What_is_no_name_is_refused_by_its_key(string name)
    {
        var read = () => Read(Environments.Production, ("Host:Names", name));

        read.Should().Throw<StartRefused>().WithMessage("Host:Names holds*").Which.Message.Should().NotContain(Environment.NewLine);
    }

    [Fact]
    public void Every_wrong_setting_is_named_at_once_and_the_exit_code_is_2()
    {
        var read = () => Read(
            Environments.Production,
            ("Database:Provider", "Oracle"),
            ("Database:Privider", "Sqlite"),
            ("Data:Directory", typeof(SettingsTests).Assembly.Location),
            ("SampleData:Enabled", "perhaps"),
            ("SampleData:Password", "short"),
            ("Proxy:KnownProxies", "10.1,nobody"));

        var refusal = read.Should().Throw<StartRefused>().Which;
        refusal.ExitCode.Should().Be(2);
        refusal.Message.Split(Environment.NewLine).Should().HaveCount(7)
            .And.Contain(line => line.StartsWith("Database:Provider is \"Oracle\""))
            .And.Contain(line => line.StartsWith("Database:Privider is not a setting"))
            .And.Contain(line => line.StartsWith("Data:Directory"))
            .And.Contain(line => line.StartsWith("SampleData:Enabled"))
            .And.Contain(line => line.StartsWith("SampleData:Password"))
            .And.Contain(line => line.Contains("Proxy:KnownProxies") && line.Contains("10.1"))
            .And.Contain(line => line.Contains("Proxy:KnownProxies") && line.Contains("nobody"));
    }

    [Theory]
    [InlineData("Sqlite", "Data Source=:memory:")]
    [InlineData("Sqlite", "Host=server")]
    [InlineData("Postgres", null)]
    [InlineData("Postgres", "Data Source=file.db;Password=secret-words")]
    public void A_connection_string_that_does_not_fit_the_provider_is_refused_without_repeating_it(string provider, string? connection)
    {
        var read = () => Read(Environments.Production, ("Database:Provider", provider), ("ConnectionStrings:FasterMoney", connection));

        read.Should().Throw<StartRefused>().WithMessage("ConnectionStrings:FasterMoney*").Which.Message.Should().NotContain("secret-words");
    }

    [Theory]
    [InlineData("http://127.0.0.1:4317", null, false)]
    [InlineData("https://collector.acme.example/otlp", "http", true)]
    [InlineData(null, "Grpc", false)]
    public void Traces_go_where_an_endpoint_says_by_grpc_unless_said_otherwise(string? endpoint, string? protocol, bool overHttp) =>
        Read(Environments.Production, ("Telemetry:Endpoint", endpoint), ("Telemetry:Protocol", protocol)).Telemetry
            .Should().Be(new TelemetrySettings(endpoint is null ? null : new Uri(endpoint), overHttp));

    [Theory]
    [InlineData("Telemetry:Endpoint", "127.0.0.1:4317")]
    [InlineData("Telemetry:Endpoint", "collector:4317")]
    [InlineData("Telemetry:Endpoint", "ftp://collector")]
    [InlineData("Telemetry:Protocol", "udp")]
    [InlineData("Telemetry:Endpiont", "http://127.0.0.1:4317")]
    public void What_leads_to_no_collector_is_refused_by_its_key(string key, string value)
    {
        var read = () => Read(Environments.Production, (key, value));

        read.Should().Throw<StartRefused>().WithMessage($"{key} is*").Which.Message.Should().NotContain(Environment.NewLine);
    }

    [Fact]
    public void Without_settings_the_assistant_is_built_in() =>
        Read(Environments.Production).Assistant.Should().Be(AssistantSettings.BuiltIn).And.Match<AssistantSettings>(assistant => assistant.IsBuiltIn);

    [Theory]
    [InlineData("https://api.models.example/v1", "small", "key-1")]
    [InlineData("http://localhost:11434/v1", "small", null)]
    [InlineData("http://127.0.0.1:8080", "small", "key-1")]
    public void A_server_for_the_assistant_needs_all_three_settings_or_is_on_this_machine(string endpoint, string model, string? key)
    {
        var assistant = Read(Environments.Production, ("Assistant:Endpoint", endpoint), ("Assistant:Model", model), ("Assistant:ApiKey", key)).Assistant;

        assistant.Should().Be(new AssistantSettings(new Uri(endpoint), model, key ?? ""));
        assistant.ToString().Should().NotContain("key-1");
    }

    [Theory]
    [InlineData(null, "small", "key-1", "Assistant:Endpoint is missing*")]
    [InlineData("https://api.models.example/v1", null, "key-1", "Assistant:Model is missing*")]
    [InlineData("https://api.models.example/v1", "small", null, "Assistant:ApiKey is missing*")]
    [InlineData("http://api.models.example/v1", "small", "key-1", "Assistant:Endpoint must start with https*")]
    [InlineData("https://key-1@api.models.example/v1", "small", "key-1", "Assistant:Endpoint holds more than an address*")]
    [InlineData("https://api.models.example/v1?key=key-1", "small", "key-1", "Assistant:Endpoint holds more than an address*")]
    [InlineData("models", "small", "key-1", "Assistant:Endpoint is not a web address*")]
    [InlineData("ftp://localhost/v1", "small", "key-1", "Assistant:Endpoint is not a web address*")]
    [InlineData("https://api.models.example/v1", "small", "key 1", "Assistant:ApiKey holds a space*")]
    public void A_server_that_is_half_set_up_stops_the_start_without_repeating_the_key(string? endpoint, string? model, string? key, string says)
    {
        var read = () => Read(Environments.Production, ("Assistant:Endpoint", endpoint), ("Assistant:Model", model), ("Assistant:ApiKey", key));

        read.Should().Throw<StartRefused>().WithMessage(says).Which.Message.Should().NotContain("key-1").And.NotContain("key 1");
    }

    [Fact]
    public void A_misspelt_setting_of_the_assistant_is_named()
    {
        var read = () => Read(Environments.Production, ("Assistant:Key", "secret-words"));

        read.Should().Throw<StartRefused>().WithMessage("Assistant:Key is not a setting*").Which.Message.Should().NotContain("secret-words");
    }

    [Fact]
    public void Sample_data_needs_a_password()
    {
        var read = () => Read(Environments.Production, ("SampleData:Enabled", "true"));

        read.Should().Throw<StartRefused>().WithMessage("SampleData:Password*");
    }

    [Theory]
    [InlineData("3.51.2", "10.0.7", "SQLite 3.51.2*")]
    [InlineData("3.51.3", "10.0.6", "*Data Protection 10.0.6*")]
    public void Libraries_with_known_faults_are_refused(string sqlite, string dataProtection, string says)
    {
        var check = () => LibraryVersions.Check(Version.Parse(sqlite), Version.Parse(dataProtection));

        check.Should().Throw<StartRefused>().WithMessage(says);
    }

    [Fact]
    public void The_libraries_of_this_build_are_good()
    {
        LibraryVersions.Check();
        LibraryVersions.Check(LibraryVersions.OldestSqlite, LibraryVersions.OldestDataProtection);
        LibraryVersions.DataProtection().Major.Should().Be(10);
    }

    private static StartSettings Read(string environment, params (string Key, string? Value)[] values) =>
        StartSettings.Read(Of(values), new Surroundings { EnvironmentName = environment });

    private static IConfiguration Of(params (string Key, string? Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(pair => KeyValuePair.Create(pair.Key, pair.Value))).Build();

    private sealed class Surroundings : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "";

        public string ApplicationName { get; set; } = "FasterMoney.Web";

        public string ContentRootPath { get; set; } = "/srv/web";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
