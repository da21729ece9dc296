from pathlib import Path

import pytest

from crawler.config import SHIPPED_SITES
from crawler.registry import RegistryProblem, Site, check_sites, load_sites, read_site

GOOD = """key = "baiyan"
name = "白雁区人民政府"
level = "county"
family = "trs"
start = ["http://www.baiyan.example/zwgk/zfxxgknb/"]
delay = 5

[division]
code = "990777"
name = "白雁区"
path = ["某省", "某市", "白雁区"]

[[columns]]
url = "http://jdb.baiyan.example/nb/"
publisher = "白雁区梨岭街道办事处"
level = "township"
"""


def _row(folder: Path, text: str, name: str = "row.toml") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def test_a_good_row_becomes_a_site_with_its_defaults(tmp_path: Path) -> None:
    site = read_site(_row(tmp_path, GOOD))
    assert (site.key, site.level, site.delay, site.robots, site.allow_private, site.visited) == (
        "baiyan", "county", 5.0, True, False, False,
    )  # fmt: skip
    assert site.division is not None
    assert site.division.path == ("某省", "某市", "白雁区")
    assert site.scope == {"www.baiyan.example", "baiyan.example", "jdb.baiyan.example", "www.jdb.baiyan.example"}


@pytest.mark.parametrize(
    ("old", "new", "field", "line", "expected", "found"),
    [
        ('level = "county"', 'level = "village"', "level", 3, "township", "'village'"),
        ("delay = 5", "dealy = 5", "dealy", 6, "no field of this name (did you mean delay?)", "5"),
        ("delay = 5", "qwxyz = 5", "qwxyz", 6, "no field of this name", "5"),
        ('start = ["http', 'start = ["gopher', "start", 5, "http://", "gopher"),
        ('family = "trs"', 'family = "sharepoint"', "family", 4, "hanweb", "'sharepoint'"),
        ('code = "990777"', 'code = "99"', "division.code", 9, "text that matches the pattern", "'99'"),
        ('key = "baiyan"\n', "", "key", None, "a value", "nothing"),
        ("delay = 5", "delay = 5\nrobots = 1", "robots", 7, "boolean", "1"),
        ("[[columns]]", "[schedule]\nevery_days = 0\n[[columns]]", "schedule.every_days", 14, "greater than or equal to 1", "0"),
    ],
)
def test_a_wrong_row_says_file_line_field_expected_and_found(
    tmp_path: Path, old: str, new: str, field: str, line: int | None, expected: str, found: str
) -> None:
    file = _row(tmp_path, GOOD.replace(old, new))
    with pytest.raises(RegistryProblem) as caught:
        read_site(file)
    problem = caught.value
    assert (problem.file, problem.field, problem.line) == (file, field, line)
    assert expected in problem.expected
    assert "should" not in problem.expected  # "expected Input should be …" is no English
    assert found in problem.found
    assert str(file) in str(problem)


def test_all_that_is_wrong_with_a_row_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(RegistryProblem) as caught:
        read_site(_row(tmp_path, GOOD.replace("county", "x").replace("delay", "daley")))
    assert len(caught.value.more) == 1
    assert len(str(caught.value).splitlines()) == 2


def test_broken_toml_names_the_line(tmp_path: Path) -> None:
    with pytest.raises(RegistryProblem, match=r"row\.toml:3: file: expected TOML"):
        read_site(_row(tmp_path, 'key = "a"\nname = "b"\nlevel = county\n'))


def test_bytes_that_are_no_utf8_are_a_problem_not_a_crash(tmp_path: Path) -> None:
    (tmp_path / "row.toml").write_bytes(b"name = \"\xc4\xea\"")
    with pytest.raises(RegistryProblem, match="UTF-8"):
        read_site(tmp_path / "row.toml")


def test_a_key_used_twice_in_one_folder_is_refused(tmp_path: Path) -> None:
    _row(tmp_path, GOOD, "a.toml")
    _row(tmp_path, GOOD, "b.toml")
    with pytest.raises(RegistryProblem, match="a key of its own"):
        load_sites(tmp_path)


def test_a_row_of_a_later_folder_replaces_the_earlier_one(tmp_path: Path) -> None:
    _row(tmp_path / "one", GOOD)
    _row(tmp_path / "two", GOOD.replace("delay = 5", "delay = 9"))
    assert load_sites([tmp_path / "one", tmp_path / "two"])["baiyan"].delay == 9


def test_good_rows_are_given_beside_the_problems_of_the_others(tmp_path: Path) -> None:
    _row(tmp_path, GOOD, "a.toml")
    _row(tmp_path, "key = 1", "b.toml")
    sites, problems = check_sites(tmp_path)
    assert list(sites) == ["baiyan"]
    assert [problem.file for problem in problems] == [tmp_path / "b.toml"]


def test_a_folder_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(RegistryProblem, match="no such folder"):
        load_sites([tmp_path / "missing"])


def test_the_shipped_rows_are_right_and_marked_as_not_yet_visited() -> None:
    sites = load_sites(SHIPPED_SITES)
    assert len(sites) >= 8
    assert not any(site.visited or site.allow_private for site in sites.values())


def test_a_site_cannot_be_changed() -> None:
    site = Site(key="a-b", name="某县", level="county", start=("http://x.gov.cn/",))
    with pytest.raises(ValueError, match="frozen"):
        site.delay = 0
