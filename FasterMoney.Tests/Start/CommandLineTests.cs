using FasterMoney.Web.Cli;
using FasterMoney.Web.Data;
using FasterMoney.Web.Samples;

namespace FasterMoney.Tests.Start;

public sealed class CommandLineTests
{
    [Fact]
    public void Without_a_verb_the_program_serves_with_the_settings_given()
    {
        var line = CommandLine.Read(["--Data:Directory", "/tmp/x", "--urls=http://localhost:1"]);

        line.Verb.Should().BeNull();
        line.Settings.Should().Equal("--Data:Directory", "/tmp/x", "--urls=http://localhost:1");
    }

    [Fact]
    public void Settings_go_with_a_verb_before_and_behind_it()
    {
        var line = CommandLine.Read(["--Data:Directory", "/tmp/x", "migrate", "--Database:Provider=Postgres"]);

        line.Verb.Should().BeOfType<MigrateVerb>();
        line.Settings.Should().Equal("--Data:Directory", "/tmp/x", "--Database:Provider=Postgres");
    }

    [Fact]
    public void Seed_takes_its_numbers_and_what_may_be_left_out()
    {
        Seed("seed --customers 10 --invoices 20 --seed 3").Should().Be(new SeedOptions(10, 20, 3, null, null, Force: false));
        Seed("seed --force --customers 10 --invoices 20 --seed 3 --portal https://pay.example --links l.txt")
            .Should().Be(new SeedOptions(10, 20, 3, "https://pay.example", "l.txt", Force: true));
    }

    [Theory]
    [InlineData("nonsense", "*nonsense*not a verb*migrate*")]
    [InlineData("--nonsense", "*--nonsense*")]
    [InlineData("migrate now", "*now*")]
    [InlineData("backup", "*argument*backup*")]
    [InlineData("backup a b", "*b*")]
    [InlineData("seed --customers 1", "*--invoices*--seed*")]
    [InlineData("seed --customers many --invoices 1 --seed 1", "*--customers*whole number*")]
    [InlineData("seed --customers 0 --invoices 1 --seed 1", "*--customers*from 1*")]
    [InlineData("seed --customers 99999999999 --invoices 1 --seed 1", "*--customers*whole number*")]
    [InlineData("seed --customers 1 --invoices 1 --seed 1 --portal pay", "*--portal*")]
    [InlineData("migrate --Data:Directory", "*--Data:Directory needs a value*")]
    [InlineData("migrate @file", "*@file*")]
    [InlineData("export-activity", "*needs a FILE*")]
    [InlineData("export-activity a.csv --from yesterday", "*--from must be a day such as 2026-03-31*")]
    [InlineData("export-activity a.csv --from 2026-02-30", "*--from must be a day*")]
    [InlineData("export-activity a.csv --from 2026-03-31 --to 2026-03-01", "*--from is after --to*")]
    [InlineData("export-activity --verify --from 2026-03-01", "*leave out --from and --to*")]
    public void What_is_not_understood_is_refused_in_one_line_with_exit_code_2(string typed, string says)
    {
        var read = () => CommandLine.Read(typed.Split(' '));

        var refusal = read.Should().Throw<StartRefused>().WithMessage(says).Which;
        refusal.ExitCode.Should().Be(2);
        refusal.Message.Should().NotContain("\n").And.NotContain("System.");
    }

    private static SeedOptions Seed(string typed) => CommandLine.Read(typed.Split(' ')).Verb.Should().BeOfType<SeedVerb>().Which.Options;
}
