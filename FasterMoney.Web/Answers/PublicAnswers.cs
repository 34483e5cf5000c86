namespace FasterMoney.Web.Answers;

/// <summary>Writes what strangers get, always under the portal's headers.</summary>
public static class PublicAnswers
{
    public const string Html = "text/html; charset=utf-8";

    /// <summary>The one 404: the same for every address that is not there, of whatever room.</summary>
    public static Task NothingAsync(HttpContext context) => WriteAsync(context, StatusCodes.Status404NotFound, Html, PortalNotices.NotFound);

    public static async Task WriteAsync(HttpContext context, int status, string? contentType, ReadOnlyMemory<byte> body)
    {
        var response = context.Response;
        PortalHeaders.Apply(response);
        response.StatusCode = status;
        response.ContentType = contentType;
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.Body.WriteAsync(body, context.RequestAborted);
    }
}
