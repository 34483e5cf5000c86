using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;

namespace FasterMoney.Tests.Support;

/// <summary>Fills forms as a browser does: opens the page first and sends its hidden fields back.</summary>
public static partial class FormPosts
{
    public static HttpClient Browser(this FasterMoneyApp app) => app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    public static async Task<HttpResponseMessage> PostFormAsync(
        this HttpClient browser, string page, string action, params (string Name, string Value)[] fields) =>
        await (await browser.OpenFormAsync(page)).PostAsync(action, fields);

    /// <summary>Opens a page with a form, to be sent back later.</summary>
    public static async Task<OpenForm> OpenFormAsync(this HttpClient browser, string page) =>
        new(browser, WebUtility.HtmlDecode(Token().Match(await browser.GetStringAsync(page)).Groups[1].Value));

    public static Task<HttpResponseMessage> SignInAsync(this HttpClient browser, string email, string password = Cast.Password, string? returnUrl = null) =>
        browser.PostFormAsync("/account/login", "/account/login", ("email", email), ("password", password), ("returnUrl", returnUrl ?? ""));

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}

/// <summary>A form in a browser.</summary>
public sealed record OpenForm(HttpClient Browser, string Token)
{
    public Task<HttpResponseMessage> PostAsync(string action, params (string Name, string Value)[] fields) => Browser.PostAsync(action, new FormUrlEncodedContent(
        fields.Append((Name: "__RequestVerificationToken", Value: Token)).Select(field => KeyValuePair.Create(field.Name, field.Value))));
}
