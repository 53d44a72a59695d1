"""The look of an official report (GB/T 9704-2012): fonts, sizes, indents, page. Constants only; nothing enters.

Fonts are asked for by name and never embedded; the font table names the substitute for each, so that a machine
without 方正小标宋简体 prints 宋体. 二号 = 22 pt, 小二 = 18 pt, 三号 = 16 pt, 四号 = 14 pt.
"""

from __future__ import annotations

from jixiao.model.classes import dataclass

from .xml import DECLARATION, NAMESPACES

TITLE_FONT, HEAD_FONT, KAI_FONT, BODY_FONT, SONG_FONT = "方正小标宋简体", "黑体", "楷体", "仿宋", "宋体"
LATIN_FONT = "Times New Roman"
_SUBSTITUTES = {
    TITLE_FONT: "宋体",
    HEAD_FONT: "SimHei",
    KAI_FONT: "KaiTi,楷体_GB2312",
    BODY_FONT: "FangSong,仿宋_GB2312",
    SONG_FONT: "SimSun",
}
LINE = 579
"""28.95 pt fixed: 225 mm over 22 lines."""

PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1417" w:gutter="0"/>'
)
"""A4; 天头 37 mm, 订口 28 mm, below 35 mm, right 26 mm: type area 156 mm × 225 mm; page number 7 mm under it."""


@dataclass(frozen=True, slots=True)
class _Style:
    id: str
    name: str
    font: str
    half_points: int
    paragraph: str
    bold: bool = False
    based_on: str = "Normal"

    def xml(self) -> str:
        bold = "<w:b/><w:bCs/>" if self.bold else '<w:b w:val="0"/><w:bCs w:val="0"/>'
        return (
            f'<w:style w:type="paragraph" w:customStyle="{int(self.id.startswith("Jx"))}" w:styleId="{self.id}">'
            f'<w:name w:val="{self.name}"/><w:basedOn w:val="{self.based_on}"/><w:qFormat/>'
            f"<w:pPr>{self.paragraph}</w:pPr>"
            f'<w:rPr><w:rFonts w:eastAsia="{self.font}" w:hint="eastAsia"/>{bold}'
            f'<w:sz w:val="{self.half_points}"/><w:szCs w:val="{self.half_points}"/></w:rPr></w:style>'
        )


def _spacing(after: int = 0, line: int = LINE) -> str:
    return f'<w:spacing w:before="0" w:after="{after}" w:line="{line}" w:lineRule="exact"/>'


_INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
_HEADING_FONTS = {1: HEAD_FONT, 2: KAI_FONT}
_STYLES = (
    _Style("Title", "Title", TITLE_FONT, 44, f'<w:keepNext/>{_spacing(LINE, 700)}<w:jc w:val="center"/>'),
    _Style("BodyText", "Body Text", BODY_FONT, 32, _spacing() + _INDENT + '<w:jc w:val="both"/>'),
    _Style("JxAddressee", "主送", BODY_FONT, 32, _spacing()),
    _Style(
        "JxBullet",
        "列项",
        BODY_FONT,
        32,
        _spacing() + '<w:ind w:leftChars="300" w:left="960" w:hangingChars="100" w:hanging="320"/>',
    ),
    _Style(
        "JxAttachments",
        "附件说明",
        BODY_FONT,
        32,
        _spacing() + '<w:ind w:leftChars="500" w:left="1600" w:hangingChars="300" w:hanging="960"/>',
    ),
    _Style("JxAttachmentsNext", "附件说明续", BODY_FONT, 32, _spacing() + '<w:ind w:leftChars="500" w:left="1600"/>'),
    _Style(
        "JxSignature",
        "署名",
        BODY_FONT,
        32,
        _spacing() + '<w:ind w:rightChars="200" w:right="640"/><w:jc w:val="right"/>',
    ),
    _Style(
        "JxDate",
        "成文日期",
        BODY_FONT,
        32,
        _spacing() + '<w:ind w:rightChars="400" w:right="1280"/><w:jc w:val="right"/>',
    ),
    _Style("JxAnnex", "附件标识", HEAD_FONT, 32, "<w:keepNext/>" + _spacing()),
    _Style("JxTableTitle", "附件标题", TITLE_FONT, 36, f'<w:keepNext/>{_spacing(160, LINE)}<w:jc w:val="center"/>'),
    _Style("JxTableYear", "附件年度", KAI_FONT, 32, f'<w:keepNext/>{_spacing(120)}<w:jc w:val="center"/>'),
    _Style(
        "JxCell", "表格文字", SONG_FONT, 18, '<w:spacing w:before="0" w:after="0" w:line="250" w:lineRule="exact"/>'
    ),
    _Style("JxBetween", "表间", SONG_FONT, 2, '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'),
    _Style("JxLast", "表后", SONG_FONT, 2, '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'),
    _Style("Footer", "footer", SONG_FONT, 28, '<w:spacing w:before="0" w:after="0"/>'),
    _Style("CommentText", "annotation text", SONG_FONT, 21, '<w:spacing w:before="0" w:after="0"/>'),
)


def _heading(level: int) -> str:
    style = _Style(
        f"Heading{level}",
        f"heading {level}",
        _HEADING_FONTS.get(level, BODY_FONT),
        32,
        f'<w:keepNext/>{_spacing()}{_INDENT}<w:jc w:val="both"/><w:outlineLvl w:val="{level - 1}"/>',
        bold=level == 3,
    )
    return style.xml()


def styles_xml() -> str:
    """``word/styles.xml``."""
    return (
        f"{DECLARATION}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{LATIN_FONT}" w:hAnsi="{LATIN_FONT}" w:cs="{LATIN_FONT}"  '
        f'w:eastAsia="{BODY_FONT}" w:hint="eastAsia"/>'
        '<w:color w:val="000000"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        '<w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        + "".join(_heading(level) for level in range(1, 10))
        + "".join(style.xml() for style in _STYLES)
        + "</w:styles>"
    )


def fonts_xml() -> str:
    """``word/fontTable.xml``: every font with its substitutes."""
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>'
        for name, other in _SUBSTITUTES.items()
    )
    return f"{DECLARATION}<w:fonts {NAMESPACES}>{fonts}</w:fonts>"


def settings_xml() -> str:
    """``word/settings.xml``: odd and even pages differ."""
    return (
        f'{DECLARATION}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        "</w:settings>"
    )


def footer_xml(side: str) -> str:
    """A page number between dashes: ``right`` on odd pages, ``left`` on even ones, one character from the edge."""
    return (
        f'{DECLARATION}<w:ftr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/>'
        f'<w:ind w:{side}="280"/><w:jc w:val="{side}"/></w:pPr>'
        '<w:r><w:t xml:space="preserve">— </w:t></w:r>'
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        '<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>'
    )
