"""The one set of settings: environment over file over default, frozen, built once at the edge.

Order: arguments, then ``CLAIMS_*`` in the environment, then the TOML file named by ``CLAIMS_CONFIG`` (else
``claims.toml`` in the working directory, when there is one), then the defaults here. A name that is not known is an
error in all of them. Only services, the command line and the workbench read settings; nothing below may.
"""

from __future__ import annotations

import difflib
import getpass
import json
import os
import tomllib
from collections.abc import Iterable, Mapping
from decimal import Decimal
from ipaddress import ip_address
from pathlib import Path
from typing import Any, Final, Literal
from urllib.parse import urlsplit, urlunsplit

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from claims.errors import SettingsError

PREFIX: Final = "CLAIMS_"
CONFIG: Final = "CLAIMS_CONFIG"
DEFAULT_FILE: Final = "claims.toml"
MASK: Final = "********"
OURS: Final = frozenset({"model", "messages", "response_format", "stream", "n", "tools"})
"""Members of a request to a language model that no setting may replace."""


def _user() -> str:
    """The name under which one works on one's own machine: that of the account, else ``reviewer``."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "reviewer"


class Settings(BaseSettings):
    """Everything that can be set, frozen.

    Attributes:
        case: file of the case, or the address of its database (``postgresql://user@host/name``).
        originals: folder for the original bytes; None: beside the case file (``case.db`` → ``case.originals``).
            A case on PostgreSQL needs it.
        shelf: folder of the cases that the workbench offers beside that one; None: the folder of the case file.
        actor: who works, unless a call says otherwise.
        language: language of messages and reports.
        lock_timeout: how long to wait for another writer, in seconds.
        max_bytes: largest file that is taken in, in bytes.
        log_level: least level that is written.
        log_format: ``console`` for people, ``json`` for machines.
        host: address the workbench listens on.
        port: its port; 0 picks a free one.
        extractor: who reads the claims of documents: our own ``rules``, or a ``language-model``, to which their text is
            then sent.
        lm_endpoint: where it answers: the address before ``/chat/completions``. https, or a server on this machine.
        lm_model: its name there.
        lm_key: key that opens it, "" for a server that needs none. Never shown, never logged.
        lm_timeout: how long one request may take, in seconds.
        lm_tries: how often a request is made before it counts as failed.
        lm_passage: most characters of a document in one request.
        lm_parameters: further members of each request, a JSON object.
        lm_price_in: price of a million tokens sent, None when unknown.
        lm_price_out: price of a million tokens answered, None when unknown.
        lm_currency: what the prices are in.
        lm_cache: folder of the answers; None: the user's cache folder.
    """

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        frozen=True,
        extra="forbid",
        env_ignore_empty=True,
        hide_input_in_errors=True,
        str_strip_whitespace=True,
    )

    case: str = Field(default="case.db", min_length=1)
    originals: Path | None = None
    shelf: Path | None = None
    actor: str = Field(default_factory=_user, min_length=1, max_length=200)
    language: Literal["ar", "en"] = "en"
    lock_timeout: float = Field(default=60.0, gt=0, le=600)
    max_bytes: int = Field(default=50_000_000, gt=0)
    log_level: Literal["debug", "info", "warning", "error"] = "warning"
    log_format: Literal["console", "json"] = "console"
    host: str = Field(default="127.0.0.1", min_length=1)
    port: int = Field(default=0, ge=0, le=65_535)
    extractor: Literal["rules", "language-model"] = "rules"
    lm_endpoint: str = ""
    lm_model: str = Field(default="", max_length=200)
    lm_key: SecretStr = SecretStr("")
    lm_timeout: float = Field(default=120.0, gt=0, le=3600)
    lm_tries: int = Field(default=4, ge=1, le=10)
    lm_passage: int = Field(default=6000, ge=500, le=100_000)
    lm_parameters: str = '{"temperature": 0, "max_tokens": 8000}'
    lm_price_in: Decimal | None = Field(default=None, ge=0)
    lm_price_out: Decimal | None = Field(default=None, ge=0)
    lm_currency: str = Field(default="USD", min_length=1, max_length=20)
    lm_cache: Path | None = None

    @field_validator("log_level", mode="before")
    @classmethod
    def _lower(cls, value: object) -> object:
        return value.lower() if isinstance(value, str) else value

    @field_validator("lm_endpoint")
    @classmethod
    def _endpoint(cls, value: str) -> str:
        """An address that keeps the text and the key between us and the server; without a slash at its end."""
        if not value:
            return value
        parts = urlsplit(value)
        if parts.username or parts.password or parts.query or parts.fragment:
            raise ValueError("an address without user, password, query and fragment is needed")
        if parts.port == 0 or not parts.hostname or not value.isascii() or not value.isprintable():
            raise ValueError("an address such as https://models.example/v1 is needed")
        if parts.scheme != "https" and not (parts.scheme == "http" and _here(parts.hostname)):
            raise ValueError("https is needed for every server but one on this machine")
        return value.rstrip("/")

    @field_validator("lm_key")
    @classmethod
    def _one_line(cls, value: SecretStr) -> SecretStr:
        secret = value.get_secret_value()
        if not (secret.isascii() and secret.isprintable()) or " " in secret:
            raise ValueError("a key is one word of ASCII characters")
        return value

    @field_validator("lm_parameters")
    @classmethod
    def _object(cls, value: str) -> str:
        """A JSON object that leaves alone what we say ourselves in each request."""
        try:
            given = json.loads(value)
        except (ValueError, RecursionError) as error:
            raise ValueError("a JSON object is needed") from error
        if not isinstance(given, dict):
            raise ValueError("a JSON object is needed")  # noqa: TRY004 - pydantic wants a ValueError
        taken = sorted(OURS.intersection(given))
        if taken:
            raise ValueError(f"{', '.join(taken)} cannot be given here")
        return value

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments and environment only; the file is read by `load_settings`, which names it in its errors."""
        return init_settings, env_settings

    def masked(self) -> dict[str, str]:
        """Every setting as text, in order, without passwords."""
        values = {name: getattr(self, name) for name in type(self).model_fields}
        texts = {name: "" if value is None else str(value) for name, value in values.items()}
        secret = MASK if self.lm_key.get_secret_value() else ""
        return texts | {"case": mask_address(self.case), "lm_key": secret}


def _here(host: str) -> bool:
    """Whether a host is this machine by its own name or number."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def mask_address(address: str) -> str:
    """``address`` with the password and the query of a database URL hidden; a file name stays as it is."""
    if "://" not in address:
        return address
    parts = urlsplit(address)
    user, at, host = parts.netloc.rpartition("@")
    name, colon, _ = user.partition(":")
    netloc = f"{name}{colon}{MASK if colon else ''}{at}{host}"
    return urlunsplit(parts._replace(netloc=netloc, query=MASK if parts.query else ""))


def language_around() -> Literal["ar", "en"]:
    """The language that the environment names, whatever else in it is wrong; else English."""
    return "ar" if os.environ.get(f"{PREFIX}LANGUAGE", "").strip() == "ar" else "en"


def load_settings(file: Path | None = None, **given: object) -> Settings:
    """The settings as they stand now.

    Args:
        file: TOML file to read instead of the one ``CLAIMS_CONFIG`` names.
        **given: values that win over environment and file; None counts as not given.

    Raises:
        SettingsError: a name is not known, a value is impossible, or the file cannot be read.
    """
    known = tuple(Settings.model_fields)
    given = {name: value for name, value in given.items() if value is not None}
    environment = {name: value for name, value in os.environ.items() if _is_ours(name)}
    _refuse_unknown(environment, [PREFIX + name.upper() for name in known], "environment")
    source, values = _from_file(file, environment.get(CONFIG, ""))
    _refuse_unknown(values, known, str(source))
    named = {
        name.upper().removeprefix(PREFIX).lower() for name, value in environment.items() if value
    }
    below = {name: value for name, value in values.items() if name not in named}
    merged: dict[str, Any] = {**below, **given}
    try:
        return Settings(**merged)
    except ValidationError as error:
        raise _impossible(error, source, below) from error


def _is_ours(name: str) -> bool:
    return name.upper().startswith(PREFIX)


def _refuse_unknown(names: Iterable[str], known: Iterable[str], where: str) -> None:
    """Raise at the first of ``names`` that is not ``known``, naming the nearest one that is."""
    known = [*known, CONFIG] if where == "environment" else list(known)
    for name in names:
        if name not in known and name.upper() not in known:
            near = difflib.get_close_matches(name.upper(), [entry.upper() for entry in known], 1, 0)
            nearest = next(entry for entry in known if entry.upper() == near[0])
            raise SettingsError(
                f"Unknown setting {name!r} in {where}.",
                next_step=f"The nearest known one is {nearest!r}; `claims config` lists them all.",
            )


def _from_file(file: Path | None, named: str) -> tuple[Path | None, Mapping[str, Any]]:
    """The TOML file in force and what it says; (None, {}) without one."""
    path = file or (Path(named) if named else Path(DEFAULT_FILE))
    if file is None and not named and not path.is_file():
        return None, {}
    try:
        return path, tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(
            f"The settings file {path} cannot be read: {error}.",
            next_step="Mend the file, or name another one in CLAIMS_CONFIG.",
        ) from error


def _impossible(
    error: ValidationError, source: Path | None, below: Mapping[str, Any]
) -> SettingsError:
    """The first fault of ``error`` in words, without the value, which may be a secret."""
    first = error.errors(include_input=False, include_url=False)[0]
    name = str(first["loc"][0]) if first["loc"] else ""
    where = str(source) if name in below else f"{PREFIX}{name.upper()}"
    return SettingsError(
        f"Setting {name!r} ({where}) has an impossible value: {first['msg']}.",
        next_step="`claims config` shows what is in force.",
    )
