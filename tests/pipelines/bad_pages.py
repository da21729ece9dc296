"""Pages made to cost time or memory, or to have something wrong stored: each opens with the same few true sentences.

Every figure that is no part of `TRUE` is one that no reader may believe.
"""

from collections.abc import Callable

TITLE = "青蒿县{year}年政府信息公开工作年度报告"
LEAD = (
    "<p>青蒿县人民政府{year}年政府信息公开工作年度报告如下，所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。</p>"
    "<p>一、主动公开政府信息情况</p><p>{year}年，全县主动公开政府信息1203条。</p>"
    "<p>二、依申请公开政府信息情况</p><p>全年收到政府信息公开申请15件，均已答复。未收取任何费用。</p>"
    "<p>三、复议和诉讼情况</p><p>全年未发生因政府信息公开引起的行政复议和行政诉讼。</p>"
)
TRUE = {
    ("disclosure.total", 1203), ("requests.received", 15), ("fees.collected", 0), ("review.total", 0), ("litigation.total", 0),
}  # fmt: skip

_HEAD = "<tr><td>统计指标</td><td>单位</td><td>统计数</td></tr>"
_ROWS = (
    ("制发规范性文件总数", "件"), ("通过政府公报公开政府信息数", "条"), ("通过政府网站公开政府信息数", "条"),
    ("通过政务微博公开政府信息数", "条"), ("通过政务微信公开政府信息数", "条"), ("接受行政申诉举报数", "件"),
)  # fmt: skip


def page(inside: str, year: int = 2016) -> bytes:
    """A report of a year with something behind its sentences."""
    title = TITLE.format(year=year)
    head = f"<html><head><meta charset='utf-8'><title>{title}</title></head>"
    return f"{head}<body><h1>{title}</h1><div id='zoom'>{LEAD.format(year=year)}{inside}</div></body></html>".encode()


def _form(*values: str) -> str:
    """A form of 2014, as far as there are values."""
    printed = zip(_ROWS, values, strict=False)
    rows = "".join(f"<tr><td>{label}</td><td>{unit}</td><td>{value}</td></tr>" for (label, unit), value in printed)
    return f"<table>{_HEAD}{rows}</table>"


def _rows(count: int) -> str:
    return "".join(f"<tr><td>收到申请数{n}</td><td>件</td><td>{n + 20}</td></tr>" for n in range(count))


def _near(count: int) -> str:
    """Rows with labels that are a few letters off one of the form's."""
    labels = (f"通过不同渠道和方式公开的信息总数量{chr(0x4E00 + n)}{chr(0x5E00 + n)}" for n in range(count))
    return "".join(f"<tr><td>{label}<td>条<td>{n + 20}" for n, label in enumerate(labels))


