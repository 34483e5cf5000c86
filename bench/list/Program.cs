using System.Globalization;
using ListBench;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var folder = Environment.GetEnvironmentVariable("BENCH_DIR") ?? throw new InvalidOperationException("BENCH_DIR names the folder for databases.");
var rounds = int.Parse(Environment.GetEnvironmentVariable("ROUNDS") ?? "41", CultureInfo.InvariantCulture);
var sizes = (Environment.GetEnvironmentVariable("SIZES") ?? "100,100000").Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture)).ToArray();
var only = Environment.GetEnvironmentVariable("ONLY");
foreach (var server in new[] { null, Environment.GetEnvironmentVariable("BENCH_POSTGRES") }.Distinct())
{
    if (only is not null && only != (server is null ? "sqlite" : "postgres"))
        continue;
    var businesses = new List<Business>();
    foreach (var size in sizes)
        businesses.Add(await Business.OpenAsync(folder, server, customers: 2000, invoices: size));
    await Figures.PrintAsync(server is null ? "SQLite" : "PostgreSQL", "invoices", businesses, Questions.Invoices, rounds);

    var many = await Business.OpenAsync(folder, server, customers: 100_000, invoices: 100);
    await Figures.PrintAsync(server is null ? "SQLite" : "PostgreSQL", "customers", [businesses[0], many], Questions.Customers, rounds);
    foreach (var business in businesses.Append(many))
        await business.DisposeAsync();
}
