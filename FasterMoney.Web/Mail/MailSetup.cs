namespace FasterMoney.Web.Mail;

public static class MailSetup
{
    public static IServiceCollection AddMail(this IServiceCollection services) => services
        .AddSingleton(new MailTrust())
        .AddSingleton<SmtpLines>()
        .AddSingleton<MailTest>();
}
