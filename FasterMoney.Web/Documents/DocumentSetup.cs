namespace FasterMoney.Web.Documents;

public static class DocumentSetup
{
    public static IServiceCollection AddDocuments(this IServiceCollection services) => services.AddSingleton<DocumentTurns>().AddSingleton<InvoiceDocuments>();
}
