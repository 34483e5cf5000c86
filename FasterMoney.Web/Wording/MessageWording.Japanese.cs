using FasterMoney.Domain.Messages;

namespace FasterMoney.Web.Wording;

public sealed partial record MessageWording
{
    public static MessageWording Japanese { get; } = new()
    {
        Code = "ja",
        Greeting = "{{customer_name}} 様",
        Regards = "どうぞよろしくお願いいたします。",
        Templates = new Dictionary<MessageTemplate, MessageParts>
        {
            [MessageTemplate.Blank] = new(
                "請求書 {{invoice_number}}",
                "",
                null,
                ""),
            [MessageTemplate.InvoiceSent] = new(
                "請求書 {{invoice_number}}（{business}）",
                "平素より大変お世話になっております。請求書 {{invoice_number}} をご用意いたしました。お支払残高は {{balance_due}}、お支払期限は {{due_date}} です。",
                "請求書、現在の残高、お支払い方法はこちらでご確認いただけます：",
                "ご不明な点がございましたら、このメールにご返信ください。"),
            [MessageTemplate.ReminderBeforeDue] = new(
                "請求書 {{invoice_number}} のお支払期限は {{due_date}} です",
                "いつもお世話になっております。請求書 {{invoice_number}} のお支払期限が近づいてまいりましたので、ご案内申し上げます。お支払期限は {{due_date}}、お支払残高は {{balance_due}} です。",
                "請求書、現在の残高、お支払い方法はこちらでご確認いただけます：",
                "すでにお支払い済みの場合は、行き違いをご容赦ください。"),
            [MessageTemplate.DueToday] = new(
                "請求書 {{invoice_number}} は本日がお支払期限です",
                "いつもお世話になっております。請求書 {{invoice_number}} は本日、{{due_date}} がお支払期限です。お支払残高は {{balance_due}} です。",
                "請求書、現在の残高、お支払い方法はこちらでご確認いただけます：",
                "すでにお支払い済みの場合は、行き違いをご容赦ください。"),
            [MessageTemplate.Overdue] = new(
                "お支払いのご確認：請求書 {{invoice_number}}",
                "いつもお世話になっております。{{due_date}} をお支払期限とする請求書 {{invoice_number}} につきまして、全額のご入金をまだ確認できておりません。お支払残高は {{balance_due}} です。恐れ入りますが、数日中にお手続きくださいますようお願い申し上げます。",
                "請求書、現在の残高、お支払い方法はこちらでご確認いただけます：",
                "すでにお手続き済みの場合は、行き違いをご容赦ください。ご不明な点がございましたら、このメールにご返信ください。"),
            [MessageTemplate.CorrectedBalance] = new(
                "請求書 {{invoice_number}} の残高訂正のお知らせ",
                "請求書 {{invoice_number}} の残高を訂正いたしました。現在のお支払残高は {{balance_due}} です。",
                "残高の内訳はこちらでご確認いただけます：",
                "ご迷惑をおかけしましたことをお詫び申し上げます。"),
            [MessageTemplate.PaymentReceived] = new(
                "請求書 {{invoice_number}} のご入金ありがとうございます",
                "請求書 {{invoice_number}} のご入金を確認いたしました。誠にありがとうございます。現在のお支払残高は {{balance_due}} です。",
                "請求書とご入金の記録は引き続きこちらでご覧いただけます：",
                "今後ともよろしくお願いいたします。"),
        },
    };
}
