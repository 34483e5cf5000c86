using Bunit;
using FasterMoney.Domain.FollowUps;
using FasterMoney.Domain.People;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.FollowUps;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Components;

/// <summary>The follow-ups of Northwind, shown to a person of it.</summary>
public abstract class FollowUpContext : EditorContext
{
    protected NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    protected FollowUpContent DueToday => Cast.FollowUp(TestSite.Admin.UserId) with { DueOn = Cast.Today };

    protected IRenderedComponent<FollowUpsPage> Show(string address) => Show(address, TestSite.Admin, SiteRole.Admin);

    protected IRenderedComponent<FollowUpsPage> Show(string address, Caller who, SiteRole role)
    {
        Navigation.NavigateTo(address);
        return ShowTo<FollowUpsPage>(who, role);
    }

    protected Task<int> CountAsync() => Stage.ReadAsync(db => db.FollowUps.CountAsync());

    protected Task<FollowUp> SingleAsync() => Stage.ReadAsync(db => db.FollowUps.SingleAsync());
}
