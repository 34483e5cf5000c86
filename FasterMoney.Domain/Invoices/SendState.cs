namespace FasterMoney.Domain.Invoices;

/// <summary>Whether an invoice faces its customer.</summary>
public enum SendState
{
    /// <summary>Being written; customers see nothing of it.</summary>
    Draft = 0,

    /// <summary>Customer-facing, however it happened.</summary>
    Sent = 1,

    /// <summary>Cancelled: nothing to pay.</summary>
    Void = 2,
}

/// <summary>How an invoice reached its customer.</summary>
public enum SentHow
{
    /// <summary>By e-mail, written elsewhere.</summary>
    Email = 0,

    /// <summary>Handed over.</summary>
    InPerson = 1,

    /// <summary>Some other way.</summary>
    Other = 2,

    /// <summary>By e-mail from here.</summary>
    FromHere = 3,
}

/// <summary>The date-free bucket of the list that an invoice is in. Stored, so that lists and counts are index look-ups.</summary>
public enum InvoiceBucket
{
    /// <summary>Not sent.</summary>
    Draft = 0,

    /// <summary>Sent, with a balance above zero.</summary>
    Open = 1,

    /// <summary>Sent, with a balance of zero or below.</summary>
    Settled = 2,

    /// <summary>Cancelled.</summary>
    Void = 3,
}
