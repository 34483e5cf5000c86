using System.Buffers.Binary;
using System.IO.Compression;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Data;
using FasterMoney.Web.Logos;
using StbImageSharp;

namespace FasterMoney.Tests.Logos;

/// <summary>Every kind of PNG and JPEG that a program may export, of 16 megapixels too.</summary>
public sealed class LogoKindsTests
{
    private const int Width = 37;
    private const int Height = 23;

    public static TheoryData<int, int, bool, bool> PngKinds { get; } = Kinds();

    [Theory, MemberData(nameof(PngKinds))]
    public void A_PNG_of_every_kind_becomes_the_pixels_that_it_holds(int colourType, int bits, bool interlaced, bool hasTransparent)
    {
        var file = new AnyPng(colourType, bits, interlaced, hasTransparent).Write();
        var (logo, refusal) = LogoFile.Read(file);
        refusal.Should().BeNull();

        var seen = ImageResult.FromMemory(logo!.Png, ColorComponents.RedGreenBlueAlpha).Data;
        var meant = ImageResult.FromMemory(file, ColorComponents.RedGreenBlueAlpha).Data;
        for (var at = 0; at < meant.Length; at += 4)
        {
            // What nobody can see may have any colour.
            seen[at + 3].Should().Be(meant[at + 3]);
            if (meant[at + 3] > 0)
                seen[at..(at + 3)].Should().Equal(meant[at..(at + 3)]);
        }
    }

    [Theory]
    [InlineData(false, 1, 0)]
    [InlineData(false, 2, 0)]
    [InlineData(false, 2, 7)]
    [InlineData(true, 1, 0)]
    [InlineData(true, 2, 11)]
    public void A_large_JPEG_keeps_its_colours(bool progressive, int sampling, int restarts)
    {
        // A quarter each in red, green, blue and grey; brightness and differences as JFIF has them.
        var file = RawJpeg.Of(3000, 2000, (x, y) => (x < 188, y < 126) switch
        {
            (true, true) => (76, 85, 255),
            (false, true) => (150, 44, 21),
            (true, false) => (29, 255, 107),
            _ => (129, 128, 128),
        }, progressive, sampling, restarts);

        var (logo, refusal) = LogoFile.Read(file);

        refusal.Should().BeNull();
        (logo!.Width, logo.Height).Should().Be((144, 96));
        Near(PixelOf(logo, 30, 20), 254, 0, 0);
        Near(PixelOf(logo, 110, 20), 0, 255, 0);
        Near(PixelOf(logo, 30, 80), 0, 0, 254);
        Near(PixelOf(logo, 110, 80), 129, 129, 129);
    }

    [Fact]
    public void A_large_JPEG_that_is_cut_or_damaged_is_refused()
    {
        var file = RawJpeg.Of(3000, 2000, (x, y) => (x, y, 128), progressive: false);
        LogoFile.Read([.. file[..(file.Length / 2)], 0xFF, 0xD9]).Refusal.Should().Be(LogoFile.Unreadable);
        var dice = new Random(3);
        for (var damaged = 0; damaged < 200; damaged++)
        {
            var copy = file.ToArray();
            for (var bytes = 0; bytes < 3; bytes++)
                copy[dice.Next(2, damaged % 2 == 0 ? 300 : copy.Length)] = (byte)dice.Next(256);
            FluentActions.Invoking(() => LogoFile.Read(copy)).Should().NotThrow("whatever a file holds, it is a logo or a refusal");
        }
    }

    private static void Near(byte[] pixel, params int[] meant) =>
        pixel.Take(3).Zip(meant, (a, b) => Math.Abs(a - b)).Max().Should().BeLessThan(4, "{0} should be like {1}", string.Join(',', pixel), string.Join(',', meant));

    private static byte[] PixelOf(SiteLogo logo, int x, int y) =>
        ImageResult.FromMemory(logo.Png, ColorComponents.RedGreenBlueAlpha).Data.AsSpan(((y * logo.Width) + x) * 4, 4).ToArray();

    private static TheoryData<int, int, bool, bool> Kinds()
    {
        (int Type, int[] Bits)[] all = [(0, [1, 2, 4, 8, 16]), (2, [8, 16]), (3, [1, 2, 4, 8]), (4, [8, 16]), (6, [8, 16])];
        var kinds = new TheoryData<int, int, bool, bool>();
        foreach (var (type, bits) in all)
        {
            foreach (var each in bits)
            {
                kinds.Add(type, each, false, false);
                kinds.Add(type, each, true, false);
                if (type is 0 or 2 or 3)
                    kinds.Add(type, each, false, true);
            }
        }

        return kinds;
    }

    /// <summary>Writes pixels by the letter of the specification, each row with another filter.</summary>
    private sealed class AnyPng(int colourType, int bits, bool interlaced, bool hasTransparent)
    {
        private readonly Random _dice = new(colourType + bits);
        private readonly int _channels = colourType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

        public byte[] Write()
        {
            using var rows = new MemoryStream();
            (int X, int Y, int StepX, int StepY)[] passes = interlaced
                ? [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
                : [(0, 0, 1, 1)];
            foreach (var (x, y, stepX, stepY) in passes)
                WritePass(rows, (Width - x + stepX - 1) / stepX, (Height - y + stepY - 1) / stepY);

            using var packed = new MemoryStream();
            using (var packing = new ZLibStream(packed, CompressionLevel.Fastest))
                packing.Write(rows.ToArray());
            var header = new byte[13];
            BinaryPrimitives.WriteInt32BigEndian(header, Width);
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
            (header[8], header[9], header[12]) = ((byte)bits, (byte)colourType, interlaced ? (byte)1 : (byte)0);
            byte[] palette = colourType == 3 ? RawPng.Chunk("PLTE", Bytes(3 << bits)) : [];
            byte[] transparent = hasTransparent ? RawPng.Chunk("tRNS", colourType == 3 ? Bytes(2) : Enumerable.Range(0, _channels).SelectMany(_ => new byte[] { 0, 1 }).ToArray()) : [];
            var middle = packed.ToArray();
            return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. RawPng.Chunk("IHDR", header), .. palette, .. transparent,
                .. RawPng.Chunk("IDAT", middle[..10]), .. RawPng.Chunk("tEXt", [1, 2]), .. RawPng.Chunk("IDAT", middle[10..]), .. RawPng.Chunk("IEND", [])];
        }

        // Few values, so that the picture stays small enough to keep all its colours.
        private void WritePass(MemoryStream file, int width, int height)
        {
            var length = ((width * _channels * bits) + 7) / 8;
            var step = Math.Max(1, _channels * bits / 8);
            var above = new byte[length];
            for (var y = 0; y < height && width > 0; y++)
            {
                var row = Enumerable.Range(0, length).Select(_ => (byte)(bits < 8 ? _dice.Next(256) : _dice.Next(3) * (hasTransparent ? 1 : 100))).ToArray();
                var filter = y % 5;
                file.WriteByte((byte)filter);
                for (var x = 0; x < length; x++)
                {
                    int left = x >= step ? row[x - step] : 0, up = above[x], corner = x >= step ? above[x - step] : 0, near = left + up - corner;
                    int[] distances = [Math.Abs(near - left), Math.Abs(near - up), Math.Abs(near - corner)];
                    var guess = filter switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, _ => new[] { left, up, corner }[Array.IndexOf(distances, distances.Min())] };
                    file.WriteByte(unchecked((byte)(row[x] - guess)));
                }

                above = row;
            }
        }

        private byte[] Bytes(int count) => [.. Enumerable.Range(0, count).Select(_ => (byte)_dice.Next(256))];
    }
}
