from pathlib import Path

import pytest

from crawler.config import ConfigProblem, load_config


@pytest.fixture(autouse=True)
def _empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_without_settings_the_database_is_a_file_in_the_data_folder(tmp_path: Path) -> None:
    assert load_config().database == f"sqlite:///{tmp_path / 'data' / 'nianbao.sqlite'}"


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "nianbao.toml").write_text('lanes = 4\ncontact = "mailto:a@example.org"\n', encoding="utf-8")
    monkeypatch.setenv("NIANBAO_LANES", "7")
    config = load_config()
    assert (config.lanes, config.contact) == (7, "mailto:a@example.org")


def test_a_wrong_value_is_named_with_what_was_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NIANBAO_LANES", "many")
    with pytest.raises(ConfigProblem, match=r"lanes: expected a valid integer.*, found 'many'"):
        load_config()


def test_an_unknown_setting_in_the_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "nianbao.toml").write_text("lane = 4\n", encoding="utf-8")
    with pytest.raises(ConfigProblem, match=r"lane: expected no setting of this name \(did you mean lanes\?\), found 4"):
        load_config()


def test_a_misspelt_variable_is_refused_and_one_of_the_benchmarks_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NIANBAO_BENCH_TEXTS", "1000")
    load_config()
    monkeypatch.setenv("NIANBAO_DATADIR", "elsewhere")
    with pytest.raises(ConfigProblem, match=r"NIANBAO_DATADIR: .*did you mean NIANBAO_DATA_DIR\?"):
        load_config()


def test_a_file_that_is_not_toml_is_named(tmp_path: Path) -> None:
    (tmp_path / "nianbao.toml").write_text("lanes 4", encoding="utf-8")
    with pytest.raises(ConfigProblem, match=r"nianbao\.toml"):
        load_config()


def test_alerts_stand_in_one_line_of_the_environment_or_in_a_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "nianbao.toml").write_text('alerts = ["json://a.example/", "dingtalk://b"]\n', encoding="utf-8")
    assert load_config().alerts == ("json://a.example/", "dingtalk://b")
    monkeypatch.setenv("NIANBAO_ALERTS", " mailto://c  json://d/?x=1,2 ")
    assert load_config().alerts == ("mailto://c", "json://d/?x=1,2")
