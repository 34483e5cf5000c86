namespace FasterMoney.Web.Wording;

public sealed partial record MessageWording
{
    /// <summary>German as Switzerland writes it: no ß.</summary>
    public static MessageWording SwissGerman => field ??= German with { Regards = "Freundliche Grüsse" };
}