BAD: dict[str, Callable[[], str]] = {
    "30 MB of text": lambda: "<p>其他单位公开的信息不在此列，另行说明。</p>" * 650_000,
    "30 MB of tags": lambda: "<p><b></b></p>" * 2_200_000,
    "100,000 nested elements": lambda: f"{'<div>' * 100_000}全年主动公开政府信息9条{'</div>' * 100_000}",
    "100,000 nested tables": lambda: f"{'<table><tr><td>' * 100_000}9{'</table>' * 100_000}",
    "100,000 open elements": lambda: f"{'<b>' * 100_000}全年主动公开政府信息9条",
    "colspan 100000": lambda: _form("3", "4").replace("<td>件", "<td colspan='100000'>件"),
    "spans everywhere": lambda: f"<table>{'<tr><td colspan=100000 rowspan=100000>收到申请数<td rowspan=65534>9' * 3000}</table>",
    "400 digits": lambda: f"<p>全年主动公开规范性文件{'9' * 400}条。</p>" + _form("9" * 400, "8" * 400),
    "negative counts": lambda: _form("-12", "－4", "−5", "﹣6", "-7.5", "–8"),
    "a form filled with text": lambda: _form("无法统计", "见附件", "若" * 500, "约若干", "待定", "不详"),
    "50,000 rows": lambda: f"<table>{_HEAD}{_rows(50_000)}</table>",
    "50,000 rows as lines": lambda: "".join(f"<p>收到申请数</p><p>件</p><p>{n + 20}</p>" for n in range(50_000)),
    "50,000 rows with bars": lambda: "".join(f"<p>收到申请数 | 件 | {n + 20} |</p>" for n in range(50_000)),
    "100,000 titles": lambda: "<p>公开年报</p>" * 100_000,
    "100,000 links": lambda: "".join(f"<a href='/{n}.pdf'>附件{n}</a>" for n in range(100_000)),
    "digits with spaces": lambda: f"<p>{'1 ' * 90_000}</p><p>{'1,' * 90_000}</p>",
    "numerals": lambda: f"<p>{'一二三' * 60_000}条</p><p>{'公开' * 60_000}</p>",
    "open brackets": lambda: "".join(f"<p>{sign * 60_000}</p>" for sign in "（《【“("),
    "years": lambda: f"<p>{'2016年' * 20_000}</p><p>{'自2016年1月1日起至' * 9000}</p>",
    "addresses": lambda: f"<p>邮箱：{'a.' * 60_000}@{'a.' * 30_000}<p>电话：{'0951-' * 20_000}<p>地 址{'　' * 60_000}",
    "offices": lambda: f"<p>{'各乡镇、各部门、' * 12_000}</p><p>{'由本报告由' * 20_000}</p><p>{'其中：' * 30_000}</p>",
    "leaders": lambda: f"<p>{'-' * 200_000}</p><p>{'…' * 100_000}</p><p>{'收到申请数……' * 5000}</p>",
    "styles": lambda: f"<p style='{'left:- ' * 40_000}'>x<p style='display{' ' * 200_000}'>x<p style='{'a:b;' * 50_000}'>x",
    "comments": lambda: "<!-" * 50_000 + "<![CDATA[" * 30_000 + "&" * 50_000,
    "labels nearly known": lambda: f"<table>{_HEAD}{_near(3000)}</table>",
    "a wide header": lambda: f"<table><tr>{'<td>自然人<td>总计' * 2000}</tr>{('<tr><td>某行' + '<td>9' * 2000) * 30}</table>",
    "hidden blocks": lambda: f"<div style='display:none'>{'<p style=display:none>公开9条</p>' * 40_000}</div>",
    "rules of a style sheet": lambda: f"<style>{'.a{display:none}' * 12_000}</style>",
    "classes": lambda: f"<style>.a{{display:none}}.b1{{display:none}}</style>{'<p class=b1>公开' * 40_000}",
    "fields": lambda: f"<table><tr><td>{'<b>' * 1500}{'<input value=5>' * 20_000}</table>",
    "frames": lambda: f"<p>+{'--' * 40_000}</p>" + f"<p>|{'├─' * 490}x</p>" * 200 + "<p>a|b|c</p>",
    "rows in a paragraph": lambda: "<p>" + "".join(f"某{chr(0x4E00 + n)}类：5；" for n in range(20_000)) + "</p>",
    "a line without an end": lambda: f"<p>公开年报</p><p>公开信息</p><p>{'公开、' * 20_000}</p>",
    "index labels": lambda: "<span>索引号</span><span>发布时间</span>" * 20_000,
}  # fmt: skip
"""What stands behind the sentences, by what it is."""

OVER_BUDGET = {
    "30 MB of text", "50,000 rows", "50,000 rows as lines", "50,000 rows with bars", "100,000 titles", "100,000 links",
}  # fmt: skip
"""Pages with so much text that no figure is read of them, and the finding `over-budget` says so."""

CUT = {
    "30 MB of text", "30 MB of tags", "100,000 nested elements", "100,000 nested tables", "100,000 open elements",
    "spans everywhere",
}  # fmt: skip
"""Pages of which something was left out, and the finding `page-cut` says so."""
