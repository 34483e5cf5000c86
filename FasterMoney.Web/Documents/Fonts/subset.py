#!/usr/bin/env python3
"""Makes the typefaces of the documents anew, with fontTools (Debian: python3-fonttools): Noto Sans cut down to Latin, Greek,
Cyrillic and common signs, and a face for each further script, from Debian's fonts-noto-core, fonts-vlgothic and
fonts-droid-fallback. Run by hand, with the root of the file system that holds them; the build takes the files as they lie here."""

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

SIGNS = "2010-2027 2030-205E 2100-214F 2160-217F 2190-22FF 2300-23FF 2460-24FF 2500-27BF 2900-29FF"
HAN = f"{SIGNS} 2E80-2FDF 3000-30FF 31F0-31FF 3200-33FF 4E00-9FFF F900-FAFF FE30-FE4F FF00-FFEF"

# File here, file there, characters, and whether its letters join or move, so that its layout tables are kept.
FURTHER = [
    ("NotoSansArabic-Regular", "truetype/noto/NotoSansArabic-Regular.ttf", "0600-06FF 0750-077F 200C-200D FB50-FDFF FE70-FEFF", True),
    ("NotoSansHebrew-Regular", "truetype/noto/NotoSansHebrew-Regular.ttf", "0590-05FF FB1D-FB4F", True),
    ("NotoSansThai-Regular", "truetype/noto/NotoSansThai-Regular.ttf", "0E00-0E7F", True),
    ("VL-Gothic-Regular", "truetype/vlgothic/VL-Gothic-Regular.ttf", f"{HAN} 20000-2FFFF", False),
    ("DroidSansFallback", "../fonts-droid-fallback/truetype/DroidSansFallback.ttf", f"{HAN} 3105-312F 3131-318E AC00-D7A3", False),
]


def codes(ranges):
    for part in ranges.split():
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


def options_of(shaped):
    options = subset.Options()
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    options.name_IDs = [1, 2, 4, 5, 6]
    options.drop_tables += ["STAT", "meta", "gasp", "vhea", "vmtx", "FFTM", "DSIG"]
    if not shaped:
        options.layout_features = []
        options.drop_tables += ["GDEF", "GSUB", "GPOS"]
    return options


def carry(name, source, ranges, shaped=False, prepare=None, finish=None):
    options = options_of(shaped)
    font = subset.load_font(source, options)
    if prepare:
        prepare(font)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[*codes(ranges)])
    subsetter.subset(font)
    if finish:
        finish(font)
    subset.save_font(font, str(Path(__file__).with_name(f"{name}.ttf")), options)


def with_minus(font):
    if MINUS not in font.getBestCmap():
        add_minus(font)


def main(root):
    fonts = f"{root}/usr/share/fonts"
    for weight in ("Regular", "Bold"):
        name = f"NotoSans-{weight}"
        carry(name, f"{fonts}/truetype/noto/{name}.ttf", f"{RANGES} {MINUS:04X}", prepare=with_minus, finish=flatten)
    for name, file, ranges, shaped in FURTHER:
        carry(name, f"{fonts}/{file}", ranges, shaped)


main(sys.argv[1] if len(sys.argv) > 1 else "")
