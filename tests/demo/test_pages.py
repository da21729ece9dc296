"""The demo's pages stand in the bytes they promise (or lie about), print the truth, and can be reached from the lists."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import html

from demo import families
from demo.content import Content
from demo.disguise import disguise
from demo.places import PLANS, SitePlan
from demo.reports import DISGUISED, DROPPED, HIJACKED, HIJACKER
from demo.truth import Truth

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
CONTENTS = {plan.key: Content(plan, "127.0.0.2") for plan in PLANS}
REPORTS = [(plan, path, truth) for plan in PLANS for path, truth in CONTENTS[plan.key].truth().items()]


def body(plan: SitePlan, path: str) -> bytes:
    return CONTENTS[plan.key].answer(path, {}).body


def visible(plan: SitePlan, path: str) -> str:
    tree = html.document_fromstring(body(plan, path).decode(plan.codec))
    return re.sub(r"\s", "", "".join(str(part) for part in tree.itertext()))


def test_serves_forty_reports_and_more_over_ten_years_in_all_forms_and_in_prose() -> None:
    truths = [truth for _, _, truth in REPORTS]
    assert len(truths) >= 40
    assert len({truth.year for truth in truths}) >= 10
    assert {truth.edition for truth in truths} == {None, "2014", "2019", "2021"}
    assert len({truth.publisher for truth in truths}) >= 8


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.key)
def test_every_list_has_decoys_beside_the_reports(plan: SitePlan) -> None:
    content = CONTENTS[plan.key]
    assert len(content.decoys()) >= 4
    assert set(content.decoys()).isdisjoint(content.truth())


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.key)
def test_every_page_is_in_the_bytes_of_its_site(plan: SitePlan) -> None:
    for path in CONTENTS[plan.key].truth():
        raw = body(plan, path)
        text = raw.decode(plan.codec)
        assert "年" in text
        if plan.codec != "utf-8":
            with pytest.raises(UnicodeDecodeError):
                raw.decode("utf-8")


def test_the_plain_site_declares_no_charset_and_needs_all_of_gb18030() -> None:
    plan = families_plan("heyin")
    pages = [CONTENTS["heyin"].answer(path, {}) for path in CONTENTS["heyin"].truth()]
    assert not any("charset" in page.content_type or b"charset" in page.body for page in pages)
    four_bytes = 0
    for page in pages:
        try:
            page.body.decode("gbk")
        except UnicodeDecodeError:
            four_bytes += 1
    assert plan.codec == "gb18030"
    assert four_bytes == len(pages)


def test_the_lying_site_has_gbk_bytes_under_headers_that_say_otherwise() -> None:
    content = CONTENTS["cangping"]
    claims = {content.answer(path, {}).content_type for path in content.paths() if path.endswith(".htm")}
    assert claims == {"text/html; charset=ISO-8859-1", "text/html; charset=utf-8"}


def families_plan(key: str) -> SitePlan:
    return next(plan for plan in PLANS if plan.key == key)


@pytest.mark.parametrize(("plan", "path", "truth"), REPORTS, ids=[f"{t.site}-{t.publisher}-{t.year}" for _, _, t in REPORTS])
def test_prints_all_that_its_truth_says(plan: SitePlan, path: str, truth: Truth) -> None:
    text = visible(plan, path)
    told = [fact.raw for fact in truth.facts if fact.raw]
    contact = (truth.contact.phone, truth.contact.email, truth.contact.postcode, truth.contact.website)
    named = (*contact, truth.title_as_printed, truth.contact.address, truth.publisher_as_printed, truth.index_number, *told)
    for printed in filter(None, named):
        wanted = re.sub(r"\s", "", disguise(printed) if truth.disguised else printed)
        assert wanted in text, printed


def pager(key: str, path: str) -> list[str]:
    """The further pages of a list as its family numbers them, worked out by hand from the page's own words."""
    text = body(families_plan(key), path).decode(families_plan(key).codec)
    call = re.search(r"createPageHTML\((\d+), (\d+), \"index\", \"html\"\)", text)
    if call:
        return [urljoin(path, f"index_{number}.html") for number in range(1, int(call[1]))]
    return [urljoin(path, link) for link in re.findall(r'href="([^"]+)">(?:下一页|下页)', text)]


@pytest.mark.parametrize("key", ["qinglan", "heyin", "weibo", "cangping", "shuangdu", "luyan"])
def test_every_article_can_be_reached_by_the_pager(key: str) -> None:
    content, plan = CONTENTS[key], families_plan(key)
    starts = [path for _, path in families.columns(plan)] if key == "weibo" else [families.START[plan.family]]
    found: set[str] = set()
    seen: set[str] = set()
    while starts:
        path = starts.pop()
        if path in seen:
            continue
        seen.add(path)
        found |= {urljoin(path, link) for link in re.findall(r'href="([^"]+)"', body(plan, path).decode(plan.codec))}
        starts += pager(key, path)
    assert {*content.truth(), *content.decoys()} <= found
    assert len(seen) > 1 or key == "luyan"


