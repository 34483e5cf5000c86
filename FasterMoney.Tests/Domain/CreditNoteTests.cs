using CsCheck;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Tests.Support;

namespace FasterMoney.Tests.Domain;

public sealed class CreditNoteTests
{
    private readonly Site _site = Cast.Northwind();

    [Fact]
    public void Lines_bear_the_tax_of_their_rate_rounded_on_the_sum_of_the_rate()
    {
        // Alone, each line's tax would be 0.005 and round up to 0.01.
        var invoice = Billed("USD", false, Cast.Line(100_00, tax: 5), Cast.Line(100_00, tax: 0));
        var note = Issue(invoice, Lines((10, 5), (10, 5), (10, 5), (50, 0)));
        note.Should().BeEquivalentTo(new { Number = "CN-0001", NumberSequence = 1L, NetMinor = 80L, AmountMinor = 82L });
        note.Taxes.Should().Equal(new TaxLine(5, 30, 2));
        note.Lines.Should().HaveCount(4);
        invoice.BalanceMinor.Should().Be(205_00 - 82);
    }

    [Fact]
    public void Where_prices_include_tax_the_lines_do_too()
    {
        var note = Issue(Billed("USD", true, Cast.Line(119_00, tax: 19)), Lines((11_90, 19)));
        note.Should().BeEquivalentTo(new { NetMinor = 10_00L, AmountMinor = 11_90L });
        note.Taxes.Should().Equal(new TaxLine(19, 10_00, 1_90));
    }

    [Theory]
    [InlineData("USD", false, 226_00, 113_00, 100_00, 9_50, 3_50)]
    [InlineData("USD", true, 200_00, 100_00, 88_75, 7_98, 3_27)]
    [InlineData("JPY", false, 22600, 11300, 10000, 950, 350)]
    [InlineData("KWD", false, 22_600, 11_300, 10_000, 950, 350)]
    [InlineData("JPY", true, 20000, 1, 1, 0, 0)]
    public void A_sum_is_spread_over_the_invoices_rates_by_their_share(string currency, bool inclusive, long total, long sum, long net, long tax19, long tax7)
    {
        var invoice = Billed(currency, inclusive, Cast.Line(100_00, tax: 19), Cast.Line(100_00, tax: 7));
        invoice.TotalMinor.Should().Be(total);
        var note = Issue(invoice, Cast.CreditOf(sum));
        note.NetMinor.Should().Be(net);
        note.Taxes.Select(tax => (tax.Percent, tax.TaxMinor)).Should().Equal((19m, tax19), (7m, tax7));
        (note.NetMinor + note.Taxes.Sum(tax => tax.TaxMinor)).Should().Be(sum);
    }

    [Fact]
    public void All_of_it_takes_back_exactly_the_tax_that_was_billed()
    {
        Issue(Billed("USD", false, Cast.Line(200_00, tax: 19), Cast.Line(-50_00, tax: 0)), Cast.CreditOf(188_00)).Taxes
            .Should().Equal([new TaxLine(19, 200_00, 38_00)], "what was taken off without tax does not make the tax less");

        Bills.Sample((currency, inclusive, lines) =>
        {
            var invoice = Billed(currency, inclusive, lines);
            var note = Issue(invoice, Cast.CreditOf(invoice.TotalMinor));
            note.Taxes.Should().Equal(invoice.Totals.Taxes);
            note.NetMinor.Should().Be(invoice.NetMinor);
        }, iter: 300, threads: 1);
    }

    [Fact]
    public void The_parts_of_a_sum_always_add_up_to_it() => Gen.Select(Bills, Gen.Double.Unit).Sample((bill, share) =>
    {
        var invoice = Billed(bill.Item1, bill.Item2, bill.Item3);
        var note = Issue(invoice, Cast.CreditOf(Math.Max(1, (long)(invoice.TotalMinor * share))));
        (note.NetMinor + note.Taxes.Sum(tax => tax.TaxMinor)).Should().Be(note.AmountMinor);
        foreach (var tax in note.Taxes.Where(_ => note.AmountMinor < invoice.TotalMinor))
            tax.TaxMinor.Should().Be(InGross(tax));
        note.Taxes.Sum(tax => tax.NetMinor + tax.TaxMinor).Should().BeLessThanOrEqualTo(note.AmountMinor);

        // EN 16931 allows what rounding a single sum makes: a rate's tax is the one contained in its part.
        static long InGross(TaxLine tax) => decimal.ToInt64(Math.Round((tax.NetMinor + tax.TaxMinor) * tax.Percent / (100m + tax.Percent), MidpointRounding.AwayFromZero));
    }, iter: 300, threads: 1);

