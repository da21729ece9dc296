"""What an operator can set: `NIANBAO_*` environment variables first, then `nianbao.toml` in the working folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError, field_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource
from sqlalchemy import make_url

from crawler.night.windows import Window, read_window
from crawler.wrong_values import did_you_mean, in_our_words

_PREFIX, _OF_BENCHMARKS = "NIANBAO_", "NIANBAO_BENCH_"
SHIPPED_SITES = Path(__file__).parent / "sites"


class ConfigProblem(Exception):
    """A setting that cannot be used; the message says which, what was found and what was expected."""


class Config(BaseSettings):
    """The settings of one installation.

    database_url  where the tables are: `sqlite:///file` or `postgresql+psycopg://user@host/name`
    data_dir      folder of the archive (`warc/`) and of the SQLite file
    sites         further folder of site rows; a row there replaces a shipped one of the same key
    contact       address that the user agent names, so that a site's keeper can reach the operator
    lanes         how many sites are crawled at the same time
    lease         seconds after which a crawl that gives no sign of life may be taken over
    patience      seconds for which a crawl waits for a database that is away before it gives up
    window        hours (22:00-06:00, in China) in which crawls that nobody asked for begin; 00:00-24:00: at any time
    retry_pause   seconds from the end of a crawl that the network broke to its second try at the end of the night
    alerts        addresses, in the form of apprise, that the digest of a night is sent to: mailto://, json://, dingtalk://, …
    """

    model_config = SettingsConfigDict(env_prefix=_PREFIX, toml_file="nianbao.toml", extra="forbid")

    data_dir: Path = Path("data")
    database_url: str = ""
    sites: Path | None = None
    shipped_sites: bool = True
    contact: str = "https://example.org/nianbao-contact-not-set"
    lanes: int = Field(default=16, ge=1, le=500)
    lease: int = Field(default=600, ge=30)
    patience: int = Field(default=120, ge=0, le=3600)
    window: str = "22:00-06:00"
    retry_pause: int = Field(default=60, ge=0, le=3600)
    alerts: Annotated[tuple[str, ...], NoDecode] = ()

    @field_validator("alerts", mode="before")
    @classmethod
    def _alerts(cls, words: object) -> object:
        """In the environment the addresses stand in one line, with blanks between them."""
        return tuple(words.split()) if isinstance(words, str) else words

    @field_validator("window")
    @classmethod
    def _window(cls, words: str) -> str:
        read_window(words)
        return words

    @property
    def night(self) -> Window:
        """The night window."""
        return read_window(self.window)

    @property
    def database(self) -> str:
        """The database's URL; by default a SQLite file in the data folder."""
        return self.database_url or f"sqlite:///{(self.data_dir / 'nianbao.sqlite').resolve()}"

    @property
    def shown_database(self) -> str:
        """The database's URL without its password."""
        return make_url(self.database).render_as_string(hide_password=True)

    @property
    def site_folders(self) -> list[Path]:
        """Folders of site rows, the shipped ones first."""
        shipped = [SHIPPED_SITES] if self.shipped_sites else []
        return shipped + ([self.sites] if self.sites else [])

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments, then the environment, then the file."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def load_config() -> Config:
    """The settings in force. Raises ConfigProblem with one line a wrong setting."""
    lines = _unknown_variables()
    try:
        config = Config()
    except ValidationError as error:
        lines += [_line(each) for each in error.errors()]
    except ValueError as error:  # nianbao.toml is not TOML
        raise ConfigProblem(f"nianbao.toml cannot be read as TOML: {error}") from None
    if lines:
        raise ConfigProblem("settings (NIANBAO_* or nianbao.toml) cannot be used:\n  " + "\n  ".join(lines))
    return config


def _line(error: ErrorDetails) -> str:
    name, found = ".".join(map(str, error["loc"])), repr(error["input"])
    if error["type"] == "extra_forbidden":
        return f"{name}: expected no setting of this name{did_you_mean(name, Config.model_fields)}, found {found}"
    return f"{name}: expected {in_our_words(error['msg'])}, found {found}"


def _unknown_variables() -> list[str]:
    """Variables of ours that set nothing: a misspelt one would leave the default in force and nobody would know."""
    known = {f"{_PREFIX}{name.upper()}" for name in Config.model_fields}
    names = [name.upper() for name in os.environ if name.upper().startswith(_PREFIX)]
    wrong = sorted(name for name in names if name not in known and not name.startswith(_OF_BENCHMARKS))
    return [f"{name}: expected no variable of this name{did_you_mean(name, known)}, found one" for name in wrong]