def test_the_store_and_its_proxy_list_every_article_once() -> None:
    content, start = CONTENTS["moting"], families.START["hanweb"]
    pattern = r'<li><a href="(/art/[^"]+)"'
    first = re.findall(pattern, body(families_plan("moting"), start).decode("gbk"))
    query = {"columnid": "12451", "unitid": "278899", "startrecord": str(len(first) + 1), "endrecord": "99"}
    rest = re.findall(pattern, content.answer("/module/web/jpage/dataproxy.jsp", query).body.decode("gbk"))
    assert len(first) == 15
    assert sorted(first + rest) == sorted([*content.truth(), *content.decoys()])


def test_the_api_lists_every_article_and_page_zero_is_page_one() -> None:
    content = CONTENTS["tangyu"]

    def asked(**query: str) -> list[str]:
        data: Mapping[str, list[dict[str, str]]] = json.loads(content.answer("/gkmlpt/api/all/2187", query).body)
        return [row["url"] for row in data["articles"]]

    assert asked(page="0", sid="755077") == asked(page="1", sid="755077")
    assert asked(page="1", sid="1") == []
    rows = [url for number in "12345" for url in asked(page=number, sid="755077")]
    assert sorted(rows) == sorted([*content.truth(), *content.decoys()])


def test_one_report_is_hijacked_and_its_siblings_are_genuine() -> None:
    hijacked = [(plan, path, truth) for plan, path, truth in REPORTS if truth.hijacked]
    assert [(truth.publisher, truth.year) for _, _, truth in hijacked] == [HIJACKED]
    plan, path, truth = hijacked[0]
    assert truth.title_as_printed.startswith(HIJACKER) or HIJACKER in truth.title_as_printed
    assert HIJACKED[0] not in visible(plan, path).split("您当前所在位置")[1].split("主办：")[0]
    others = [visible(plan, other) for other in CONTENTS[plan.key].truth() if other != path]
    assert not any("ylbet66demo" in text for text in others)


def test_one_page_is_disguised_and_carries_a_scar() -> None:
    disguised = [(plan, path, truth) for plan, path, truth in REPORTS if truth.disguised]
    assert [(truth.publisher, truth.year) for _, _, truth in disguised] == [DISGUISED]
    plan, path, _ = disguised[0]
    text = visible(plan, path)
    assert text.count("開(kāi)") > 10
    assert "政府?dāng)?shù)據(jù)" in text
    assert not re.search(r"[开报镇员数]", text)


def test_a_gloss_follows_every_place_of_a_glossed_character() -> None:
    assert disguise("公开指南") == "公開(kāi)指南"
    assert disguise("云溪") == "云溪"


def test_town_portal_names_the_town_in_the_breadcrumb_where_the_title_does_not() -> None:
    bare = [(plan, path, truth) for plan, path, truth in REPORTS if truth.publisher == "柳笛镇人民政府"]
    for plan, path, truth in bare:
        assert "柳笛镇" not in truth.title
        assert ">柳笛镇>" in visible(plan, path)


def test_no_sentence_of_the_seeds_stands_in_the_demo() -> None:
    if not SEEDS.is_dir():
        pytest.skip(f"{SEEDS} is absent")

    def runs(text: str) -> set[str]:
        bare = re.sub(r"\s", "", text)
        return {bare[at : at + 45] for at in range(len(bare) - 44)}

    seeds = set().union(*(runs(file.read_text(encoding="utf-8")) for file in SEEDS.glob("*.txt")))
    for plan, path, _ in REPORTS:
        assert not runs(visible(plan, path)) & seeds, path
    for file in (Path(__file__).parents[2] / "demo").glob("*.py"):
        assert not runs(file.read_text(encoding="utf-8")) & seeds, file.name


def test_one_report_has_lost_the_year_sign_of_its_period() -> None:
    plan, path, truth = next(one for one in REPORTS if (one[2].publisher, one[2].year) == DROPPED)
    assert "20181月1日" in visible(plan, path)
    assert truth.period[0].year == 2018


def test_articles_older_than_the_move_have_its_day_in_their_address_and_their_own_on_the_page() -> None:
    moved = [(plan, path, truth) for plan, path, truth in REPORTS if "/201707/t20170721_" in path]
    assert len(moved) >= 3
    for plan, path, truth in moved:
        assert f"发布时间：{truth.publish_date}" in visible(plan, path)
