using FasterMoney.Web.Admin.Checking;
using FasterMoney.Web.Admin.Controls;
using FasterMoney.Web.Admin.Customers;
using FasterMoney.Web.Admin.FollowUps;
using FasterMoney.Web.Admin.Messages;
using FasterMoney.Web.Admin.Messages.Editor;
using FasterMoney.Web.Admin.Messages.Sending;
using FasterMoney.Web.Admin.Unsaved;
using FasterMoney.Web.Admin.Workspace;
using FasterMoney.Web.Admin.Workspace.Acts;
using FasterMoney.Web.Admin.Workspace.Editor;
using FasterMoney.Web.Admin.Workspace.Entries;
using MudBlazor.Services;

namespace FasterMoney.Web.Admin;

public static class AdminSetup
{
    public static IServiceCollection AddAdmin(this IServiceCollection services)
    {
        services.AddMudServices();
        services.AddSingleton<MoneyRows>();
        services.AddSingleton<MoneyExport>();
        services.AddSingleton<DrawerInvoices>();
        services.AddSingleton<InvoiceDrafts>();
        services.AddSingleton<SendReviews>();
        services.AddSingleton<FirstSteps>();
        services.AddSingleton<InvoiceLedgers>();
        services.AddSingleton<FollowUpRows>();
        services.AddSingleton<OpenFollowUps>();
        services.AddSingleton<PasteChecks>();
        services.AddSingleton<CustomerRows>();
        services.AddSingleton<CustomerRecords>();
        services.AddSingleton<MessageRows>();
        services.AddSingleton<MessageReviews>();
        services.AddSingleton<MessageEditorReads>();
        services.AddSingleton<OutboxHealths>();
        services.AddScoped<Toasts>();
        services.AddScoped<BrowserStorage>();
        services.AddScoped<KeptInputs>();
        return services;
    }
}
