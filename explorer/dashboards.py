"""The charts, for datasette-dashboards: one page on trends, one on coverage. Their scripts come from the package itself."""

from __future__ import annotations

import json
from collections.abc import Set as AbstractSet
from typing import Any

DATABASE = "nianbao"

# vega-embed's menu: pictures may be saved; its editor is a page of somebody else.
_MENU = {"embedOptions": {"actions": {"export": True, "source": False, "compiled": False, "editor": False}}}

_SERIES = "SELECT DISTINCT series FROM series ORDER BY series"
# As text: the page compares an option with the words of its address, and would not show which year is chosen.
_YEARS = "SELECT DISTINCT CAST(year AS TEXT) AS year FROM reports WHERE year IS NOT NULL ORDER BY year DESC"

_STATES = {
    "on_time": "#2f7d4f", "late": "#d9a441", "without_date": "#b8b8a8", "date_doubtful": "#cdbf93", "attachment_only": "#8fb8c9",
    "gone": "#8a5a83", "hijacked": "#b3352f", "blocked": "#6b6b6b", "never_seen": "#dcdcdc", "not_yet_due": "#f2f2f2",
}  # fmt: skip

_STATE_WORDS = {
    "on_time": "按时", "late": "迟发", "without_date": "无日期", "date_doubtful": "日期存疑", "attachment_only": "仅附件",
    "gone": "已撤下", "hijacked": "被篡改", "blocked": "被阻挡", "never_seen": "从未见到", "not_yet_due": "未到期",
}  # fmt: skip
_STATE_LABELS = f"{json.dumps(_STATE_WORDS, ensure_ascii=False)}[datum.label] + ' ' + datum.label"
"""The words of the legend, as an expression of vega."""


def dashboards(kept: AbstractSet[str], place: str, year: int | None) -> dict[str, Any]:
    """The dashboards whose views stand in the database; `place` and `year` are where the charts begin."""
    made = {"trend": (_trend(place), {"series", "reports"}), "coverage": (_coverage(year), {"coverage", "findings", "series"})}
    return {name: board for name, (board, needs) in made.items() if needs <= kept}


def _trend(place: str) -> dict[str, Any]:
    where = "WHERE series = :series AND value IS NOT NULL [[ AND (division = :place OR publisher = :place) ]]"
    return {
        "title": "历年走势 Trend",
        "description": "一个地方的一项数字，逐年；表格换版处口径可能不同。"
        " One figure of a place over the years; its meaning may change where the form does.",
        "layout": [["line", "line"], ["editions", "reports"]],
        "filters": {
            "place": {"name": "地名 place", "type": "text", "default": place},
            "series": {"name": "数字 series", "type": "select", "db": DATABASE, "query": _SERIES,
                       "default": "applications_received"},
        },
        "charts": {
            "line": _chart("历年走势 Value by year",
                           f"SELECT publisher, year, value, edition, comparability FROM series {where} ORDER BY year LIMIT 500",
                           _line()),
            "editions": _chart("读自哪一版表格 Read off which form",
                               f"SELECT edition, COUNT(*) AS years FROM series {where} GROUP BY edition",
                               _bars("edition", "years", "表格 form", "年数 years")),
            "reports": _chart("每份年报有多少项数字 Figures in each report",
                              "SELECT publisher, year, fact_count FROM reports WHERE year IS NOT NULL"
                              " [[ AND (division = :place OR publisher = :place) ]] ORDER BY year LIMIT 500",
                              _bars("year", "fact_count", "年 year", "项 figures", "publisher")),
        },
    }  # fmt: skip


