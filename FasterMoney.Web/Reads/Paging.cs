using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Reads;

/// <summary>How long lists are read page by page.</summary>
public static class Paging
{
    public const int PageSize = 50;

    /// <summary>How many pages so many rows fill; an empty list has one.</summary>
    public static int PagesOf(int count) => Math.Max(1, (count + PageSize - 1) / PageSize);

    /// <summary>The page asked for, or the nearest that there is.</summary>
    public static int Nearest(int page, int count) => Math.Clamp(page, 1, PagesOf(count));

    /// <summary>The ids on a page, none beyond the last. Only ids: a far page then walks over an index, not over whole rows.</summary>
    /// <param name="page">From 1.</param>
    /// <param name="count">How many rows there are.</param>
    /// <param name="ordered">All ids in the list's order, or in the opposite one when it is given true.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    public static async Task<List<Guid>> IdsAsync(int page, int count, Func<bool, IQueryable<Guid>> ordered, CancellationToken cancellationToken)
    {
        var skip = (int)Math.Min((page - 1L) * PageSize, count);
        var take = Math.Min(PageSize, count - skip);
        if (take == 0)
            return [];

        // What lies in the second half is nearer to the end, so the walk starts there.
        var fromEnd = skip > count / 2;
        var ids = await ordered(fromEnd).Skip(fromEnd ? count - skip - take : skip).Take(take).ToListAsync(cancellationToken);
        if (fromEnd)
            ids.Reverse();

        return ids;
    }
}
