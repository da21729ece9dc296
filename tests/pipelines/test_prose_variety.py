"""What no wording fits is read by its evidence: small tables keep their cells, traps beside the figure stay out."""

from __future__ import annotations

import pytest

from pipelines.forms import form_facts
from pipelines.items import Fact
from pipelines.outline import Outline, outline_of_text
from pipelines.prose import prose_facts


def _outline(*lines: str) -> Outline:
    return outline_of_text("\n".join(lines))


def _figures(facts: list[Fact]) -> dict[tuple[str | None, str | None], str]:
    return {(fact.code, fact.category): str(fact.value) for fact in facts}


WAYS = ("一、依申请公开情况", "全年收到公开申请9件，方式如下：", "| 当面 | 信函 | 网络 |", "| 5 | 1 | 3 |")
KINDS = ("2013年我县主动公开政府信息120条。", "| 类别 | 数量（条） | 占比 |", "| 政策文件 | 40 | 33% |", "| 工作动态 | 80 | - |")


def test_a_row_of_ways_is_prose_and_no_form() -> None:
    outline = _outline(*WAYS)
    assert form_facts(outline).edition is None
    found = _figures(prose_facts(outline, 2013))
    assert found["requests.received_in_person", None] == "5"
    assert found["requests.received_letter", None] == "1"
    assert found["requests.received_online", None] == "3"


def test_a_table_of_kinds_breaks_down_the_total_that_is_its_sum() -> None:
    found = _figures(prose_facts(_outline(*KINDS), 2013))
    assert found["disclosure.total", "政策文件"] == "40"
    assert found["disclosure.total", "工作动态"] == "80"


def test_a_table_that_is_no_sum_of_any_total_is_left_out() -> None:
    lines = (*KINDS[:3], "| 工作动态 | 81 | - |")
    assert list(_figures(prose_facts(_outline(*lines), 2013))) == [("disclosure.total", None)]


def test_a_table_of_owners_is_left_out() -> None:
    lines = (KINDS[0], "| 部门 | 条数 |", "| 财政局 | 40 |", "| 教育局 | 80 |")
    assert list(_figures(prose_facts(_outline(*lines), 2013))) == [("disclosure.total", None)]


@pytest.mark.parametrize("lines", [WAYS, KINDS])
def test_a_figure_of_a_table_names_its_cell(lines: tuple[str, ...]) -> None:
    outline = _outline(*lines)
    facts = [fact for fact in prose_facts(outline, 2013) if fact.place.table]
    assert facts
    for fact in facts:
        place = fact.place
        cell = outline.grids[0].slots[(place.row or 0) - 1][(place.column or 0) - 1]
        assert cell is not None
        assert outline.text[place.start : place.end] == fact.raw == cell.text


@pytest.mark.parametrize(
    "sentence",
    [
        "全县全年受理各类行政复议案件34件。",
        "向市政府办报送政务信息88篇，被采用31篇。",
        "发放政策解读手册1.2万份。",
        "镇里聘有兼职护林员31名、专职消防员8名。",
        "参加县里组织的政务公开培训2次。",
        "各村自行培训38场，培训2100人次。",
        "群众咨询办事流程，未计入申请数。",
        "网站专栏公开财政资金信息320条。",
    ],
)
def test_a_number_of_another_matter_is_no_figure(sentence: str) -> None:
    assert prose_facts(_outline(sentence), 2017) == []


def test_counts_of_openness_drive_out_those_of_all_cases() -> None:
    outline = _outline("五、复议、诉讼情况", "因政府信息公开提起的行政复议2件。受理行政复议案件34件，维持30件。")
    assert _figures(prose_facts(outline, 2014)) == {("review.total", None): "2"}


def test_a_weak_total_stands_where_its_parts_add_up_to_it() -> None:
    outline = _outline("公开数量58条。", "其中：政策类18条，动态类40条。", "镇里公开信息6条。")
    assert _figures(prose_facts(outline, 2014))["disclosure.total", None] == "58"


def test_the_same_text_gives_the_same_facts() -> None:
    lines = (*WAYS, *KINDS)
    assert prose_facts(_outline(*lines), 2013) == prose_facts(_outline(*lines), 2013)


def test_sentences_in_the_cells_of_a_table_are_read_under_the_label_beside_them() -> None:
    outline = _outline(
        "| 项目 | 情况 |",
        "| 主动公开情况 | 2013年我镇主动公开政府信息86条，其中网站公开60条。 |",
        "| 依申请公开情况 | 全年收到申请3件，均按时答复。 |",
    )
    found = _figures(prose_facts(outline, 2013))
    assert (found["disclosure.total", None], found["channel.website", None]) == ("86", "60")
    assert found["requests.received", None] == "3"


def test_a_report_drawn_as_a_table_is_read_to_its_shortest_sentence() -> None:
    outline = _outline(
        "| 概述 | 镇党政办有兼职人员2人。 |",
        "| 主动公开情况 | 全年主动公开政府信息36条，其中机构概况3条、惠农政策33条。 |",
        "| 依申请公开情况 | 未收到申请。 |",
        "| 收费及减免情况 | 无。 |",
        "| 复议、诉讼和申诉情况 | 无。 |",
    )
    found = _figures(prose_facts(outline, 2013))
    zeros = ("requests.received", "fees.collected", "review.total", "litigation.total")
    assert [found.get((code, None)) for code in zeros] == ["0"] * 4
    assert (found["staff.part_time", None], found["disclosure.total", "惠农政策"]) == ("2", "33")


def test_a_table_of_other_matters_is_no_report() -> None:
    outline = _outline("| 责任单位 | 县教育局。 |", "| 复议情况 | 无。 |", "| 培训场次 | 3场。 |", "| 备注 | 无。 |")
    assert prose_facts(outline, 2013) == []
