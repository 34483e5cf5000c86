using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FasterMoney.Web.Data;

/// <summary>Moments are stored and read as UTC; a local one is a fault.</summary>
public sealed class UtcDateTime() : ValueConverter<DateTime, DateTime>(
    value => Checked(value),
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc))
{
    // Microseconds, which PostgreSQL keeps: what is read back is what was written.
    private static DateTime Checked(DateTime value) => value.Kind == DateTimeKind.Utc
        ? new DateTime(value.Ticks - (value.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc)
        : throw new InvalidOperationException("Moments are stored in UTC.");
}
