"""The codebook in the database says what its files say."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, delete, func, insert, select, update

from models import codebook
from models.codebook_tables import Concordance, Identity, Indicator, SeriesTerm, sync, terms


def test_every_row_of_the_files_is_in_its_table(database: Engine) -> None:
    with database.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(Indicator)) == len(codebook.indicators())
        assert connection.scalar(select(func.count()).select_from(Identity)) == len(codebook.identities())
        assert connection.scalar(select(func.count()).select_from(Concordance)) == len(codebook.concordance())


def test_sync_repairs_what_differs_and_keeps_the_ids(database: Engine) -> None:
    with database.begin() as connection:
        before = {row.code: row.id for row in connection.execute(select(Indicator).where(Indicator.edition == "2014"))}
        connection.execute(update(Indicator).values(label="?"))
        connection.execute(delete(SeriesTerm))
        gone = {"rule": "old-rule", "editions": [], "strength": "soft", "left_side": "", "operator": "=", "right_side": "",
                "meaning": ""}  # fmt: skip
        connection.execute(insert(Identity), gone)
        sync(connection)
        after = {row.code: row.id for row in connection.execute(select(Indicator).where(Indicator.edition == "2014"))}
        assert after == before
        assert connection.scalar(select(func.count()).select_from(Indicator).where(Indicator.label == "?")) == 0
        assert connection.scalar(select(func.count()).select_from(Identity).where(Identity.rule == "old-rule")) == 0
        assert connection.scalar(select(func.count()).select_from(SeriesTerm)) > len(codebook.concordance())


def test_every_expression_of_the_concordance_is_taken_apart() -> None:
    for row in codebook.concordance():
        assert terms(row)
    rows = {(row.series, row.edition): row for row in codebook.concordance()}
    denied = terms(rows["applications_denied", "2021"])
    assert len(denied) == 8
    assert {applicant for _, applicant in denied} == {"total"}
    assert terms(rows["lawsuits", "2019"]) == (("litigation_direct.total", None), ("litigation_after_review.total", None))


@pytest.mark.parametrize("expression", ["review.total - review.other", "2 * review.total", "review.totl", ""])
def test_an_expression_that_is_more_than_a_sum_of_known_figures_is_refused(expression: str) -> None:
    with pytest.raises(ValueError, match="expected a sum of indicators"):
        terms(codebook.Concordance("reviews", "2019", expression, "full"))
