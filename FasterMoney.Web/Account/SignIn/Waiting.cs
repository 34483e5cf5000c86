using System.Globalization;
using FasterMoney.Web.Account.Forms;

namespace FasterMoney.Web.Account.SignIn;

internal static class Waiting
{
    /// <summary>Refuses a form for now, and tells person and program how long to wait.</summary>
    public static TypedForm RefuseFor(this TypedForm form, HttpContext context, TimeSpan wait)
    {
        context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        form.Refusal = $"Too many wrong tries. Wait {TryRule.InWords(wait)}, then try again.";
        return form;
    }
}
