namespace FasterMoney.Web.Assistant.Tools;

/// <summary>What a tool answers when it does not do what it was asked: a sentence that the model can act on.</summary>
public sealed record Refusal(string Refused);
