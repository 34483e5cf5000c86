using FasterMoney.Web.Answers;
using Microsoft.AspNetCore.Http.Features;

namespace FasterMoney.Web.Host;

/// <summary>Reads each form before anybody uses it. One that is malformed, or larger than any form of the application, is answered with 400 and is no fault worth a log line.</summary>
public sealed class ReadableForms(RequestDelegate next)
{
    /// <summary>Bytes. The longest form is a set-up or an account's; files travel another way.</summary>
    public const int MostBytes = 256 * 1024;

    private const int MostFields = 100;

    public static void Limit(FormOptions form)
    {
        form.ValueCountLimit = MostFields;
        form.KeyLengthLimit = 200;
        form.ValueLengthLimit = MostBytes;
        form.MultipartBodyLengthLimit = MostBytes;
    }

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.HasFormContentType && !await CanBeReadAsync(context))
        {
            await PublicAnswers.WriteAsync(context, StatusCodes.Status400BadRequest, PublicAnswers.Html, PortalNotices.UnreadableForm);
            return;
        }

        await next(context);
    }

    private static async Task<bool> CanBeReadAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = MostBytes;

        try
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            // No database keeps a null character, and no field of a form has one to offer.
            return form.All(field => !field.Key.Contains('\0', StringComparison.Ordinal) && !field.Value.ToString().Contains('\0', StringComparison.Ordinal));
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or InvalidOperationException or ArgumentException)
        {
            // BadHttpRequestException is an IOException.
            return false;
        }
    }
}
