using System.Globalization;
using FasterMoney.Web.Admin.Controls;

namespace FasterMoney.Tests.Components;

public class TypedNumberTests
{
    [Theory]
    [InlineData("en-US", "1,234.5", "1234.5")]
    [InlineData("en-US", " -0.25 ", "-0.25")]
    [InlineData("en-US", ".5", "0.5")]
    [InlineData("en-GB", "20 %", "20")]
    [InlineData("de-DE", "1.234,50", "1234.5")]
    [InlineData("de-DE", "12,5", "12.5")]
    [InlineData("fr-FR", "1 234,50", "1234.5")]
    [InlineData("fr-FR", "1\u202f234,50", "1234.5")]
    public void Numbers_are_read_as_the_culture_writes_them(string culture, string typed, string number)
    {
        TypedNumber.TryParse(typed, CultureInfo.GetCultureInfo(culture), out var read).Should().BeTrue();

        read.Should().Be(decimal.Parse(number, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("de-DE", "12.50")]
    [InlineData("en-US", "12,50")]
    [InlineData("en-US", "1,2345")]
    [InlineData("en-US", "1.2.3")]
    [InlineData("en-US", "1e5")]
    [InlineData("en-US", "$5")]
    [InlineData("en-US", "-")]
    [InlineData("en-US", "")]
    [InlineData("en-US", "1234567890123456")]
    public void What_could_be_meant_otherwise_is_refused_and_not_guessed(string culture, string typed) =>
        TypedNumber.TryParse(typed, CultureInfo.GetCultureInfo(culture), out _).Should().BeFalse();

    [Fact]
    public void What_is_written_into_a_field_is_read_back()
    {
        foreach (var culture in new[] { "en-US", "de-DE", "fr-FR", "es-ES" }.Select(CultureInfo.GetCultureInfo))
        {
            TypedNumber.TryParse(TypedNumber.Write(1234567.0625m, culture), culture, out var read).Should().BeTrue();
            read.Should().Be(1234567.0625m);
        }
    }
}
