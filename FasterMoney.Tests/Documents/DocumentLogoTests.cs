using FasterMoney.Domain.Amounts;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Documents;
using FasterMoney.Web.Logos;
using FasterMoney.Web.Reads;
using FasterMoney.Web.Wording;
using UglyToad.PdfPig;

namespace FasterMoney.Tests.Documents;

public sealed class DocumentLogoTests
{
    [Theory]
    [InlineData(2, 24, 8)]
    [InlineData(12, 24, 4)]
    [InlineData(250, 24, 8)]
    public void Every_way_that_logos_are_kept_in_is_drawn_in_its_colours(int colours, int shade, byte bits)
    {
        var dice = new Random(7);
        var rows = Enumerable.Range(0, 95).SelectMany(_ => Enumerable.Range(0, 239)
            .SelectMany(_ => new byte[] { (byte)(dice.Next(colours) * (250 / colours)), (byte)shade, 200, 255 }).Prepend((byte)0)).ToArray();
        var png = LogoFile.Read(RawPng.Of(239, 95, rows)).Logo!.Png;
        png[24].Should().Be(bits);

        using var pdf = PdfDocument.Open(InvoiceDocument.Write(Invoice, PortalLanguage.For("en-GB"), null, png).Bytes);

        var picture = pdf.GetPage(1).GetImages().Should().ContainSingle().Subject;
        picture.TryGetBytesAsMemory(out var pixels).Should().BeTrue();
        var drawn = pixels.ToArray().Chunk(3).ToList();
        drawn.Should().HaveCountGreaterThan(1000).And.OnlyContain(pixel => pixel[1] < 60 && pixel[2] > 150);
    }

    private static PortalInvoice Invoice { get; } = new()
    {
        Head = new() { Business = new("Northwind Studio", "", "", ""), CustomerName = "Ardent Coffee", Number = "INV-7", IssueDate = new(2026, 11, 5) },
        Statement = UnpaidStatement.Of(Nothing),
        Net = Nothing,
        ReadAt = new(2026, 11, 23, 6, 12, 0, TimeSpan.FromHours(1)),
    };

    private static Money Nothing => Money.Zero(Currency.Of("EUR"));
}