    [Fact]
    public void What_cannot_be_credited_is_refused_with_every_reason_at_its_field()
    {
        var invoice = Billed("USD", false, Cast.Line(100_00, tax: 19));
        Reasons(new CreditNoteContent("", null, [])).Should().Equal(
            ("Give the reason that the customer will read.", "Reason"), ("Enter a sum, or at least one line.", "SumMinor"));
        Reasons(new CreditNoteContent("Rain", 1, [new("Flour", 1, 19)])).Should().Equal(("Enter either a sum or lines.", "SumMinor"));
        Reasons(new CreditNoteContent("Rain", 0, [])).Should().Equal(("Enter an amount above zero.", "SumMinor"));
        Reasons(new CreditNoteContent("Rain", null, [new("Flour", 1, 19), new(" ", -5, 7)])).Should().Equal(
            ("Say what is credited.", "Lines[1].Description"), ("Enter an amount above zero.", "Lines[1].AmountMinor"), ("Choose a tax rate of this invoice.", "Lines[1].TaxPercent"));
        Reasons(new CreditNoteContent("Rain", 119_01, [])).Should().Equal(("At most USD 119.00 can be credited: that is what was billed and not yet credited.", "SumMinor"));
        Reasons(Lines((100_01, 19))).Should().Equal(("At most USD 119.00 can be credited: that is what was billed and not yet credited.", "Lines"));
        Reasons(Lines((long.MaxValue, 19), (long.MaxValue, 19))).Should().Equal(("The total is too large.", "Lines"));
        Reasons(Lines([.. Enumerable.Repeat((1L, 19m), 501)])).Should().Equal(("A credit note holds at most 500 lines.", "Lines"));

        IEnumerable<(string, string?)> Reasons(CreditNoteContent content) => invoice.CanCredit(content).Reasons.Select(reason => (reason.Sentence, reason.Field));
    }

    [Fact]
    public void No_more_is_credited_at_a_rate_than_was_billed_at_it()
    {
        var invoice = Billed("USD", false, Cast.Line(100_00, tax: 20), Cast.Line(300_00, tax: 0));
        invoice.CanCredit(Lines((180_00, 20))).Reasons.Single().Should().Be(new RuleReason(
            "At 20 %, at most USD 100.00 and USD 20.00 of tax can be credited: these lines take back USD 180.00 and USD 36.00 of tax.", "Lines"));
        Issue(invoice, Lines((60_00, 20), (100_00, 0)));
        invoice.CanCredit(Lines((40_01, 20))).Text.Should().Contain("At 20 %, at most USD 40.00 and USD 8.00 of tax can be credited");
        invoice.CanCredit(Lines((200_01, 0))).Text.Should().Contain("At 0 %, at most USD 200.00 can be credited: these lines take back USD 200.01.");
        Issue(invoice, Cast.CreditOf(invoice.CreditableMinor)).Taxes.Should().Equal(new TaxLine(20, 40_00, 8_00));

        var gross = Billed("USD", true, Cast.Line(120_00, tax: 20), Cast.Line(300_00, tax: 0));
        gross.CanCredit(Lines((216_00, 20))).Text.Should().Contain("at most USD 100.00 and USD 20.00 of tax can be credited");
    }

    [Fact]
    public void What_was_credited_at_a_rate_can_be_credited_there_again_once_it_was_taken_back()
    {
        var invoice = Billed("USD", false, Cast.Line(100_00, tax: 20), Cast.Line(100_00, tax: 5));
        var wrong = Issue(invoice, Lines((100_00, 20)));
        invoice.CanCredit(Lines((1, 20))).IsAllowed.Should().BeFalse();
        invoice.Reverse(wrong, Cast.Entry(0), Cast.Today, Cast.Adam, Cast.Now);
        Issue(invoice, Lines((100_00, 20))).Taxes.Should().Equal(new TaxLine(20, 100_00, 20_00));
    }

    [Fact]
    public void What_an_adjustment_added_is_credited_without_tax()
    {
        var invoice = Billed("USD", false, Cast.Line(100_00, tax: 20));
        invoice.Adjust(Cast.Entry(30_00), Cast.Today, Cast.Adam, Cast.Now);
        Issue(invoice, Lines((100_00, 20)));
        var rest = Issue(invoice, Cast.CreditOf(30_00));
        rest.Taxes.Should().BeEmpty();
        rest.NetMinor.Should().Be(30_00);
    }

