namespace FasterMoney.Web.Assistant.Facts;

/// <summary>A draft that waits for a person. The placeholders in it are filled in when it was approved.</summary>
public sealed record WrittenDraft(string Invoice, Quoted Customer, string Template, string Subject, string Note);

/// <summary>A follow-up that waits for a person.</summary>
public sealed record ProposedFollowUp(string Invoice, string Title, string DueOn, string Note);
