"""What the hosts that misbehave are made of: small pages, a list, and a report in order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from demo.chrome import document
from demo.entry import Resource
from demo.server import Answer, Raw

TITLE = "无名县{year}年政府信息公开工作年度报告"


def html(title: str, body: str, status: int = 200, headers: tuple[tuple[str, str], ...] = ()) -> Resource:
    """A page in UTF-8."""
    return Resource(document(title, "", body, charset="utf-8").encode(), status=status, headers=headers)


def links(paths: Mapping[str, int]) -> str:
    """A list of reports: address -> report year."""
    items = "".join(
        f'<li><a href="{path}">{TITLE.format(year=year)}</a><span>{year + 1}-01-20</span></li>' for path, year in paths.items()
    )
    return f"<ul>{items}</ul>"


def good_report(year: int) -> Resource:
    """A small report in order, to see that a crawl went on after the faults."""
    body = (f"<h1>{TITLE.format(year=year)}</h1><p>发布日期：{year + 1}-01-20</p><div id=\"zoom\">"
            f"<p>本报告由无名县人民政府办公室编制，统计期限自{year}年1月1日至{year}年12月31日。</p>"
            f"<p>一、主动公开政府信息情况</p><p>{year}年，我县主动公开政府信息{year - 1700}条。</p>"
            f"<p>二、依申请公开政府信息情况</p><p>{year}年，我县未收到政府信息公开申请。</p></div>")  # fmt: skip
    return html(TITLE.format(year=year), body)


def always(make: Callable[[], Resource | Raw]) -> Answer:
    """A host that answers the same to everything but robots.txt, which it does not have."""

    def answer(path: str, query: Mapping[str, str]) -> Resource | Raw:
        return html("404", "", 404) if path == "/robots.txt" else make()

    return answer


@dataclass(frozen=True, slots=True)
class Fault:
    """A host that does one wrong thing. `listens` is False for the one nobody answers at; `limits` are those of its row."""

    what: str
    answer: Answer
    listens: bool = True
    limits: Mapping[str, int] = field(default_factory=dict)
