namespace FasterMoney.Web.Logos;

/// <summary>A picture in few colours: the colours, and for each pixel which one it has.</summary>
internal sealed record Palette(IReadOnlyList<uint> Colours, byte[] Indexes)
{
    /// <summary>
    /// The picture in at most <paramref name="most"/> colours, by median cut: the group of colours that spans most is halved
    /// until there are enough groups, and each becomes its mean. A picture with few colours keeps them exactly.
    /// </summary>
    public static Palette Of(Pixels pixels, int most)
    {
        var counts = new Dictionary<uint, int>();
        for (var at = 0; at < pixels.Rgba.Length; at += 4)
        {
            var colour = ColourAt(pixels, at);
            counts[colour] = counts.GetValueOrDefault(colour) + 1;
        }

        var groups = new List<Group> { new([.. counts.Keys]) };
        while (groups.Count < most && groups.MaxBy(group => group.Span) is { Span: > 0 } widest)
        {
            groups.Remove(widest);
            groups.AddRange(widest.Halves());
        }

        var indexOf = new Dictionary<uint, byte>(counts.Count);
        for (var index = 0; index < groups.Count; index++)
        {
            foreach (var colour in groups[index].Colours)
                indexOf[colour] = (byte)index;
        }

        var indexes = new byte[pixels.Width * pixels.Height];
        for (var pixel = 0; pixel < indexes.Length; pixel++)
            indexes[pixel] = indexOf[ColourAt(pixels, pixel * 4)];

        return new Palette([.. groups.Select(group => group.Mean(counts))], indexes);
    }

    /// <summary>One of the four channels of a colour, red first.</summary>
    public static byte Channel(uint colour, int channel) => (byte)((colour >> (24 - (channel * 8))) & 0xFF);

    // What nobody can see needs no colour of its own.
    private static uint ColourAt(Pixels pixels, int at) => pixels.Rgba[at + 3] == 0
        ? 0
        : ((uint)pixels.Rgba[at] << 24) | ((uint)pixels.Rgba[at + 1] << 16) | ((uint)pixels.Rgba[at + 2] << 8) | pixels.Rgba[at + 3];

    private sealed class Group
    {
        private readonly int _widestChannel;

        public Group(uint[] colours)
        {
            Colours = colours;
            for (var channel = 0; channel < 4; channel++)
            {
                var span = colours.Max(colour => Channel(colour, channel)) - colours.Min(colour => Channel(colour, channel));
                if (span > Span)
                    (Span, _widestChannel) = (span, channel);
            }
        }

        public uint[] Colours { get; }

        public int Span { get; }

        public Group[] Halves()
        {
            var sorted = Colours.OrderBy(colour => Channel(colour, _widestChannel)).ToArray();
            return [new Group(sorted[..(sorted.Length / 2)]), new Group(sorted[(sorted.Length / 2)..])];
        }

        public uint Mean(Dictionary<uint, int> counts)
        {
            var total = Colours.Sum(colour => (long)counts[colour]);
            var mean = 0u;
            for (var channel = 0; channel < 4; channel++)
                mean = (mean << 8) | (uint)((Colours.Sum(colour => (long)counts[colour] * Channel(colour, channel)) + (total / 2)) / total);

            return mean;
        }
    }
}
