using FasterMoney.Domain.Contacts;
using FasterMoney.Domain.ContentChecks;
using FasterMoney.Domain.Messages;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Admin.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Commands;

/// <summary>What the product itself writes has to pass its own check, for whatever invoice.</summary>
public sealed class TemplatesPassTheCheckTests : IAsyncLifetime
{
    private static readonly InvoiceRole[] WithoutLink = [InvoiceRole.Draft, InvoiceRole.Withdrawn, InvoiceRole.Void];

    private Stage _stage = null!;

    public async Task InitializeAsync() => _stage = await Stage.OnAsync();

    public async Task DisposeAsync() => await _stage.DisposeAsync();

    public static TheoryData<string> Languages => [.. CustomerLanguage.All];

    [Theory, MemberData(nameof(Languages))]
    public async Task Every_template_about_every_invoice_passes_without_a_finding(string language)
    {
        var testSite = _stage.Northwind;
        await _stage.Customers.EditAsync(testSite.Admin, testSite.Ada, 1, Cast.AdasBakery with { Language = language });
        var invoices = await _stage.FillAsync(testSite);
        var reviews = ActivatorUtilities.CreateInstance<MessageReviews>(_stage.Services);
        foreach (var (role, invoice) in invoices.Where(each => !WithoutLink.Contains(each.Key)))
        {
            foreach (var template in Enum.GetValues<MessageTemplate>().Where(template => template != MessageTemplate.Blank))
            {
                var id = await _stage.Messages.DraftAsync(testSite.Admin, invoice, template);
                var review = (await reviews.FindAsync(testSite.Admin, id))!;
                // "Due today" is true on one day alone, and the check says so on every other.
                if (template == MessageTemplate.DueToday)
                {
                    review.Findings.Where(finding => finding.Code != FindingCode.WrongDate).Should().BeEmpty("{0} in {1} about the {2} invoice reads:\n{3}", template, language, role, review.Body);
                    continue;
                }

                review.Findings.Should().BeEmpty("{0} in {1} about the {2} invoice reads:\n{3}", template, language, role, review.Body);
                review.CanApprove.Text.Should().BeEmpty();
                review.Body.Should().Contain("https://pay.northwind.example/pay/").And.NotContain("{{");
            }
        }
    }
}