    [Fact]
    public void Whatever_is_credited_in_whatever_order_each_rate_stays_within_what_was_billed_and_the_rest_can_be_credited() =>
        Gen.Select(Bills, Gen.Select(Gen.Bool, Gen.Int[0, 7], Gen.Double.Unit).Array[0, 6], Gen.Long[0, 50_00]).Sample((bill, credits, added) =>
        {
            var invoice = Billed(bill.Item1, bill.Item2, bill.Item3);
            if (added > 0)
                invoice.Adjust(Cast.Entry(added), Cast.Today, Cast.Adam, Cast.Now);
            foreach (var (byLine, at, share) in credits)
            {
                var line = invoice.Lines[at % invoice.Lines.Count];
                var content = byLine
                    ? Lines((Math.Max(1, (long)(line.AmountMinor * share * 1.5)), line.TaxPercent))
                    : Cast.CreditOf(Math.Max(1, (long)(invoice.CreditableMinor * share)));
                if (invoice.CanCredit(content).IsAllowed)
                    Issue(invoice, content);
                Each().Should().OnlyContain(rate => rate.NetMinor >= 0 && rate.TaxMinor >= 0);
            }

            if (invoice.CreditableMinor > 0)
                Issue(invoice, Cast.CreditOf(invoice.CreditableMinor));
            Each().Should().OnlyContain(rate => rate.NetMinor == 0 && rate.TaxMinor == 0);
            invoice.Entries.OfType<CreditNote>().SelectMany(note => note.Taxes).Sum(tax => tax.TaxMinor).Should().Be(invoice.Totals.TaxMinor);

            IReadOnlyList<TaxLine> Each() => invoice.CreditableRates();
        }, iter: 2000, threads: 1);

    [Fact]
    public void A_refused_one_takes_no_number()
    {
        var invoice = Cast.Sent(_site);
        FluentActions.Invoking(() => Issue(invoice, Cast.CreditOf(100_01))).Should().Throw<RuleViolation>();
        FluentActions.Invoking(() => Issue(Cast.Draft(_site), Cast.CreditOf(1))).Should().Throw<RuleViolation>();
        Issue(invoice, Cast.CreditOf(1)).Number.Should().Be("CN-0001");
        Issue(Cast.Sent(_site), Cast.CreditOf(1)).Number.Should().Be("CN-0002", "the sequence is the site's");
        _site.NextInvoiceNumber.Should().Be(3, "invoices have a sequence of their own");
    }

    [Fact]
    public void What_was_taken_back_can_be_credited_again_under_a_new_number()
    {
        var invoice = Cast.Sent(_site);
        var wrong = Issue(invoice, Cast.CreditOf(100_00));
        invoice.CanCredit().Text.Should().Be("All that was billed was credited already.");
        invoice.Reverse(wrong, Cast.Entry(0), Cast.Today, Cast.Adam, Cast.Now);
        invoice.CreditableMinor.Should().Be(100_00);
        Issue(invoice, Cast.CreditOf(100_00)).Number.Should().Be("CN-0002");
    }

    [Fact]
    public void A_draft_of_one_may_be_unfinished_and_moves_nothing()
    {
        var invoice = Cast.Sent(_site);
        var draft = new CreditNoteDraft(invoice, new CreditNoteContent("", null, []), Cast.Adam, Cast.Now);
        draft.Edit(Cast.CreditOf(999_00), Cast.Adam, Cast.Now.AddHours(1));
        draft.Should().BeEquivalentTo(new { Version = 2L, WrittenBy = "Adam Admin", WrittenAt = Cast.Now.AddHours(1), InvoiceId = invoice.Id, invoice.SiteId });
        (invoice.BalanceMinor, invoice.EntryCount, invoice.Version).Should().Be((100_00, 0, 2));
        FluentActions.Invoking(() => draft.Edit(new CreditNoteContent(new string('x', 501), null, []), Cast.Adam, Cast.Now)).Should().Throw<RuleViolation>();
        draft.Version.Should().Be(2);
    }

    /// <summary>Currency, whether prices include tax, and lines of which none takes something off.</summary>
    private static Gen<(string, bool, LineContent[])> Bills { get; } = Gen.Select(
        Gen.OneOf("USD", "JPY", "KWD"),
        Gen.Bool,
        Gen.Select(Gen.Long[1, 1_000_000], Gen.Int[1, 99_999], Gen.OneOf(0m, 10m, 33.33m), Gen.OneOf(0m, 5.5m, 7m, 8.875m, 19m))
            .Select((price, quantity, discount, tax) => Cast.Line(price, 1 + (quantity / 10_000m), discount, tax)).Array[1, 8]);

    private Invoice Billed(string currency, bool inclusive, params LineContent[] lines)
    {
        var invoice = new Invoice(_site, Cast.Ada(_site), Cast.Content(currency, inclusive, lines), Cast.Adam, Cast.Now);
        invoice.Send(SentHow.Email, _site, Cast.Adam, Cast.Now);
        return invoice;
    }

    private CreditNote Issue(Invoice invoice, CreditNoteContent content) =>
        invoice.IssueCreditNote(content, Guid.CreateVersion7(), Cast.Today, _site, Cast.Adam, Cast.Now);

    private static CreditNoteContent Lines(params (long Amount, decimal Tax)[] lines) =>
        new("Rain", null, [.. lines.Select(line => new CreditNoteLine("Flour", line.Amount, line.Tax))]);
}
