using FasterMoney.Domain.Rules;

namespace FasterMoney.Web.Admin.Workspace.Acts;

/// <summary>One thing to do with the invoice, under the name by which it is found.</summary>
public sealed record InvoiceAct(string Name, RuleCheck Allowed, Func<Task> Do);
