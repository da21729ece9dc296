"""ASP.NET lists: the pager posts the page's own form back (`__doPostBack('Pager','2')`), with the state the page carries.

Page N's form is needed to ask for page N+1, so the pages come one after another (徐州).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urlencode

from lxml.html import HtmlElement

from crawler.pages.base import IndexPage, PageRequest, ReportPage
from crawler.pages.document import elements, text_of
from crawler.pages.paging import MOST_LINKS, MOST_PAGES, is_next

_LARGEST_STATE = 2 * 1024 * 1024
_POST_BACK = re.compile(r"__doPostBack\(\s{0,2}['\"]([\w$:.-]{1,120})['\"]\s{0,2},\s{0,2}['\"]([\w$.-]{0,60})['\"]\s{0,2}\)")
_NUMBER = re.compile(r"(\d{1,5})$")
_anchors = elements("//a[contains(@href, '__doPostBack') or contains(@onclick, '__doPostBack')]")
_hidden = elements("//input[translate(@type, 'HIDEN', 'hiden') = 'hidden'][@name]")
_forms = elements("//form[.//input[@name = '__VIEWSTATE']]")
_neighbours = elements("preceding-sibling::*[not(self::a[@href])] | following-sibling::*[not(self::a[@href])]")


class AspnetIndex(IndexPage):
    """An ASP.NET list; further pages by ordinary links where it has them, else by posting its form back."""

    def next_pages(self) -> list[PageRequest]:
        """The next page alone: the one after it needs the state that comes with it."""
        linked = self.linked_pages()
        event = None if linked else self._next_event()
        form = self._state() if event else None
        if event is None or form is None:
            return linked
        body = urlencode([*form, ("__EVENTTARGET", event[0]), ("__EVENTARGUMENT", event[1])]).encode("ascii")
        return [PageRequest(self._action, "POST", body)] if len(body) <= _LARGEST_STATE else []

    def _next_event(self) -> tuple[str, str] | None:
        """Target and argument of the pager's 下一页, else of the number after this page's; None on the last page."""
        numbered: list[tuple[int, tuple[str, str]]] = []
        here = 0
        for anchor, event in self._events():
            if is_next(anchor):
                return event if anchor.get("disabled") is None else None
            said = text_of(anchor, 8).strip("[] ")
            if said.isdecimal() and len(said) < 6:
                numbered.append((int(said), event))
                here = here or _current_beside(anchor)
        following = sorted(one for one in numbered if one[0] == here + 1 and here)
        return following[0][1] if following and following[0][0] <= MOST_PAGES else None

    def _events(self) -> Iterator[tuple[HtmlElement, tuple[str, str]]]:
        for anchor in islice(_anchors(self.document), MOST_LINKS):
            found = _POST_BACK.search(f"{anchor.get('href', '')} {anchor.get('onclick', '')}"[:1000].replace("&#39;", "'"))
            number = _NUMBER.search(found[2]) if found else None
            if found and (number is None or int(number[1]) <= MOST_PAGES):
                yield anchor, (found[1], found[2])

    def _state(self) -> list[tuple[str, str]] | None:
        """The hidden fields of the form, in order; None when the page carries no state."""
        fields = {field.get("name", ""): field.get("value", "") for field in _hidden(self.document)[:200]}
        if "__VIEWSTATE" not in fields:
            return None
        return [(name, value) for name, value in fields.items() if name not in ("__EVENTTARGET", "__EVENTARGUMENT")]

    @property
    def _action(self) -> str:
        forms = _forms(self.document)
        return (self.absolute(forms[0].get("action", "")) if forms else None) or self.url


class AspnetReport(ReportPage):
    """An article of an ASP.NET site."""

    family = "aspnet"


def _current_beside(anchor: HtmlElement) -> int:
    """The number beside an anchor of a pager that is no link itself: the page that is shown; 0 when there is none."""
    around = [*_neighbours(anchor)]
    cell = anchor.getparent()
    if cell is not None and cell.tag in ("td", "li", "span"):
        around += _neighbours(cell)
    said = (text_of(one, 8).strip("[] ") for one in around[:60])
    return next((int(number) for number in said if number.isdecimal() and len(number) < 6), 0)