def _coverage(year: int | None) -> dict[str, Any]:
    where = "WHERE 1 = 1 [[ AND level = :level ]] [[ AND place LIKE '%' || :place || '%' ]]"
    received = "series = 'applications_received' AND value IS NOT NULL [[ AND year = CAST(:year AS INTEGER) ]]"
    return {
        "title": "公开情况 Coverage",
        "description": "谁按时公布、谁迟、谁没有；哪些数字互相矛盾。"
        " Who publishes in time, late, or not; which figures contradict one another.",
        "layout": [["states", "states"], ["provinces", "rules"]],
        "filters": {
            "place": {"name": "地名 place", "type": "text"},
            "level": {"name": "层级 level", "type": "select", "options": ["county", "township"]},
            "year": {"name": "年份 year", "type": "select", "db": DATABASE, "query": _YEARS,
                     **({"default": str(year)} if year else {})},
        },
        "charts": {
            "states": _chart("各年公布情况 Coverage by year",
                             f"SELECT year, state, COUNT(*) AS publishers FROM coverage {where}"
                             " GROUP BY year, state ORDER BY year",
                             _stacked()),
            "provinces": _chart("各省收到的申请 Applications received by province",
                                "SELECT SUBSTR(place, 1, INSTR(place || '/', '/') - 1) AS province, SUM(value) AS applications"
                                f" FROM series WHERE {received} AND place IS NOT NULL"
                                " GROUP BY province ORDER BY applications DESC",
                                _bars("applications", "province", "件 applications", "省份 province")),
            "rules": _chart("未通过的核对 Failed rules",
                            "SELECT rule, COUNT(*) AS findings FROM findings WHERE outcome = 'fail'"
                            " [[ AND year = CAST(:year AS INTEGER) ]] [[ AND level = :level ]]"
                            " [[ AND place LIKE '%' || :place || '%' ]] GROUP BY rule ORDER BY findings DESC LIMIT 30",
                            _bars("findings", "rule", "次数 findings", "规则 rule")),
        },
    }  # fmt: skip


def _chart(title: str, query: str, display: dict[str, Any]) -> dict[str, Any]:
    return {"title": title, "db": DATABASE, "query": query, "library": "vega-lite", "display": {**display, "usermeta": _MENU}}


def _axis(field: str, title: str, kind: str) -> dict[str, Any]:
    return {"field": field, "type": kind, "title": title}


def _line() -> dict[str, Any]:
    return {
        "mark": {"type": "line", "tooltip": True, "point": True},
        "height": 280,
        "encoding": {
            "x": {**_axis("year", "年 year", "ordinal"), "axis": {"labelAngle": 0, "labelOverlap": True}},
            "y": _axis("value", "数值 value", "quantitative"),
            "color": _axis("publisher", "发布机构 publisher", "nominal"),
            "shape": _axis("edition", "表格 form", "nominal"),
            "detail": _axis("publisher", "publisher", "nominal"),
        },
    }


def _bars(x: str, y: str, x_title: str, y_title: str, color: str | None = None) -> dict[str, Any]:
    """Bars along the number: lying where the words stand on the y axis."""
    lying = y in ("province", "rule")
    # Over the words, where it is not written across them.
    above = {"sort": "-x", "axis": {"titleAngle": 0, "titleAlign": "left", "titleAnchor": "end", "titleY": -6}} if lying else {}
    encoding = {
        "x": _axis(x, x_title, "quantitative" if lying else "ordinal"),
        "y": {**_axis(y, y_title, "nominal" if lying else "quantitative"), **above},
    }
    if color is not None:
        encoding["color"] = _axis(color, "发布机构 publisher", "nominal")
    return {"mark": {"type": "bar", "tooltip": True}, "encoding": encoding}


def _stacked() -> dict[str, Any]:
    scale = {"domain": list(_STATES), "range": list(_STATES.values())}
    return {
        "mark": {"type": "bar", "tooltip": True},
        "height": 260,
        "encoding": {
            "x": {**_axis("year", "年 year", "ordinal"), "axis": {"labelAngle": 0, "labelOverlap": True}},
            "y": _axis("publishers", "机构数 publishers", "quantitative"),
            "color": {**_axis("state", "状态 state", "nominal"), "scale": scale, "legend": {"labelExpr": _STATE_LABELS}},
        },
    }
