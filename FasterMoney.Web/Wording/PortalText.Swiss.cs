namespace FasterMoney.Web.Wording;

public sealed partial record PortalText
{
    /// <summary>German as Switzerland writes it: no ß, and another tax.</summary>
    public static PortalText SwissGerman => field ??= German with { Tax = "MwSt.", TaxNumber = "MWST-Nr. / UID" };

    /// <summary>French as Switzerland writes it.</summary>
    public static PortalText SwissFrench => field ??= French with { TaxNumber = "N° TVA / IDE" };
}
