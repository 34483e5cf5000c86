namespace FasterMoney.Web.Admin.Lists;

/// <summary>A tab of a list; its count is null while it is being read.</summary>
public sealed record TabLink(string Text, string Address, bool IsCurrent, int? Count);
