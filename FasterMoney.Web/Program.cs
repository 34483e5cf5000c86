using FasterMoney.Web.Account;
using FasterMoney.Web.Admin;
using FasterMoney.Web.Admin.Settings;
using FasterMoney.Web.Admin.Shell;
using FasterMoney.Web.Assistant;
using FasterMoney.Web.Cli;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Data;
using FasterMoney.Web.Documents;
using FasterMoney.Web.Host;
using FasterMoney.Web.Import;
using FasterMoney.Web.Mail;
using FasterMoney.Web.Portal;
using FasterMoney.Web.Samples;

try
{
    PrivateFiles.MakeAll();
    var line = CommandLine.Read(args);
    var builder = WebApplication.CreateBuilder(HostSetup.Options(line.Settings));
    var settings = StartSettings.Read(builder.Configuration, builder.Environment, serves: line.Verb is null);
    builder.AddHost(settings);
    builder.Services.AddDatabase(settings.Database, settings.Keys);
    builder.Services.AddCommands().AddImport();
    builder.Services.AddAccount();
    builder.Services.AddPortal().AddDocuments();
    builder.Services.AddShell().AddAdmin();
    builder.Services.AddSettings().AddMail().AddOutboxWorker();
    builder.Services.AddAssistant(settings.Assistant);
    builder.Services.AddSamples(settings.SampleData);

    await using var app = builder.Build();
    if (line.Verb is { } verb)
        return await verb.RunAndExitAsync(app.Services);
    if (settings.Database.KeepsKeysInFolder)
        KeyFolder.Check(settings.Database.KeyDirectory);
    var start = app.Services.GetRequiredService<DatabaseStart>();
    await start.InTurnAsync(async () =>
    {
        await start.MigrateAsync();
        await app.Services.GetRequiredService<KeyTable>().PrepareAsync();
        await app.Services.GetRequiredService<SampleBusiness>().EnsureAsync(Console.Out);
    });

    app.UseHost();
    app.UseAccount();
    app.UseAntiforgery();
    app.MapStaticAssets().AllowAnonymous();
    app.MapHealth();
    app.MapAccount();
    app.MapPortal();
    app.MapShell();

    start.ShowPresence();
    await app.RunAsync();
    return 0;
}
catch (StartRefused refusal)
{
    await Console.Error.WriteLineAsync(refusal.Message);
    return refusal.ExitCode;
}
catch (IOException problem) when (problem.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return StartRefused.Failed;
}
