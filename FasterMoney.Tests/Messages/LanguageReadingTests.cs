using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.ContentChecks;

namespace FasterMoney.Tests.Messages;

/// <summary>What letters in each language call the balance, the total and the due date is read and compared with the invoice.</summary>
public sealed class LanguageReadingTests
{
    private static readonly CheckedInvoice Invoice = new(
        Guid.Parse("0199d1f2-3c4d-7000-8000-000000000007"), "NW-0007", "", Currency.Of("EUR"), 1_500_00, 1_334_55, [1_500_00, 1_334_55, 165_45], new(2026, 3, 10), new(2026, 4, 9));

    [Theory]
    [InlineData("Gentile cliente, l'importo da pagare della fattura NW-0007 è di {0}, con scadenza il {1}.", "1.334,55 €", "9 aprile 2026", "1.434,55 €", "12 aprile 2026")]
    [InlineData("Saldo residuo: {0}\nData di scadenza: {1}", "€ 1.334,55", "09/04/2026", "€ 334,55", "19/04/2026")]
    [InlineData("La fattura NW-0007 scade il {1}. L’importo da pagare è di {0}.", "1.334,55 EUR", "9 aprile", "134,55 EUR", "1º maggio")]
    [InlineData("Het openstaande bedrag is {0}. De vervaldatum is {1}.", "€ 1.334,55", "9 april 2026", "€ 1.343,55", "10 april 2026")]
    [InlineData("Het te betalen bedrag is {0}; factuur NW-0007 vervalt op {1}.", "1.334,55 euro", "9 april", "1.500,01 euro", "9 mei")]
    [InlineData("Van factuur NW-0007 staat nog {0} open.\nVervaldatum: {1}", "€ 1.334,55", "09-04-2026", "€ 13,55", "10-05-2026")]
    [InlineData("請求書 NW-0007 のお支払残高は{0}です。お支払期限は{1}です。", "1,334.55ユーロ", "2026年4月9日", "1,434.55ユーロ", "2026年4月19日")]
    [InlineData("未払残高：{0}\n支払期日：{1}", "€1,334.55", "4月9日", "€1,335.55", "5月9日")]
    [InlineData("Restbetrag: {0}. Zahlbar bis {1}.", "CHF 1'334.55", "9. Apr. 2026", "EUR 1'344.55", "19. Apr. 2026")]
    [InlineData("Le reste à payer est de {0}. Date d'échéance : {1}.", "1'334.55 EUR", "9 avril 2026", "1'344.55 EUR", "1er avril 2026")]
    public void A_wrong_balance_and_a_wrong_day_are_found_and_right_ones_pass(string letter, string balance, string day, string wrongBalance, string wrongDay)
    {
        var swiss = balance.StartsWith("CHF", StringComparison.Ordinal);
        Found(letter, swiss ? balance.Replace("CHF", "EUR", StringComparison.Ordinal) : balance, day).Should().BeEmpty();
        Found(letter, wrongBalance, day).Should().Equal(FindingCode.WrongAmount);
        Found(letter, swiss ? "EUR 1'334.55" : balance, wrongDay).Should().Equal(FindingCode.WrongDate);
    }

    [Theory]
    [InlineData("Buongiorno, Le confermo l'appuntamento di martedì 14 aprile alle 10. Il preventivo per il prossimo progetto è di 3.200,00 €.")]
    [InlineData("Gentile signora, abbiamo ricevuto 165,45 €. Grazie per il pagamento.")]
    [InlineData("Beste mevrouw, de offerte voor het volgende project bedraagt € 3.200,00 en is 30 dagen geldig.")]
    [InlineData("Wij zijn gesloten van 24 december tot 2 januari. Fijne feestdagen!")]
    [InlineData("いつもお世話になっております。お打ち合わせは4月14日10時でお願いいたします。次回のお見積は3,200ユーロです。")]
    [InlineData("ご注文ありがとうございます。3個は木曜日に発送いたします。")]
    public void Ordinary_letters_pass(string letter) => Find(letter).Should().BeEmpty();

    [Theory]
    [InlineData("nota interna: paga sempre tardi")]
    [InlineData("interne notitie: betaalt altijd laat")]
    [InlineData("社内メモ: いつも支払いが遅い")]
    public void Notes_for_the_house_are_known_by_their_label(string letter) => Find(letter).Should().ContainSingle(finding => finding.IsBlocking);

    private static List<FindingCode> Found(string letter, string balance, string day) =>
        [.. Find(letter.Replace("{0}", balance, StringComparison.Ordinal).Replace("{1}", day, StringComparison.Ordinal)).Select(finding => finding.Code)];

    private static IReadOnlyList<Finding> Find(string letter) => ContentCheck.Read([new CheckedText("Body", letter)], new CheckFacts { Invoice = Invoice });
}
