using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Data;
using FasterMoney.Web.Logos;
using StbImageSharp;

namespace FasterMoney.Tests.Logos;

public sealed class LogoFileTests
{
    // A green frame with a white middle, 16 by 12 pixels.
    private static readonly byte[] Jpeg = Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAoHBwgHBgoICAgLCgoLDhgQDg0NDh0VFhEYIx8lJCIfIiEmKzcvJik0KSEiMEExNDk7Pj4+JS5ESUM8SDc9Pjv/" +
        "2wBDAQoLCw4NDhwQEBw7KCIoOzs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozv/wAARCAAMABADASIAAhEBAxEB/8QA" +
        "FgABAQEAAAAAAAAAAAAAAAAAAAIG/8QAIhAAAAQGAgMAAAAAAAAAAAAAAQQREgACAwYTFAUxIVKR/8QAFQEBAQAAAAAAAAAAAAAAAAAAAwX/xAAbEQACAQUA" +
        "AAAAAAAAAAAAAAAAEhEBAxMhUf/aAAwDAQACEQMRAD8AqxLTIXPvbtYxT1sbMM0oK5yqoD6hC+7TIWxo6VYxU2cj800oo1qIgB7DGaJ8kf49+kdMFciPw1Zp" +
        "HJ0qD57H7A5yR/kGbp0waxqzNVmnavaKPjoPkNFZIT28arvp/9k=");

    [Fact]
    public void A_photo_leaves_its_Exif_data_and_what_follows_its_end_behind()
    {
        var exif = Encoding.ASCII.GetBytes("Exif\0\0 taken at 52.5200N 13.4050E");
        byte[] segment = [0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif];
        byte[] photo = [.. Jpeg[..2], .. segment, .. Jpeg[2..], .. "<script>alert(1)</script>"u8];

        var logo = Accepted(photo);

        (logo.Width, logo.Height).Should().Be((16, 12));
        var written = Encoding.Latin1.GetString(logo.Png);
        written.Should().NotContain("Exif").And.NotContain("52.52").And.NotContain("script");
        logo.Png.Should().Equal(Accepted(Jpeg).Png);
        PixelOf(logo, 8, 6).Should().Match<byte[]>(pixel => pixel.All(channel => channel > 240));
        PixelOf(logo, 1, 1)[..3].Should().Match<byte[]>(pixel => pixel[0] < 40 && pixel[1] > 80 && pixel[2] > 60);
    }

    [Fact]
    public void A_text_that_is_named_png_is_refused() =>
        LogoFile.Read("<svg onload=alert(1)>, not a picture at all"u8.ToArray()).Refusal.Should().Be(LogoFile.WrongKind);

    [Fact]
    public void A_header_of_a_bomb_is_refused_before_anything_is_decoded()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        LogoFile.Read(RawPng.Of(60_000, 60_000, [])).Refusal.Should().Be(LogoFile.TooManyPixels);
        LogoFile.Read(RawPng.Of(4001, 1, [])).Refusal.Should().Be(LogoFile.TooManyPixels);

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(1_000_000);
    }

    [Fact]
    public void Pixels_that_unpack_to_more_than_the_header_says_are_refused() =>
        LogoFile.Read(RawPng.Of(10, 10, new byte[200_000_000])).Refusal.Should().Be(LogoFile.Unreadable);

    [Fact]
    public void A_damaged_picture_is_refused()
    {
        LogoFile.Read(Jpeg[..200]).Refusal.Should().BeOneOf(LogoFile.Unreadable, LogoFile.WrongKind);
        LogoFile.Read(RawPng.Of(10, 10, [1, 2, 3])).Refusal.Should().Be(LogoFile.Unreadable);
        LogoFile.Read([]).Refusal.Should().Be(LogoFile.WrongKind);
    }

    [Fact]
    public void A_file_above_two_megabytes_is_refused() =>
        LogoFile.Read(new byte[LogoFile.MostBytes + 1]).Refusal.Should().Be(LogoFile.TooLarge);

    [Fact]
    public void A_large_picture_of_few_colours_fits_the_frame_and_keeps_them()
    {
        var logo = Accepted(RawPng.Of(1000, 200, Rows(1000, 200, (_, y) => y < 100 ? [200, 30, 30, 255] : [0, 0, 0, 0])));

        (logo.Width, logo.Height).Should().Be((240, 48));
        PixelOf(logo, 100, 10).Should().Equal(200, 30, 30, 255);
        PixelOf(logo, 100, 40)[3].Should().Be(0);
    }

    [Fact]
    public void Noise_too_stays_within_what_the_customers_page_can_carry()
    {
        var dice = new Random(7);
        var logo = Accepted(RawPng.Of(480, 192, Rows(480, 192, (_, _) => [(byte)dice.Next(256), (byte)dice.Next(256), (byte)dice.Next(256), (byte)dice.Next(256)])));

        logo.Png.Length.Should().BeLessThanOrEqualTo(LogoFile.MostLogoBytes);
        ImageResult.FromMemory(logo.Png).Width.Should().Be(logo.Width);
    }

    private static SiteLogo Accepted(byte[] file)
    {
        var (logo, refusal) = LogoFile.Read(file);
        refusal.Should().BeNull();
        logo!.Png.Length.Should().BeLessThanOrEqualTo(LogoFile.MostLogoBytes);
        return logo;
    }

    private static byte[] PixelOf(SiteLogo logo, int x, int y) =>
        ImageResult.FromMemory(logo.Png, ColorComponents.RedGreenBlueAlpha).Data.AsSpan(((y * logo.Width) + x) * 4, 4).ToArray();

    private static byte[] Rows(int width, int height, Func<int, int, byte[]> pixel) =>
        [.. Enumerable.Range(0, height).SelectMany(y => Enumerable.Range(0, width).SelectMany(x => pixel(x, y)).Prepend((byte)0))];
}
