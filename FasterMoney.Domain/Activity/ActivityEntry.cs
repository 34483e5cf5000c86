using FasterMoney.Domain.People;

namespace FasterMoney.Domain.Activity;

/// <summary>One thing that happened on a site, with who and when. Append-only; never shown to customers.</summary>
public sealed class ActivityEntry
{
    private static int _written;

    private ActivityEntry()
    {
    }

    /// <param name="detail">What the sentence needs besides: an amount, a reason, a way of sending; may be empty.</param>
    public ActivityEntry(Guid siteId, ActivityKind kind, Actor actor, DateTime utcNow, string detail = "")
    {
        Id = NextId(utcNow);
        SiteId = siteId;
        Kind = kind;
        At = utcNow;
        ActorUserId = actor.UserId;
        ActorName = actor.Name;
        Detail = detail;
    }

    /// <summary>Orders entries of one moment.</summary>
    public Guid Id { get; private set; }

    public Guid SiteId { get; private set; }

    public Guid? InvoiceId { get; init; }

    public Guid? CustomerId { get; init; }

    public ActivityKind Kind { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>The person's account; null for the application.</summary>
    public Guid? ActorUserId { get; private set; }

    /// <summary>The person's name at that time.</summary>
    public string ActorName { get; private set; } = "";

    /// <summary>What the sentence needs besides; may be empty.</summary>
    public string Detail { get; private set; } = "";

    // A version 7 id is random within its millisecond, in which one act may write several entries: a count takes the first
    // random bits, beside the four of the version and the two of the variant (RFC 9562, section 6.2, method 1).
    private static Guid NextId(DateTime utcNow)
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(utcNow).TryWriteBytes(bytes, bigEndian: true, out _);
        var count = unchecked((uint)Interlocked.Increment(ref _written));
        bytes[6] = (byte)(0x70 | ((count >> 22) & 0x0F));
        bytes[7] = (byte)((count >> 14) & 0xFF);
        bytes[8] = (byte)(0x80 | ((count >> 8) & 0x3F));
        bytes[9] = (byte)(count & 0xFF);
        return new Guid(bytes, bigEndian: true);
    }
}

/// <summary>Something that writes down what is done to it; the entries are stored with the change itself.</summary>
public interface IRecordActivity
{
    /// <summary>Entries not yet stored.</summary>
    List<ActivityEntry> NewActivity { get; }
}
