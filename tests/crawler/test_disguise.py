"""Pages from text-disguising kits are turned back; honest pages with readings are not."""

from __future__ import annotations

import json
import random
from pathlib import Path
from statistics import mean

import pytest

from crawler.decode import read_text
from crawler.garble.disguise import simplify
from tests.crawler.garbles.kinds import bigram_f1, cases, honest_texts, kit_a, page

SHARED = Path(__file__).parents[2].parent / "shared"


@pytest.mark.parametrize(("kind", "floor"), [("kit-a", 0.99), ("kit-c", 0.999)])
def test_turns_disguised_pages_back(kind: str, floor: float) -> None:
    scores = []
    for case in cases(kind):
        result = read_text(case.body)
        assert result.disguised, case.style
        scores.append(bigram_f1(result.text, case.truth))
    assert mean(scores) >= floor


def test_turns_sparse_kit_back_on_pages_long_enough_to_tell() -> None:
    found = [read_text(case.body) for case in cases("kit-b", 20) if case.style == "long"]
    assert sum(result.disguised for result in found) >= 0.75 * len(found)


def test_heals_a_scar_across_two_glossed_characters() -> None:
    text = "推进政府数据开放，当前数据报告公开，当年实验数据发布，当地群众观看网络节目"
    disguised = kit_a("<p>" + text + "</p>", 1.0, random.Random(1))
    assert "?" in disguised
    result = read_text(disguised.encode())
    assert result.text == "<p>" + text + "</p>"
    assert {"pinyin-gloss", "gloss-scar"} <= {damage.kind for damage in result.damage}


def test_takes_a_gloss_after_an_ascii_letter_out() -> None:
    text = "永宏PLC公司开发关键设备，门户网站报道，应用实践经验证，" + "今天上午大家一起去山上看日出，" * 3
    disguised = kit_a(text, 1.0, random.Random(1))
    assert "P(" in disguised
    assert read_text(disguised.encode()).text == text


def test_reads_glosses_with_tags_between() -> None:
    text = "<p>县政府网站公开报告，实验学校开门办学，乡镇机关应当认真组织，今天上午大家一起去山上看日出，今年收成很好</p>"
    disguised = kit_a(text, 1.0, random.Random(2)).replace("(", "<b>(").replace(")", ")</b>")
    result = read_text(disguised.encode())
    assert result.disguised
    assert result.text.replace("<b>", "").replace("</b>", "") == text


@pytest.mark.parametrize(
    "name", [name for name in honest_texts() if "gloss" in name or "primer" in name or "traditional" in name]
)
def test_leaves_honest_readings_and_traditional_pages_alone(name: str) -> None:
    result = read_text(honest_texts()[name].encode())
    assert result.text == honest_texts()[name]
    assert not result.disguised


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("專著與論著存在著問題", "专著与论著存在着问题"),
        ("著名編著者", "著名编著者"),
        ("討論著方案", "讨论着方案"),
        ("乾隆年間的幹部", "乾隆年间的干部"),
        ("暱稱", "昵称"),
    ],
)
def test_keeps_words_apart_that_opencc_confuses(traditional: str, simplified: str) -> None:
    assert simplify(traditional) == simplified


def test_restores_the_seed_page_and_leaves_the_others() -> None:
    if not (SHARED / "gold" / "seeds.json").exists():
        pytest.skip("the seed documents are not here")
    for seed in json.loads((SHARED / "gold" / "seeds.json").read_text("utf-8")):
        text = (SHARED / "seeds" / seed["seed"]).read_bytes().decode("utf-8")
        result = read_text(text.encode())
        assert all(phrase in result.text for phrase in seed.get("text_must_contain", []))
        assert not any(phrase in result.text for phrase in seed.get("text_must_not_contain", []))
        assert result.disguised == ("pinyin-gloss" in seed["damage"])
        if not result.disguised:
            assert result.text == text
            assert not result.damaged


def test_a_page_of_another_text_stays_as_it_is_after_restoring() -> None:
    text = page("long", 7)
    restored = read_text(kit_a(text, 0.6, random.Random(3)).encode()).text
    assert read_text(restored.encode()).text == restored
