using System.Buffers.Binary;

namespace FasterMoney.Tests.Support;

/// <summary>JPEGs of plain blocks of 8 by 8 pixels, as large as one likes, each block in a shade of its own.</summary>
public sealed class RawJpeg
{
    // One code of four bits for each length of a mean, one of one bit for "nothing but the mean".
    private static readonly byte[] Codes =
    [
        0xFF, 0xC4, 0, 49,
        0x00, .. new byte[] { 0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
        0x10, .. new byte[] { 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, 0,
    ];

    private readonly MemoryStream _file = new();
    private readonly int _width;
    private readonly int _height;
    private readonly int _sampling;
    private readonly int _restarts;
    private int _bits;
    private int _count;

    private RawJpeg(int width, int height, int sampling, int restarts) => (_width, _height, _sampling, _restarts) = (width, height, sampling, restarts);

    /// <summary>A picture in brightness and two colour differences.</summary>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="shades">The three of the block at a place, which is counted in blocks.</param>
    /// <param name="progressive">In passes, the last of which adds the last bit of each mean.</param>
    /// <param name="sampling">Blocks of brightness for one of colour, across and down.</param>
    /// <param name="restarts">After so many units it starts anew; 0 for never.</param>
    public static byte[] Of(int width, int height, Func<int, int, (int Y, int Cb, int Cr)> shades, bool progressive, int sampling = 1, int restarts = 0)
    {
        var jpeg = new RawJpeg(width, height, sampling, restarts);
        jpeg._file.Write([0xFF, 0xD8, 0xFF, 0xDB, 0, 67, 0, .. Enumerable.Repeat((byte)8, 64)]);
        var size = new byte[4];
        BinaryPrimitives.WriteUInt16BigEndian(size, (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(size.AsSpan(2), (ushort)width);
        jpeg._file.Write([0xFF, (byte)(progressive ? 0xC2 : 0xC0), 0, 17, 8, .. size, 3, 1, (byte)(sampling * 0x11), 0, 2, 0x11, 0, 3, 0x11, 0]);
        jpeg._file.Write(Codes);
        jpeg._file.Write([0xFF, 0xDD, 0, 4, (byte)(restarts >> 8), (byte)restarts]);
        if (progressive)
        {
            jpeg.WriteScan(shades, [0, 0, 0x01], hasRest: false);
            jpeg.WriteRest(component: 2);
            jpeg.WriteScan(shades, [0, 0, 0x10], hasRest: false);
        }
        else
        {
            jpeg.WriteScan(shades, [0, 63, 0], hasRest: true);
        }

        jpeg._file.Write([0xFF, 0xD9]);
        return jpeg._file.ToArray();
    }

    private void WriteScan(Func<int, int, (int Y, int Cb, int Cr)> shades, byte[] passes, bool hasRest)
    {
        _file.Write([0xFF, 0xDA, 0, 12, 3, 1, 0, 2, 0, 3, 0, .. passes]);
        var (last, units) = (new int[3], 0);
        for (var y = 0; y < Units(_height); y++)
        {
            for (var x = 0; x < Units(_width); x++, units++)
            {
                if (_restarts > 0 && units > 0 && units % _restarts == 0)
                {
                    Align();
                    _file.Write([0xFF, (byte)(0xD0 + (((units / _restarts) - 1) % 8))]);
                    Array.Clear(last);
                }

                for (var block = 0; block < _sampling * _sampling; block++)
                    Write(0, shades((x * _sampling) + (block % _sampling), (y * _sampling) + (block / _sampling)).Y);
                Write(1, shades(x * _sampling, y * _sampling).Cb);
                Write(2, shades(x * _sampling, y * _sampling).Cr);
            }
        }

        Align();

        // The shade is the mean, and a step of the table is one shade.
        void Write(int component, int shade)
        {
            var mean = shade - 128;
            if (passes[2] == 0x10)
            {
                Put(mean & 1, 1);
                return;
            }

            mean >>= passes[2];
            var (difference, length) = (mean - last[component], 0);
            last[component] = mean;
            while (Math.Abs(difference) >> length > 0)
                length++;
            Put(length, 4);
            Put(difference < 0 ? difference + (1 << length) - 1 : difference, length);
            if (hasRest)
                Put(0, 1);
        }
    }

    // All that is not the mean, of one component: nothing.
    private void WriteRest(byte component)
    {
        _file.Write([0xFF, 0xDA, 0, 8, 1, component, 0, 1, 63, 0]);
        for (var block = 0; block < (Units(_width) * Units(_height)) / 8; block++)
            Put(0, 8);
        Align();
    }

    private int Units(int length) => (length + (8 * _sampling) - 1) / (8 * _sampling);

    private void Put(int value, int length)
    {
        for (var bit = length - 1; bit >= 0; bit--)
        {
            _bits = (_bits << 1) | ((value >> bit) & 1);
            if (++_count == 8)
                Flush();
        }
    }

    private void Align()
    {
        while (_count > 0)
            Put(1, 1);
    }

    private void Flush()
    {
        _file.WriteByte((byte)_bits);
        if (_bits == 0xFF)
            _file.WriteByte(0);
        (_bits, _count) = (0, 0);
    }
}
