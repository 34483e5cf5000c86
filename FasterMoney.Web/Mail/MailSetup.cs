using FasterMoney.Web.Outbound;

namespace FasterMoney.Web.Mail;

public static class MailSetup
{
    /// <summary>What tests and sends; nobody sends by itself yet.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services) => services
        .AddOutbound()
        .AddSingleton(new MailTrust())
        .AddSingleton<SmtpLines>()
        .AddSingleton<MailTest>()
        .AddSingleton<OutboxSignal>()
        .AddSingleton<Delivery>()
        .AddSingleton<MailSecrets>()
        .AddSingleton<DirectMail>()
        .AddSingleton<Outbox>()
        .AddSingleton<OutboxCommands>()
        .AddSingleton<SendingCommands>()
        .AddSingleton<MailCommands>();

    /// <summary>Sends what is due while the application runs.</summary>
    public static IServiceCollection AddOutboxWorker(this IServiceCollection services) => services.AddHostedService<OutboxWorker>();
}
