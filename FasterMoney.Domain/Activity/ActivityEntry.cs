using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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

    /// <summary>Its place among the entries of its site, from 1 and without gaps, in the order in which they were stored; 0 before that.</summary>
    public long Sequence { get; private set; }

    /// <summary>SHA-256 over what it says and the hash of the entry before it, so that none can be changed or taken out unseen.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>What the first entry of a site follows.</summary>
    public static byte[] NoHash { get; } = new byte[SHA256.HashSizeInBytes];

    /// <summary>Puts it behind another entry of its site.</summary>
    /// <param name="sequence">Its place.</param>
    /// <param name="previous">The hash of the entry before it; <see cref="NoHash"/> for the first.</param>
    public void Follow(long sequence, byte[] previous) => (Sequence, Hash) = (sequence, HashOf(sequence, previous));

    /// <summary>Whether it says what it said when it was put behind that entry.</summary>
    public bool Follows(byte[] previous) => Hash.AsSpan().SequenceEqual(HashOf(Sequence, previous));

    // Each part with its length in front, so that nothing moves from one into the next; the moment in the microseconds that every database keeps.
    private byte[] HashOf(long sequence, byte[] previous)
    {
        string?[] parts =
        [
            Convert.ToHexString(previous), $"{SiteId:N}", sequence.ToString(CultureInfo.InvariantCulture), $"{Id:N}", (At.Ticks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture),
            Kind.ToString(), $"{ActorUserId:N}", ActorName, $"{InvoiceId:N}", $"{CustomerId:N}", Detail,
        ];
        return SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(parts.Select(part => $"{part!.Length}:{part}\n"))));
    }

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
