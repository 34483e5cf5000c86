using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.Workspace.Acts;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Admin.Workspace;

/// <summary>Something that is still to be set up.</summary>
/// <param name="Sentence">What is missing.</param>
/// <param name="Address">Where an owner adds it.</param>
public sealed record FirstStep(string Sentence, string Address);

/// <summary>Reads what a new business has still to set up.</summary>
public sealed class FirstSteps(SiteAccess access)
{
    public async Task<IReadOnlyList<FirstStep>> OpenAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        var site = session.Site;
        var steps = MissingOnInvoices.Of(site).Select(missing => new FirstStep(missing.Sentence, MissingOnInvoices.AddressOf(missing.Field))).ToList();
        if (site.Portal is null)
            steps.Add(new("The address of customers' pages is missing: without it there are no links.", "/settings/portal"));
        if (!await session.Db.MailSettings.AnyAsync(mail => mail.SiteId == site.Id && mail.On, cancellationToken))
            steps.Add(new("Sending by e-mail is not set up. Messages can be copied without it.", "/settings/mail"));

        return steps;
    }
}
