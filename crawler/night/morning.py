"""What is done when a night is over, whoever ran it: the metrics are written and the operator is told what is new."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from crawler.config import Config
from crawler.night.watching import Ended
from models.away import first_line
from models.told import site_states


def after_night(config: Config, engine: Engine, ended: Sequence[Ended], now: datetime) -> list[str]:
    """What could not be done of it, a sentence each; the night itself is over and kept, whatever fails here."""
    from crawler.night import alerts, metrics  # here: a command that only asks need not load what sends and counts

    problems = []
    try:
        metrics.write(config.data_dir, site_states(engine), ended, now)
    except OSError as problem:
        problems.append(f"the metrics could not be written to {config.data_dir / metrics.FILE}: {problem.strerror}")
    except SQLAlchemyError as problem:
        problems.append(f"the database does not answer, so no metrics were written: {first_line(problem)}")
    try:
        alerts.tell(engine, config.alerts, now)
    except SQLAlchemyError as problem:
        problems.append(f"the database does not answer, so nobody was told of the night: {first_line(problem)}")
    except alerts.NotSent as problem:
        problems.append(str(problem))
    return problems
