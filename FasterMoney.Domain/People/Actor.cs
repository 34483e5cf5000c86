namespace FasterMoney.Domain.People;

/// <summary>Who does something: a person of the site, or the application itself.</summary>
/// <param name="UserId">The person's account; null for the application.</param>
/// <param name="Name">The name that colleagues read in the activity. Never shown to customers.</param>
public sealed record Actor(Guid? UserId, string Name);
