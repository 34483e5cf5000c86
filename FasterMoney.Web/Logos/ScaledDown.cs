namespace FasterMoney.Web.Logos;

/// <summary>
/// Gathers the pixels of a picture into a smaller one, in any order, so that the large one is never in memory. Each new pixel is the
/// mean of the area it covers, weighted by alpha so that hidden colours do not shine through.
/// </summary>
internal sealed class ScaledDown
{
    // Red, green and blue times alpha, alpha, and the area.
    private const int Sums = 5;

    private readonly int _width;
    private readonly int _height;
    private readonly Share[] _columns;
    private readonly Share[] _rows;
    private readonly double[] _sums;
    private readonly double[] _row;

    public ScaledDown(int fromWidth, int fromHeight, int width, int height)
    {
        (_width, _height) = (width, height);
        (_columns, _rows) = (SharesOf(fromWidth, width), SharesOf(fromHeight, height));
        (_sums, _row) = (new double[width * height * Sums], new double[width * Sums]);
    }

    /// <summary>Adds pixels of one row: those of red, green, blue and alpha that stand at <paramref name="firstX"/> and each <paramref name="step"/> after it.</summary>
    public void AddRow(int y, ReadOnlySpan<byte> rgba, int firstX = 0, int step = 1)
    {
        Array.Clear(_row);
        var sum = default(Sum);
        var target = 0;
        for (int at = 0, x = firstX; at + 3 < rgba.Length; at += 4, x += step)
        {
            var (column, part) = _columns[x];
            if (column != target)
            {
                sum.AddTo(_row, target);
                (sum, target) = (default, column);
            }

            if (part == 1)
            {
                sum.Add(rgba[at], rgba[at + 1], rgba[at + 2], rgba[at + 3]);
                continue;
            }

            var pixel = default(Sum);
            pixel.Add(rgba[at], rgba[at + 1], rgba[at + 2], rgba[at + 3]);
            pixel.AddTo(_row, column, part);
            pixel.AddTo(_row, column + 1, 1 - part);
        }

        sum.AddTo(_row, target);
        var (row, rowPart) = _rows[y];
        AddTo(row, rowPart);
        if (rowPart < 1)
            AddTo(row + 1, 1 - rowPart);
    }

    public Pixels ToPixels()
    {
        var rgba = new byte[_width * _height * 4];
        for (var pixel = 0; pixel < _width * _height; pixel++)
        {
            var sums = _sums.AsSpan(pixel * Sums, Sums);
            if (sums[3] == 0)
                continue;

            for (var channel = 0; channel < 3; channel++)
                rgba[(pixel * 4) + channel] = Byte(sums[channel] / sums[3]);
            rgba[(pixel * 4) + 3] = Byte(sums[3] / sums[4]);
        }

        return new Pixels(_width, _height, rgba);
    }

    private void AddTo(int row, double part)
    {
        var sums = _sums.AsSpan(row * _row.Length, _row.Length);
        for (var at = 0; at < sums.Length; at++)
            sums[at] += part * _row[at];
    }

    // A pixel of the large picture lies in one of the small one, or at the border of two.
    private static Share[] SharesOf(int from, int to)
    {
        var shares = new Share[from];
        for (var at = 0; at < from; at++)
        {
            var target = (int)((long)at * to / from);
            var border = ((target + 1L) * from) - ((long)at * to);
            shares[at] = new Share(target, border >= to ? 1 : (double)border / to);
        }

        return shares;
    }

    private static byte Byte(double value) => (byte)Math.Clamp(Math.Round(value), 0, 255);

    /// <summary>Pixels that go to the same place whole; a row of them fits into these numbers.</summary>
    private struct Sum
    {
        private int _red, _green, _blue, _alpha, _area;

        public void Add(int red, int green, int blue, int alpha)
        {
            unchecked
            {
                _red += red * alpha;
                _green += green * alpha;
                _blue += blue * alpha;
                _alpha += alpha;
                _area++;
            }
        }

        public readonly void AddTo(double[] row, int column, double part = 1)
        {
            var sums = row.AsSpan(column * Sums, Sums);
            sums[0] += part * _red;
            sums[1] += part * _green;
            sums[2] += part * _blue;
            sums[3] += part * _alpha;
            sums[4] += part * _area;
        }
    }

    /// <summary>Where a pixel goes, and how much of it; the rest goes to the next one.</summary>
    private readonly record struct Share(int Target, double Part);
}
