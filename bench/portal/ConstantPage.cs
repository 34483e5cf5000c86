using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

[assembly: HostingStartup(typeof(PortalBench.ConstantPage))]

namespace PortalBench;

/// <summary>
/// Starts the application as it is, with one more address in front of its pipeline: a constant page of the size
/// in BENCH_BYTES, which is what the customer's page is measured against.
/// </summary>
public sealed class ConstantPage : IHostingStartup, IStartupFilter
{
    private readonly byte[] _page = new byte[int.Parse(Environment.GetEnvironmentVariable("BENCH_BYTES") ?? "8000", System.Globalization.CultureInfo.InvariantCulture)];

    public static int Main(string[] args)
    {
        var entry = typeof(FasterMoney.Web.Portal.PortalPage).Assembly.EntryPoint!;
        return entry.Invoke(null, [args]) as int? ?? 0;
    }

    public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(this));

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        Array.Fill(_page, (byte)'a');
        app.Use(async (HttpContext http, RequestDelegate rest) =>
        {
            if (http.Request.Path != "/bench-constant")
            {
                await rest(http);
                return;
            }

            http.Response.ContentType = "text/html; charset=utf-8";
            http.Response.ContentLength = _page.Length;
            await http.Response.Body.WriteAsync(_page);
        });
        next(app);
    };
}
