using FasterMoney.Web.Data;

namespace FasterMoney.Web.Admin.Help;

/// <summary>What people of the site call what is wrong with a guide.</summary>
public static class GuideWords
{
    public static string Of(GuideFault fault) => fault switch
    {
        GuideFault.CannotFind => "I cannot find it",
        GuideFault.HardToUnderstand => "It is hard to understand",
        GuideFault.OutOfDate => "It is out of date",
        _ => "It does not work",
    };
}
