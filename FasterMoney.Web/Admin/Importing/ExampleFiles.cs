namespace FasterMoney.Web.Admin.Importing;

/// <summary>The example files of the documentation, as the import page offers them.</summary>
public static class ExampleFiles
{
    public const string Customers = "/import/example-customers.csv";
    public const string Invoices = "/import/example-invoices.csv";

    public static void MapExamples(this IEndpointRouteBuilder app)
    {
        app.MapGet(Customers, () => File("import-customers.csv")).RequireAuthorization();
        app.MapGet(Invoices, () => File("import-invoices.csv")).RequireAuthorization();
    }

    private static IResult File(string name) =>
        Results.Stream(typeof(ExampleFiles).Assembly.GetManifestResourceStream(name)!, "text/csv; charset=utf-8", name);
}
