using System.Diagnostics;
using System.Globalization;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.ContentChecks;
using FasterMoney.Domain.Customers;
using FasterMoney.Domain.Sites;

// Each hostile text by turns with the clean one, so that both meet the same noise; medians, and the processor's own time, which on
// a busy machine says more about its other work. A text is asked for and read, as a command does, with a new CheckedText each time.
var (folder, rounds, length) = (args[0], int.Parse(args[1], CultureInfo.InvariantCulture), int.Parse(args[2], CultureInfo.InvariantCulture));
var letters = string.Join("\n\n", new[] { "en", "de", "fr", "es" }.SelectMany(language => File.ReadAllText(Path.Combine(folder, $"clean.{language}.txt")).Split("\n--\n"))
    .Select(letter => letter.Replace("{{own_link}}", "https://pay.northwind-studio.example/pay/", StringComparison.Ordinal)));
var clean = Repeated(letters + "\n\n", length);
string[] pieces =
[
    "%25", "%41", "&#37;41", "&#x41;", "=3D", "=\n", "=http://a.example/?x", "http://a@b.example/ ", "{{a", "{a} ", "SU5URVJO", "SU5URVJOQUwgTk9URTogcGF5cyBsYXRl ", "1.234,", "$1 ", "May Bill ", "a\u0301\u0302\u0303",
    "the nephew haggles ", "<b ", "<a href=", "[a](", "a.", "a b ", "- ", ". _ ", "a-", "> ", "**a", "_a", "Balance due: $1 ", "Balance due ", "one ", "hundred dollars ", "in two weeks ", "due ", "Bruno's Garage ",
    "a@b.example ", "'_*a@b", "localhost ", "app . northwind . ", "DE89 3704 ", "account 1 ", "αa", "\u00ad\n", "\u200b", "ab:", "[name ", "https://pay.northwind-studi0.example/ ", "Our customer May, one of ",
];
_ = Read(clean);
foreach (var piece in pieces)
    _ = Read(Repeated(piece, length / 20));

var worst = (Ratio: 0.0, Piece: "");
foreach (var piece in pieces)
{
    var hostile = Repeated(piece, length);
    var (ours, theirs) = (new List<double>(), new List<double>());
    for (var round = 0; round < rounds; round++)
    {
        theirs.Add(Read(clean));
        ours.Add(Read(hostile));
    }

    var ratio = Median(ours) / Median(theirs);
    worst = ratio > worst.Ratio ? (ratio, piece) : worst;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Shown(piece),-36} {Median(ours),8:0.0} ms   clean {Median(theirs),7:0.0} ms   ratio {ratio,6:0.00}"));
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"worst: {Shown(worst.Piece)} at {worst.Ratio:0.00} times the clean letters"));

static double Read(string text)
{
    var before = Process.GetCurrentProcess().TotalProcessorTime;
    CheckedText[] texts = [new("Body", text)];
    var questions = ContentCheck.Ask(texts);
    ContentCheck.Read(texts, Facts(questions));
    return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
}

static CheckFacts Facts(CheckQuestions questions) => new()
{
    AdminHosts = ["app.northwind.example", "localhost:5080"],
    Portal = PortalRoute.Parse("https://pay.northwind-studio.example", "pay"),
    OwnNames = ["Northwind Studio", "Mara Finch"],
    OwnEmails = ["billing@northwind-studio.example"],
    Invoice = new(Guid.Empty, "NW-0042", "PO 2291", Currency.Of("USD"), 2500_00, 1400_00, [2500_00, 1400_00, 1000_00, 100_00], new(2026, 3, 10), new(2026, 4, 9)),
    Today = new(2026, 4, 2),
    PrivateNotes = ["The nephew haggles about every croissant; refuse politely.", "margin 41 percent", "NOTE NOTE NOTE April 9 Bruno localhost Garage", "one hundred dollars are due in two weeks"],
    PublicTexts = ["Brand guidelines, second round", "48 Harbour Street, Floor 3\nPortland, ME 04101"],
    OtherCustomers = [.. new OtherCustomer[] { new("Bruno's Garage", "Bruno", "a@b.example"), new("May", "Bill", "may@elsewhere.example") }.Where(other => questions.NameKeys.Contains(NameKey.Of(other.Name)))],
};

static string Repeated(string piece, int length) => string.Concat(Enumerable.Repeat(piece, (length / piece.Length) + 1))[..length];

static string Shown(string piece) => piece.ReplaceLineEndings("⏎").Replace("\u200b", "(zero width)").Replace("\u00ad", "(soft hyphen)");

static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
