using System.Text;
using MudBlazor;

namespace FasterMoney.Web.Admin.Controls;

/// <summary>The one place for colours and type: MudBlazor's theme and the style sheet's variables both come from here.</summary>
public static class MoneyTheme
{
    private static readonly string[] Fonts =
        ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "Helvetica Neue", "Arial", "sans-serif"];

    // Text pairs are at least 4.5:1 against page, surface and their own tint, in both columns.
    private static readonly (string Name, string Light, string Dark)[] Colours =
    [
        ("page", "#f5f6f6", "#14171a"),
        ("surface", "#ffffff", "#1b2024"),
        ("raised", "#eef1f1", "#252b30"),
        ("line", "#dde1e3", "#30373d"),
        ("line-strong", "#858f97", "#76818b"),
        ("text", "#1a2126", "#e7eaec"),
        ("text-quiet", "#566069", "#a7b0b8"),
        ("accent", "#0a6659", "#62c9b5"),
        ("accent-strong", "#07493f", "#8adbcb"),
        ("accent-tint", "#e2f1ee", "#17332f"),
        ("on-accent", "#ffffff", "#0c211d"),
        ("blue", "#1d5496", "#8fbcf3"),
        ("blue-tint", "#e5eef9", "#1a2c42"),
        ("green", "#1b6336", "#7fd09a"),
        ("green-tint", "#e3f3e8", "#18331f"),
        ("amber", "#7a4a00", "#eebb66"),
        ("amber-tint", "#fcf0d9", "#3a2c12"),
        ("red", "#a3231d", "#f59d95"),
        ("red-tint", "#fbe8e6", "#43201e"),
        ("violet", "#5f3a93", "#c6acf0"),
        ("violet-tint", "#f0eaf8", "#2e2440"),
        ("shade", "rgba(26,33,38,.12)", "rgba(0,0,0,.5)"),
    ];

    /// <summary>The colours as CSS variables that follow <c>color-scheme</c>, so that the first paint is right before any script ran.</summary>
    public static string Variables { get; } = WriteVariables();

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = Fill(new PaletteLight(), dark: false),
        PaletteDark = Fill(new PaletteDark(), dark: true),
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px", AppbarHeight = "52px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Fonts, FontSize = ".875rem", LineHeight = "1.45", LetterSpacing = "normal" },
            H1 = new H1Typography { FontFamily = Fonts, FontSize = "1.375rem", FontWeight = "650", LineHeight = "1.3", LetterSpacing = "-.01em" },
            H2 = new H2Typography { FontFamily = Fonts, FontSize = "1.125rem", FontWeight = "650", LineHeight = "1.35", LetterSpacing = "-.005em" },
            H3 = new H3Typography { FontFamily = Fonts, FontSize = "1rem", FontWeight = "650", LineHeight = "1.4", LetterSpacing = "normal" },
            H4 = new H4Typography { FontFamily = Fonts, FontSize = ".9375rem", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "normal" },
            H5 = new H5Typography { FontFamily = Fonts, FontSize = ".875rem", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "normal" },
            H6 = new H6Typography { FontFamily = Fonts, FontSize = "1rem", FontWeight = "650", LineHeight = "1.4", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontFamily = Fonts, FontSize = ".875rem", LineHeight = "1.45", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontFamily = Fonts, FontSize = ".8125rem", LineHeight = "1.45", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = Fonts, FontSize = ".8125rem", FontWeight = "600", LineHeight = "1.5", LetterSpacing = "normal", TextTransform = "none" },
            Caption = new CaptionTypography { FontFamily = Fonts, FontSize = ".75rem", LineHeight = "1.4", LetterSpacing = "normal" },
        },
    };

    private static string Colour(string name, bool dark)
    {
        var colour = Colours.Single(c => c.Name == name);
        return dark ? colour.Dark : colour.Light;
    }

    private static T Fill<T>(T palette, bool dark) where T : Palette
    {
        palette.Primary = Colour("accent", dark);
        palette.PrimaryContrastText = Colour("on-accent", dark);
        palette.Secondary = Colour("blue", dark);
        palette.Info = Colour("blue", dark);
        palette.Success = Colour("green", dark);
        palette.Warning = Colour("amber", dark);
        palette.Error = Colour("red", dark);
        var onStatus = Colour("on-accent", dark);
        palette.SecondaryContrastText = palette.InfoContrastText = palette.SuccessContrastText = onStatus;
        palette.WarningContrastText = palette.ErrorContrastText = onStatus;
        palette.TextPrimary = Colour("text", dark);
        palette.TextSecondary = Colour("text-quiet", dark);
        palette.ActionDefault = Colour("text-quiet", dark);
        palette.Background = Colour("page", dark);
        palette.BackgroundGray = Colour("raised", dark);
        palette.Surface = Colour("surface", dark);
        palette.AppbarBackground = Colour("surface", dark);
        palette.AppbarText = Colour("text", dark);
        palette.DrawerBackground = Colour("surface", dark);
        palette.DrawerText = Colour("text", dark);
        palette.LinesDefault = palette.TableLines = palette.Divider = Colour("line", dark);
        palette.LinesInputs = Colour("line-strong", dark);
        palette.TableHover = Colour("raised", dark);
        return palette;
    }

    private static string WriteVariables()
    {
        var css = new StringBuilder(":root{");
        foreach (var (name, light, dark) in Colours)
            css.Append("--fm-").Append(name).Append(":light-dark(").Append(light).Append(',').Append(dark).Append(");");

        return css.Append("--fm-font:").AppendJoin(',', Fonts.Select(f => f.Contains(' ') ? $"'{f}'" : f)).Append(";}").ToString();
    }
}
