using FasterMoney.Web.Access;
using FasterMoney.Web.Assistant.Reading;
using FasterMoney.Web.Commands;
using Microsoft.Extensions.AI;

namespace FasterMoney.Web.Assistant.Tools;

/// <summary>The tools of one conversation, bound to the person who has it.</summary>
public sealed record ToolSet(Subject Subject, ToolLog Log, IReadOnlyList<AIFunction> Functions);

/// <summary>Makes the tools of a conversation. Whoever is asked about is decided here and never by a model.</summary>
public sealed class ToolBox(
    InvoiceReads invoices, BalanceReads balances, LinkReads links, OverdueReads overdue, CustomerReads customers, OwnerReads owners, DraftReads drafts,
    MessageCommands messages, FollowUpCommands followUps)
{
    public ToolSet For(Guid? invoiceId, Caller caller)
    {
        var (subject, log) = (new Subject(caller, invoiceId, invoices), new ToolLog());
        var one = new InvoiceTools(subject, log, invoices, balances);
        var all = new BusinessTools(subject, log, links, overdue, customers);
        var owner = new OwnerTools(subject, log, owners);
        var writing = new WritingTools(subject, log, invoices, drafts, messages, followUps);
        return new ToolSet(subject, log,
        [
            Tool(one.InvoiceFacts, ToolNames.InvoiceFacts),
            Tool(one.ExplainBalance, ToolNames.ExplainBalance),
            Tool(one.FindInvoices, ToolNames.FindInvoices),
            Tool(all.UnavailableLinks, ToolNames.UnavailableLinks),
            Tool(all.OverdueNotOpened, ToolNames.OverdueNotOpened),
            Tool(owner.WhoOwesMost, ToolNames.WhoOwesMost),
            Tool(owner.MoneyIn, ToolNames.MoneyIn),
            Tool(owner.DueThisWeek, ToolNames.DueThisWeek),
            Tool(owner.WhoPaysLate, ToolNames.WhoPaysLate),
            Tool(owner.DebtAges, ToolNames.DebtAges),
            Tool(all.FindCustomers, ToolNames.FindCustomers),
            Tool(writing.CreateMessageDraft, ToolNames.CreateMessageDraft),
            Tool(writing.ProposeFollowUp, ToolNames.ProposeFollowUp),
        ]);
    }

    private static AIFunction Tool(Delegate method, string name) => AIFunctionFactory.Create(method, new AIFunctionFactoryOptions { Name = name });
}
