"""Revision 0011 keeps every finding's words, up and down, on both engines."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Engine, text

from models.database import downgrade, open_engine, upgrade
from pipelines.items import Finding
from pipelines.store import Store
from pipelines.validate import check


def shown(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    with engine.connect() as connection:
        findings = connection.execute(text("SELECT finding_id, rule, message, left_side, right_side FROM findings ORDER BY 1"))
        bits = connection.execute(text("SELECT id, likeness FROM report_version ORDER BY id"))
        return {"findings": [tuple(row) for row in findings], "bits": [tuple(row) for row in bits]}


def test_down_and_up_again_every_message_is_the_same(database: Engine, pages: Any) -> None:
    url = database.url.render_as_string(hide_password=False)
    facts = [
        pages.fact("applications.new", 3, edition="2021", applicant="enterprise"),
        pages.fact("applications.processed", 2, edition="2021", applicant="enterprise"),
        pages.fact("review.total", 4, edition="2021"),
    ]
    words = "".join(f"第{chr(0x4E00 + 7 * at)}{chr(0x6000 + 11 * at)}项工作已经全部办理完毕。\n" for at in range(90))
    reading = pages.reading(facts, form_edition="2021", year=2021, text=words)
    reading.reports[0].findings = [*check(reading.reports[0]), Finding("odd", "fail", "a must be = b: found in x", "", "")]
    store = Store(database)
    store.add(reading)
    store.flush()
    before = shown(database)
    assert len(before["findings"]) > 7
    assert before["bits"][0][1] is not None
    database.dispose()
    downgrade(url, "0010")
    engine = open_engine(url)
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT id, rule, message, left_side, right_side FROM finding ORDER BY id"))
        assert [tuple(row) for row in rows] == before["findings"]
    engine.dispose()
    upgrade(url)
    engine = open_engine(url)
    assert shown(engine) == before
    with engine.connect() as connection:
        packed = connection.scalar(text("SELECT COUNT(*) FROM finding WHERE wording_id IS NOT NULL"))
        again = connection.execute(text("INSERT INTO wording (phrase, place) VALUES ('new', '') RETURNING id")).scalar_one()
    assert packed == len(before["findings"]) - 2
    assert again > 1
    engine.dispose()
