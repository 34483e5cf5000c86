using System.Text;
using FasterMoney.Tests.Support;

namespace FasterMoney.Tests.Rules;

/// <summary>The floors as a picture for the README.</summary>
public static class FloorsPicture
{
    public const string Draw = "FASTERMONEY_DRAW_FLOORS";

    private const int Row = 46;
    private const int Top = 64;
    private const int RoomHeight = 32;

    private static string File => Path.Combine(SourceFiles.Root, "docs", "floors.svg");

    /// <summary>Whether the file shows the table of today; draws it first when asked to.</summary>
    public static bool IsUpToDate()
    {
        var picture = Of(Floors.Domain, Floors.Web);
        if (Environment.GetEnvironmentVariable(Draw) == "1")
            System.IO.File.WriteAllText(File, picture);
        return System.IO.File.Exists(File) && System.IO.File.ReadAllText(File) == picture;
    }

    private static string Of(params Floors[] projects)
    {
        const int Width = 960;
        var half = Width / projects.Length;
        var height = Top + (projects.Max(project => project.HighestFirst.Count) * Row) + 16;
        var svg = new StringBuilder();
        svg.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ").Append(Width).Append(' ').Append(height)
            .Append("\" role=\"img\" aria-label=\"The floors of both projects: a room imports rooms below it only\" font-family=\"system-ui, sans-serif\">\n")
            .Append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        for (var index = 0; index < projects.Length; index++)
            Append(svg, projects[index], index * half, half, height);
        return svg.Append("</svg>\n").ToString();
    }

    private static void Append(StringBuilder svg, Floors project, int left, int width, int height)
    {
        Write(svg, left + 24, 36, 17, "#1a2b3c", "600", project.Project);
        var floors = project.HighestFirst;
        for (var index = 0; index < floors.Count; index++)
        {
            var top = height - 16 - ((floors.Count - index) * Row);
            Write(svg, left + 24, top + 26, 13, "#66727f", "400", $"{floors.Count - index}");
            svg.Append("<line x1=\"").Append(left + 44).Append("\" x2=\"").Append(left + width - 16).Append("\" y1=\"").Append(top + Row - 4)
                .Append("\" y2=\"").Append(top + Row - 4).Append("\" stroke=\"#d5dbe1\"/>\n");
            var each = (width - 60 - 8) / floors[index].Length;
            for (var room = 0; room < floors[index].Length; room++)
                AppendRoom(svg, left + 44 + (room * each), top + 5, each - 8, floors[index][room]);
        }
    }

    private static void AppendRoom(StringBuilder svg, int left, int top, int width, string name)
    {
        svg.Append("<rect x=\"").Append(left).Append("\" y=\"").Append(top).Append("\" width=\"").Append(width).Append("\" height=\"").Append(RoomHeight)
            .Append("\" rx=\"4\" fill=\"#e8f0ee\" stroke=\"#9bb8b0\"/>\n");
        Write(svg, left + (width / 2), top + 21, 13, "#12372f", "400", name, "middle");
    }

    private static void Write(StringBuilder svg, int x, int y, int size, string fill, string weight, string text, string anchor = "start") =>
        svg.Append("<text x=\"").Append(x).Append("\" y=\"").Append(y).Append("\" font-size=\"").Append(size).Append("\" font-weight=\"").Append(weight)
            .Append("\" fill=\"").Append(fill).Append("\" text-anchor=\"").Append(anchor).Append("\">").Append(text).Append("</text>\n");
}
