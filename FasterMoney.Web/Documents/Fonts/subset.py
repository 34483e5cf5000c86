#!/usr/bin/env python3
"""Makes the typefaces of the documents anew: Noto Sans (Debian: fonts-noto-core) cut down to Latin, Greek, Cyrillic and
common signs with fontTools (Debian: python3-fonttools). Run by hand; the build takes the files as they lie here."""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

RANGES = """
0020-007E 00A0-024F 02BB-02BC 02C6-02C7 02D8-02DD 0300-0304 0306-030C 0323 0326-0328 0370-03FF 0400-052F 1E00-1EFF
1F00-1FFF 2002-200A 2010-2015 2018-201F 2020-2022 2026 202F-2030 2032-2033 2039-203A 2044 2070-2079 207F-2089 20A0-20BF
2105 2113 2116-2117 2120 2122 2126 2150-215F 2215 2219 221A 221E 2248 2260 2264-2265 25CA 25CF 2713 FB01-FB02 FFFD
"""
MINUS = 0x2212


def codes():
    for part in RANGES.split():
        first, _, last = part.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def flatten(font):
    """Draws accented letters in one piece: PdfPig misplaces the parts of composed glyphs when it embeds them."""
    glyphs, shapes = font["glyf"], font.getGlyphSet()
    for name in [name for name in glyphs.keys() if glyphs[name].isComposite()]:
        drawing = DecomposingRecordingPen(shapes)
        shapes[name].draw(drawing)
        pen = TTGlyphPen(None)
        drawing.replay(pen)
        glyph = pen.glyph()
        glyph.recalcBounds(glyphs)
        glyphs[name] = glyph


def add_minus(font):
    """Noto Sans has no minus sign: it is the crossbar of its plus."""
    plus = font.getBestCmap()[ord("+")]
    glyph, metrics = font["glyf"][plus], font["hmtx"][plus]
    heights = sorted({y for _, y in glyph.coordinates})
    bottom, top = heights[1], heights[2]
    pen = TTGlyphPen(None)
    pen.moveTo((glyph.xMin, bottom))
    for corner in ((glyph.xMin, top), (glyph.xMax, top), (glyph.xMax, bottom)):
        pen.lineTo(corner)
    pen.closePath()
    minus = pen.glyph()
    minus.recalcBounds(font["glyf"])
    font["glyf"]["minus"] = minus
    font.setGlyphOrder(font["glyf"].glyphOrder)
    font["hmtx"]["minus"] = metrics
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[MINUS] = "minus"


def main(source):
    for weight in ("Regular", "Bold"):
        options = subset.Options()
        options.layout_features = []
        options.hinting = False
        options.glyph_names = False
        options.notdef_outline = True
        options.name_IDs = [1, 2, 4, 5, 6]
        options.drop_tables += ["GDEF", "GSUB", "GPOS", "STAT", "meta", "gasp"]
        font = subset.load_font(f"{source}/NotoSans-{weight}.ttf", options)
        if MINUS not in font.getBestCmap():
            add_minus(font)
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=[*codes(), MINUS])
        subsetter.subset(font)
        flatten(font)
        subset.save_font(font, str(Path(__file__).with_name(f"NotoSans-{weight}.ttf")), options)


main(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/fonts/truetype/noto")
