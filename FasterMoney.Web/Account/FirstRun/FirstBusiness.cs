using System.Data;
using FasterMoney.Domain.Contacts;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Account.Forms;
using FasterMoney.Web.Data;
using FasterMoney.Web.Wording;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Account.FirstRun;

/// <summary>Creates the first owner and their business in one transaction, on an empty database only.</summary>
internal sealed class FirstBusiness(FasterMoneyDb db, UserManager<Person> people, TimeProvider time)
{
    /// <summary>Chosen by those whose country is not in the list.</summary>
    public const string OtherCountry = "other";

    /// <summary>Marks every field that cannot be taken.</summary>
    public static void Check(TypedForm form)
    {
        form.RefuseWhen(form["name"].Length is 0 or > 100 || !TextRule.IsOneLine(form["name"]), "name", "Enter your name, in one line.");
        form.RefuseWhen(form["email"].Length == 0, "email", "Enter your e-mail address.");
        Refuse(form, EmailAddress.Check(form["email"]).Reasons.Select(reason => ("email", reason.Sentence)));
        if (PasswordRule.Against(form.Raw("password"), form["email"]) is { } weak)
            form.Refuse("password", weak);

        form.RefuseWhen(
            form["currency"].Length == 0 && form["country"] != OtherCountry && Country.Find(form["country"]) is null, "country", "Choose the country.");
        Refuse(form, Content(form).Check().Reasons.Select(reason => (FieldOf(reason.Field), reason.Sentence)));
        if (HasRoute(form))
            Refuse(form, PortalRoute.Check(form["baseUrl"], form["segment"]).Reasons.Select(reason => (FieldOf(reason.Field), reason.Sentence)));
    }

    /// <summary>The first owner; null when somebody was faster or the account was refused, as the form then says.</summary>
    public async Task<Person?> CreateAsync(TypedForm form, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        if (await db.Users.AnyAsync(cancellationToken) || await db.Sites.AnyAsync(cancellationToken))
        {
            form.Refusal = "There is a business here already.";
            return null;
        }

        var person = Person.New(form["name"], form["email"], now);
        var created = await people.CreateAsync(person, form.Raw("password"));
        if (!created.Succeeded)
        {
            form.Refusal = string.Join(" ", created.Errors.Select(error => error.Description));
            return null;
        }

        var site = new Site(Content(form), now);
        if (HasRoute(form))
            site.ConfigurePortal(PortalRoute.Parse(form["baseUrl"], form["segment"]), new Actor(person.Id, person.DisplayName), now);

        db.Add(site);
        db.Add(new Membership(site.Id, person.Id, SiteRole.Owner));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return person;
    }

    private static bool HasRoute(TypedForm form) => form["baseUrl"].Length + form["segment"].Length > 0;

    /// <summary>What is usual in the country, and over it what was chosen otherwise.</summary>
    private static SiteContent Content(TypedForm form)
    {
        var bare = SiteContent.New(form["business"], Or(form["currency"], "USD"), Or(form["timeZone"], SetupChoices.LocalTimeZone));
        var usual = Country.Find(form["country"])?.Usual(bare, form["language"], SetupChoices.LocalTimeZone) ?? bare;
        return usual with
        {
            CurrencyCode = Or(form["currency"], usual.CurrencyCode),
            TimeZoneId = Or(form["timeZone"], usual.TimeZoneId),
            Language = Or(form["language"], usual.Language),
        };
    }

    private static string Or(string typed, string usual) => typed.Length > 0 ? typed : usual;

    private static void Refuse(TypedForm form, IEnumerable<(string Field, string Sentence)> reasons)
    {
        foreach (var (field, sentence) in reasons)
            form.Refuse(field, sentence);
    }

    private static string FieldOf(string? ruleField) => ruleField switch
    {
        nameof(SiteContent.CurrencyCode) => "currency",
        nameof(SiteContent.TimeZoneId) => "timeZone",
        nameof(SiteContent.Language) => "language",
        "BaseUrl" => "baseUrl",
        "Segment" => "segment",
        _ => "business",
    };
}
