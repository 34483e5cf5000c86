namespace FasterMoney.Domain.People;

/// <summary>What a person may do on a site. Each role includes the ones before it.</summary>
public enum SiteRole
{
    /// <summary>Sees, previews and copies; changes nothing.</summary>
    Viewer = 0,

    /// <summary>Writes, sends and corrects invoices; edits customers and links.</summary>
    Admin = 1,

    /// <summary>Also changes the site's settings, its portal route and its people.</summary>
    Owner = 2,
}
