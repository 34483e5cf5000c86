using System.Diagnostics;

namespace ListBench;

public static class Figures
{
    /// <summary>
    /// Puts each question to the small and the large business by turns, so that both meet the same noise, and prints the medians,
    /// their ratio, and the ratio of the quickest answers, which other programs on the machine touch least.
    /// </summary>
    public static async Task PrintAsync(string database, string what, IReadOnlyList<Business> businesses, IReadOnlyList<Question> questions, int rounds)
    {
        Console.WriteLine();
        Console.WriteLine($"{$"{database}, {what}",-44}{string.Concat(businesses.Select(b => $"{(what == "invoices" ? b.Invoices : b.Customers),12:N0}"))}{"ratio",9}{"quickest",12}{"ratio",9}{"found",10}");
        var (medians, bests) = (new List<double[]>(), new List<double[]>());
        foreach (var question in questions)
        {
            var asks = new List<Func<Task<int>>>();
            foreach (var business in businesses)
                asks.Add(await question.PutAsync(business));
            var times = businesses.Select(_ => new List<double>()).ToList();
            var found = 0;
            for (var round = -3; round < rounds; round++)
            {
                for (var n = 0; n < asks.Count; n++)
                {
                    var start = Stopwatch.GetTimestamp();
                    found = await asks[n]();
                    if (round >= 0)
                        times[n].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            }

            medians.Add([.. times.Select(Median)]);
            bests.Add([.. times.Select(each => each.Min())]);
            Print(question.Name, medians[^1], bests[^1], $"{found:N0}");
        }

        Print("median of all questions", Over(medians, Median), Over(bests, Median), "");
        Print("slowest question", Over(medians, Enumerable.Max), Over(bests, Enumerable.Max), "");

        double[] Over(List<double[]> rows, Func<IEnumerable<double>, double> of) => [.. Enumerable.Range(0, businesses.Count).Select(n => of(rows.Select(row => row[n])))];
    }

    private static void Print(string name, double[] medians, double[] bests, string found) => Console.WriteLine(
        $"{name,-44}{string.Concat(medians.Select(ms => $"{ms,9:N2} ms"))}{medians[^1] / medians[0],9:N1}{bests[^1],9:N2} ms{bests[^1] / bests[0],9:N1}{found,10}");

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
