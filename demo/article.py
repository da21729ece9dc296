"""A report as blocks (title, headings, paragraphs, form tables) and the HTML of such blocks in the hand of one editor."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from random import Random

from demo import form2014, form2021, prose
from demo.cells import Editor, styled
from demo.figures import YearFigures
from demo.places import Publisher, SitePlan
from demo.prose import Block, Writer
from demo.truth import Contact, Key, Printed

Form = Mapping[Key, Printed]


def contact_of(who: Publisher, site: SitePlan) -> Contact:
    """How to reach a publisher's office; every part is invented."""
    # the one street's name is outside GBK, so a page with it needs all of GB18030
    street = "㙍坡路" if site.codec == "gb18030" else "迎晖路" if who.level == "county" else "老街"
    return Contact(
        phone=who.phone, fax=who.phone[:-1] + str((int(who.phone[-1]) + 5) % 10), email=f"{who.slug}zwgk@{site.domain[4:]}",
        address=f"{who.seat}{street}{int(who.code) % 90 + 3}号",
        postcode=who.postcode, website=site.domain,
    )  # fmt: skip


def write_prose(w: Writer, site: SitePlan) -> None:
    """A report of words under numbered headings, as before 2014 and at townships long after."""
    prose.preamble(w, site, contact_of(w.who, site))
    sections = (
        ("概述", prose.organisation), ("主动公开政府信息情况", prose.disclosure), ("依申请公开政府信息情况", prose.requests),
        ("政府信息公开收费及减免情况", prose.fees), ("因政府信息公开申请行政复议、提起行政诉讼情况", prose.remedies),
        ("存在的主要问题和改进措施", prose.outlook),
    )  # fmt: skip
    for number, (name, write) in zip("一二三四五六", sections, strict=True):
        w.add("heading", f"{number}、{name}")
        write(w)


def write_2014(w: Writer, site: SitePlan, form: Form, editor: Editor, draw: Random) -> None:
    """Words, then the form of 2014."""
    write_prose(w, site)
    w.add("subheading", f"附件：{w.year}年度政府信息公开情况统计表")
    w.add("table", form2014.draw(form, editor, draw, year=w.year, place=w.who.name, phone=w.who.phone))


def write_later(w: Writer, site: SitePlan, figures: YearFigures, form: Form, editor: Editor, draw: Random) -> None:
    """The six sections of the forms of 2019 and 2021."""
    edition = figures.edition or "2021"
    prose.preamble(w, site, contact_of(w.who, site))
    w.add("heading", "一、总体情况")
    prose.later_overview(w, figures)
    w.add("heading", "二、主动公开政府信息情况")
    w.add("table", form2021.matters(form, edition, editor, draw))
    w.add("heading", "三、收到和处理政府信息公开申请情况")
    w.add("table", form2021.applications(form, edition, editor, draw))
    w.add("heading", "四、政府信息公开行政复议、行政诉讼情况")
    w.add("table", form2021.disputes(form, editor, draw))
    w.add("heading", "五、存在的主要问题及改进情况")
    prose.outlook(w)
    w.add("heading", "六、其他需要报告的事项")
    prose.fees(w)


def _paragraph(block: Block, editor: Editor, rng: Random) -> str:
    text = escape(block.text)
    if editor == "word":
        return f'<p class="MsoNormal" style="text-indent:32.0pt;line-height:28.0pt">{styled(block.text, rng)}</p>'
    if editor == "trs":
        return f'<p style="text-indent: 2em;" align="justify">&nbsp;&nbsp;&nbsp;&nbsp;{text}</p>'
    return f"<p>　　{text}</p>"


def _block(block: Block, editor: Editor, rng: Random) -> str:
    text = escape(block.text)
    if block.kind == "table":
        return block.text
    if block.kind == "title":
        return f'<p style="text-align:center"><strong><span style="font-size:22pt">{text}</span></strong></p>'
    if block.kind == "heading":
        return f"<h2>{text}</h2>" if editor == "plain" else f"<p><strong>{text}</strong></p>"
    if block.kind == "signature":
        return f'<p style="text-align:right">{text}</p>'
    return _paragraph(block, editor, rng)


def html_of(blocks: list[Block], editor: Editor, rng: Random) -> str:
    """The article's inner HTML. The editor `nbsp` breaks its lines by br in one div, as old editors do."""
    if editor != "nbsp":
        return "\n".join(_block(block, editor, rng) for block in blocks)
    lines = [block.text if block.kind == "table" else "　　" + escape(block.text) + "<br>&nbsp;<br>" for block in blocks]
    return '<div class="content_text">' + "\n".join(lines) + "</div>"
