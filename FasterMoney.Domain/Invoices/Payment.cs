using FasterMoney.Domain.People;

namespace FasterMoney.Domain.Invoices;

/// <summary>How money came in.</summary>
public enum PaymentMethod
{
    /// <summary>By bank transfer.</summary>
    BankTransfer = 0,

    /// <summary>By card.</summary>
    Card = 1,

    /// <summary>In cash.</summary>
    Cash = 2,

    /// <summary>By cheque.</summary>
    Cheque = 3,

    /// <summary>Some other way.</summary>
    Other = 4,
}

/// <summary>Money received.</summary>
public sealed class Payment : BalanceEntry
{
    private Payment()
    {
    }

    internal Payment(Invoice invoice, EntryDetails details, PaymentMethod method, Guid? confirmsEntryId, Actor actor, DateTime utcNow)
        : base(EntryKind.Payment, invoice, details, actor, utcNow) => (Method, ConfirmsEntryId) = (method, confirmsEntryId);

    /// <summary>How it came in.</summary>
    public PaymentMethod Method { get; private set; }

    /// <summary>The processing payment that has arrived with it, if it was announced before.</summary>
    public Guid? ConfirmsEntryId { get; private set; }
}

/// <summary>Money that is on its way, such as a cheque at the bank. Customers see it as processing; the balance waits for it.</summary>
public sealed class PendingPayment : BalanceEntry
{
    private PendingPayment()
    {
    }

    internal PendingPayment(Invoice invoice, EntryDetails details, PaymentMethod method, Actor actor, DateTime utcNow)
        : base(EntryKind.PendingPayment, invoice, details, actor, utcNow) => Method = method;

    /// <summary>How it is coming in.</summary>
    public PaymentMethod Method { get; private set; }
}

/// <summary>Money of one payment given back.</summary>
public sealed class Refund : BalanceEntry
{
    private Refund()
    {
    }

    internal Refund(Invoice invoice, EntryDetails details, Guid paymentId, Actor actor, DateTime utcNow)
        : base(EntryKind.Refund, invoice, details, actor, utcNow) => PaymentId = paymentId;

    /// <summary>The payment that it gives back.</summary>
    public Guid PaymentId { get; private set; }
}
