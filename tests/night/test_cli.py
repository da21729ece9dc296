"""The commands' manners: help, exit codes, and clear words for what a user got wrong."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipelines.archive import Exchange, give_back, take_archive
from tests.night.commands import Installation

ROW = """key = "qingshi"
name = "青石县人民政府"
level = "county"
family = "trs"
start = ["http://www.qingshi.example/zfxxgknb/index.html"]
"""
REPORT = """<html><head><title>青石县2018年政府信息公开工作年度报告</title></head><body><div id="zoom">
<p>青石县2018年政府信息公开工作年度报告</p>
<p>本报告由青石县人民政府办公室编制，所列数据的统计期限为2018年1月1日至2018年12月31日。</p>
<p>一、主动公开情况</p><p>2018年，全县主动公开政府信息358条。</p>
<p>二、依申请公开情况</p><p>2018年，我县未收到政府信息公开申请。</p>
<p>三、行政复议和行政诉讼情况</p><p>本年度未发生行政复议、行政诉讼。</p></div></body></html>
"""


@pytest.fixture
def here(tmp_path: Path) -> Installation:
    installation = Installation(tmp_path)
    installation.rows.mkdir()
    (installation.rows / "qingshi.toml").write_text(ROW, encoding="utf-8")
    return installation


def test_help_names_every_command(here: Installation) -> None:
    shown = here.type("--help")
    assert shown.returncode == 0
    for command in ("night", "crawl", "status", "schedule", "read", "show", "series", "export", "sites", "findings", "db"):
        assert command in shown.stdout


def test_a_night_without_a_database_says_how_to_make_one(here: Installation) -> None:
    done = here.type("night")
    assert done.returncode == 3
    assert "nianbao db upgrade" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_database_that_is_no_database_is_named(here: Installation) -> None:
    (here.folder / "data").mkdir()
    (here.folder / "data" / "nianbao.sqlite").write_bytes(b"these are not the tables you look for" * 40)
    done = here.type("db", "check")
    assert done.returncode == 3
    assert "nianbao.sqlite" in done.stderr
    assert "Traceback" not in done.stderr


def test_db_upgrade_makes_a_database_that_db_check_accepts_and_may_be_run_again(here: Installation) -> None:
    assert here.type("db", "upgrade").returncode == 0
    assert here.type("db", "check").returncode == 0
    assert here.type("db", "upgrade").returncode == 0


def test_an_unknown_site_is_answered_with_the_nearest_known_one(here: Installation, sqlite_template: Path) -> None:
    here.prepare(sqlite_template)
    done = here.type("crawl", "qingsi")
    assert done.returncode == 2
    assert "qingshi" in done.stderr


def test_a_bad_row_is_named_with_file_field_expected_and_found(here: Installation) -> None:
    bad = here.rows / "bad.toml"
    bad.write_text(ROW.replace('"qingshi"', '"bad"').replace('"trs"', '"tsr"'), encoding="utf-8")
    done = here.type("sites", "check")
    assert done.returncode == 2
    assert "bad.toml" in done.stderr
    assert "family" in done.stderr
    assert "tsr" in done.stderr


def test_a_row_that_is_not_toml_is_named(here: Installation) -> None:
    (here.rows / "bad.toml").write_text("key = ", encoding="utf-8")
    done = here.type("sites", "list")
    assert done.returncode == 2
    assert "bad.toml" in done.stderr


def test_sites_add_checks_a_row_and_refuses_a_key_that_is_taken(here: Installation, tmp_path: Path) -> None:
    row = tmp_path / "new.toml"
    row.write_text(ROW.replace('"qingshi"', '"baishi"'), encoding="utf-8")
    assert here.type("sites", "add", str(row)).returncode == 0
    assert "baishi" in here.type("sites", "list").stdout
    again = here.type("sites", "add", str(row))
    assert again.returncode == 2
    assert "taken" in again.stderr


def test_read_prints_a_report_in_words(here: Installation) -> None:
    page = here.folder / "page.html"
    page.write_bytes(REPORT.encode("gb18030"))
    done = here.type("read", str(page))
    assert done.returncode == 0, done.stderr
    assert "gb18030" in done.stdout
    assert "disclosure.total" in done.stdout
    assert "358" in done.stdout


def test_read_ends_badly_for_a_contradiction_if_asked_to_be_strict(here: Installation) -> None:
    report = REPORT.replace("2018", "2013")  # of a year that had no form yet
    contradictory = report.replace("358条。", "358条。2013年，全县主动公开政府信息365条。")
    (here.folder / "page.html").write_text(contradictory, encoding="utf-8")
    assert here.type("read", "page.html").returncode == 0
    done = here.type("read", "page.html", "--strict")
    assert done.returncode == 1
    assert "不符（prose-twice）：正文对同一指标前后所说应一致" in done.stdout
    (here.folder / "page.html").write_text(report, encoding="utf-8")
    assert here.type("read", "page.html", "--strict").returncode == 0


def test_read_json_prints_one_object_of_the_agreed_shape(here: Installation) -> None:
    page = here.folder / "page.html"
    page.write_bytes(REPORT.encode("utf-8"))
    record = json.loads(here.type("read", "--json", str(page)).stdout)
    assert list(record) == [
        "title", "title_as_printed", "publisher", "publisher_as_printed", "publisher_inferred", "level", "division",
        "report_year", "period", "publish_date", "form_edition", "index_number", "document_number", "contact",
        "is_annual_report", "damage", "hijacked", "encoding", "facts", "findings", "text",
    ]  # fmt: skip
    assert (record["report_year"], record["period"]) == (2018, ["2018-01-01", "2018-12-31"])
    assert {(fact["code"], fact["value"]) for fact in record["facts"]} >= {("disclosure.total", 358), ("requests.received", 0)}
    assert list(record["facts"][0]) == ["code", "applicant", "category", "value", "meaning", "raw", "unit", "origin", "where"]


def test_read_shows_each_of_two_reports_that_stand_on_one_page(here: Installation) -> None:
    page = here.folder / "page.html"
    more = "<p>四、存在的主要问题和改进情况</p><p>公开的内容还不够丰富，下一步将继续完善目录，加强培训，及时更新各个栏目。</p>"
    body = REPORT[REPORT.index("<p>") : REPORT.index("</div>")] + 3 * more
    two = body + body.replace("2018", "2019").replace("358", "417")
    page.write_text(f"<title>青石县政府信息公开工作年度报告</title><div id=zoom>{two}</div>", encoding="utf-8")
    done = here.type("read", "--json", str(page))
    first = json.loads(done.stdout)
    assert [one["report_year"] for one in (first, *first["also"])] == [2018, 2019], done.stdout
    assert [fact["value"] for fact in first["also"][0]["facts"] if fact["code"] == "disclosure.total"] == [417]
    said = here.type("read", str(page)).stdout
    assert "2 reports stand on this page" in said
    assert "417" in said


def test_reading_the_same_bytes_twice_prints_the_same_bytes(here: Installation) -> None:
    page = here.folder / "page.html"
    page.write_bytes(REPORT.encode("utf-8"))
    assert here.type("read", "--json", str(page)).stdout == here.type("read", "--json", str(page)).stdout


@pytest.mark.parametrize(
    ("name", "body", "words"),
    [
        ("report.pdf", b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "found a PDF file: save it as a web page"),
        ("report.doc", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512), "Word, Excel or WPS: save it as a web page"),
        ("report.mht", b"From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n boundary=x\n\n--x\n", ".mht"),
        ("nothing.html", b"", "0 bytes"),
    ],
)
def test_read_says_what_it_found_in_place_of_a_page(here: Installation, name: str, body: bytes, words: str) -> None:
    (here.folder / name).write_bytes(body)
    done = here.type("read", name)
    assert done.returncode == 2
    assert words.lower() in done.stderr.lower()
    assert "Traceback" not in done.stderr


def test_read_says_first_whether_the_page_is_an_annual_report_and_why(here: Installation) -> None:
    (here.folder / "report.html").write_text(REPORT, encoding="utf-8")
    (here.folder / "holiday.html").write_text("<h1>春节放假通知</h1><p>各单位：放假七天。</p>", encoding="utf-8")
    assert here.type("read", "report.html").stdout.startswith("an annual report (是年报), by: ")
    done = here.type("read", "holiday.html")
    assert (done.returncode, done.stdout.splitlines()[0]) == (
        1, "no annual report (不是年报), by: neither title nor body shows a report on openness",
    )  # fmt: skip
    assert not any(title in done.stdout for title in ("facts", "findings"))  # no table without a row


def test_read_does_not_wait_for_a_pipe_that_nobody_writes_to(here: Installation) -> None:
    os.mkfifo(here.folder / "pipe")
    done = here.type("read", "pipe")
    assert done.returncode == 2
    assert "no file" in done.stderr


def test_read_of_a_missing_file_names_it(here: Installation) -> None:
    done = here.type("read", "nowhere.html")
    assert done.returncode == 2
    assert "nowhere.html" in done.stderr


def test_show_of_an_unknown_place_says_so(here: Installation, sqlite_template: Path) -> None:
    here.prepare(sqlite_template)
    done = here.type("show", "无此县", "2020")
    assert done.returncode == 1
    assert "无此县" in done.stderr


def test_series_of_an_unknown_name_lists_the_known_ones(here: Installation, sqlite_template: Path) -> None:
    here.prepare(sqlite_template)
    done = here.type("series", "requests", "--in", "青石县")
    assert done.returncode == 2
    assert "applications_received" in done.stderr


def test_a_wrong_setting_is_named_before_anything_is_done(here: Installation) -> None:
    (here.folder / "nianbao.toml").write_text("lanes = 0\n", encoding="utf-8")
    done = here.type("night")
    assert done.returncode == 2
    assert "lanes" in done.stderr


def test_read_takes_the_newest_answer_of_an_address_from_the_archive(here: Installation) -> None:
    url = "http://www.qingshi.gov.cn/nb/2018.html"
    warc = here.folder / "data" / "warc"
    for day, found in enumerate(("358", "401"), start=5):
        body = REPORT.replace("358", found).encode("gb18030")
        archive = take_archive(warc)
        archive.store(Exchange(url, datetime(2019, 3, day, tzinfo=UTC), 200, [(b"Content-Type", b"text/html")], body, "OK"))
        give_back(archive)
    done = here.type("read", "--json", url)
    assert done.returncode == 0, done.stderr
    values = {fact["code"]: fact["value"] for fact in json.loads(done.stdout)["facts"]}
    assert values["disclosure.total"] == 401


def test_read_of_an_address_that_is_not_in_the_archive_says_how_to_get_it(here: Installation) -> None:
    done = here.type("read", "http://www.qingshi.gov.cn/nb/1999.html")
    assert done.returncode == 2
    assert "nianbao crawl KEY --url" in done.stderr
    assert "Traceback" not in done.stderr
