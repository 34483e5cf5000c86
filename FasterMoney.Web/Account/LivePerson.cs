using FasterMoney.Web.Access;
using FasterMoney.Web.Account.Devices;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;

namespace FasterMoney.Web.Account;

/// <summary>
/// The person of a live circuit. A circuit outlives its cookie, so every half minute it asks the database again and closes
/// when the sign-in has ended, the security stamp changed, the person's last place was taken away, or a second step is asked for that it lacks.
/// </summary>
internal sealed class LivePerson(ILoggerFactory logs, IServiceScopeFactory scopes) : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(30);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState state, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var signIn = scope.ServiceProvider.GetRequiredService<SignInManager<Person>>();
        var access = scope.ServiceProvider.GetRequiredService<PersonAccess>();
        return await access.IsSignedInAsync(state.User.SignInId(), cancellationToken)
            && await signIn.ValidateSecurityStampAsync(state.User) is { } person
            && await access.HasPlaceAsync(person.Id, cancellationToken)
            && !(state.User.CameByPasswordAlone() && await access.IsAskedForSecondStepAsync(person.Id, cancellationToken));
    }
}
