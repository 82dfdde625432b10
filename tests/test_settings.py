"""Settings: where they come from, what is refused, what is shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from claims.errors import SettingsError
from claims.settings import MASK, Settings, load_settings, mask_address


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder without a settings file."""
    monkeypatch.chdir(tmp_path)


def test_nothing_needs_to_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything has a default; the actor is the account's user."""
    monkeypatch.setenv("LOGNAME", "ana")
    settings = load_settings()
    assert (settings.case, settings.actor, settings.language) == ("case.db", "ana", "en")
    assert settings.host == "127.0.0.1"


def test_an_account_without_a_name_works_as_reviewer(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a container that runs under a bare number."""
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("getpass.getuser", _no_user)
    assert load_settings().actor == "reviewer"


def _no_user() -> str:
    raise KeyError("getpwuid(): uid not found")


def test_arguments_win_over_environment_over_file_over_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is nearer to the person wins; what is not given does not count."""
    (tmp_path / "claims.toml").write_text('case = "file.db"\nactor = "file"\nport = 1\n')
    monkeypatch.setenv("CLAIMS_CASE", "environment.db")
    monkeypatch.setenv("CLAIMS_ACTOR", "environment")
    monkeypatch.setenv("CLAIMS_PORT", "")
    settings = load_settings(case="argument.db", actor=None)
    assert (settings.case, settings.actor, settings.port) == ("argument.db", "environment", 1)
    assert settings.language == "en"


def test_another_file_can_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the environment, or by an argument, which wins."""
    (tmp_path / "a.toml").write_text('actor = "a"\n')
    (tmp_path / "b.toml").write_text('actor = "b"\n')
    monkeypatch.setenv("CLAIMS_CONFIG", str(tmp_path / "a.toml"))
    assert load_settings().actor == "a"
    assert load_settings(tmp_path / "b.toml").actor == "b"


@pytest.mark.parametrize("name", ["CLAIMS_ACTR", "CLAIMS_LANG", "claims_prot", "CLAIMS_"])
def test_an_unknown_name_in_the_environment_is_an_error(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A slip of the pen is never silently ignored; the nearest known name is told."""
    monkeypatch.setenv(name, "x")
    with pytest.raises(SettingsError, match=name) as caught:
        load_settings()
    assert "CLAIMS_" in caught.value.next_step


def test_the_nearest_known_name_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the environment and in the file."""
    (tmp_path / "claims.toml").write_text("lock_timeot = 1\n")
    with pytest.raises(SettingsError, match=r"claims\.toml") as caught:
        load_settings()
    assert "'lock_timeout'" in caught.value.next_step
    monkeypatch.setenv("CLAIMS_LOG_LEVLE", "info")
    with pytest.raises(SettingsError, match="CLAIMS_LOG_LEVLE") as caught:
        load_settings()
    assert "'CLAIMS_LOG_LEVEL'" in caught.value.next_step


def test_an_argument_that_is_no_setting_is_an_error() -> None:
    """Also from within the program."""
    with pytest.raises(SettingsError, match="colour"):
        load_settings(colour="red")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "70000"),
        ("PORT", "x"),
        ("LOCK_TIMEOUT", "0"),
        ("LANGUAGE", "fr"),
        ("LOG_LEVEL", "loud"),
        ("MAX_BYTES", "-1"),
    ],
)
def test_an_impossible_value_is_an_error_that_names_the_setting(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The value itself is not shown: it may be a secret put in the wrong place."""
    monkeypatch.setenv(f"CLAIMS_{name}", value)
    with pytest.raises(SettingsError, match=f"CLAIMS_{name}") as caught:
        load_settings()
    assert caught.value.next_step


def test_an_impossible_value_in_the_file_names_the_file(tmp_path: Path) -> None:
    """So that one knows where to mend it."""
    (tmp_path / "claims.toml").write_text("port = 70000\n")
    with pytest.raises(SettingsError, match=r"'port' \(claims\.toml\)"):
        load_settings()


@pytest.mark.parametrize("content", [b"no toml", b"\xff\xfe", None])
def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path, content: bytes | None) -> None:
    """Broken, not text, or not there though it was named."""
    file = tmp_path / "mine.toml"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(SettingsError, match=r"mine\.toml") as caught:
        load_settings(file)
    assert "CLAIMS_CONFIG" in caught.value.next_step


def test_settings_do_not_change() -> None:
    """They are built once."""
    with pytest.raises(ValidationError):
        load_settings().actor = "eve"


def test_levels_may_be_written_in_capitals(monkeypatch: pytest.MonkeyPatch) -> None:
    """As most programs write them."""
    monkeypatch.setenv("CLAIMS_LOG_LEVEL", "INFO")
    assert load_settings().log_level == "info"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("case.db", "case.db"),
        ("postgresql://ana:secret@host:5/n", f"postgresql://ana:{MASK}@host:5/n"),
        ("postgresql://ana@host/n", "postgresql://ana@host/n"),
        ("postgresql://host/n?password=secret", f"postgresql://host/n?{MASK}"),
        ("postgresql://a:s%40c@/n?host=/tmp", f"postgresql://a:{MASK}@/n?{MASK}"),
    ],
)
def test_passwords_are_masked(address: str, shown: str) -> None:
    """Wherever an address can carry one."""
    assert mask_address(address) == shown
    assert Settings(case=address).masked()["case"] == shown


def test_every_setting_is_shown() -> None:
    """By name, as text."""
    shown = load_settings().masked()
    assert list(shown) == list(Settings.model_fields)
    assert all(isinstance(value, str) for value in shown.values())


def test_no_language_model_is_switched_on_by_itself() -> None:
    """Nor is any server known."""
    settings = load_settings()
    assert (settings.extractor, settings.lm_endpoint, settings.lm_model) == ("rules", "", "")
    assert settings.lm_key.get_secret_value() == ""


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://models.example/v1", "https://models.example/v1"),
        ("https://models.example/v1/", "https://models.example/v1"),
        ("https://models.example:8443", "https://models.example:8443"),
        ("http://localhost:11434/v1", "http://localhost:11434/v1"),
        ("http://127.0.0.1:8000/v1", "http://127.0.0.1:8000/v1"),
        ("http://[::1]:8000/v1", "http://[::1]:8000/v1"),
        ("", ""),
    ],
)
def test_a_language_model_answers_over_https_or_on_this_machine(given: str, kept: str) -> None:
    """A slash at the end does not matter."""
    assert load_settings(lm_endpoint=given).lm_endpoint == kept


@pytest.mark.parametrize(
    "address",
    [
        "http://models.example/v1",
        "http://192.168.0.7:8000/v1",
        "http://localhost.example/v1",
        "ftp://models.example/v1",
        "https://ana:secret@models.example/v1",
        "https://models.example/v1?key=secret",
        "https://models.example/v1#secret",
        "https://",
        "https://models.example:99999",
        "https://mod\u0435ls.example/v1",
        "models.example",
    ],
)
def test_an_address_that_shows_text_or_key_to_others_is_refused(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without https, with a secret in it, or to nowhere; and it is not repeated."""
    monkeypatch.setenv("CLAIMS_LM_ENDPOINT", address)
    with pytest.raises(SettingsError, match="CLAIMS_LM_ENDPOINT") as caught:
        load_settings()
    assert "secret" not in str(caught.value)


def test_the_key_of_a_language_model_shows_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither as a text, nor masked settings, nor in an error."""
    monkeypatch.setenv("CLAIMS_LM_KEY", "sk-secret")
    settings = load_settings()
    assert settings.lm_key.get_secret_value() == "sk-secret"
    assert settings.masked()["lm_key"] == MASK
    assert "sk-secret" not in f"{settings} {settings!r} {settings.model_dump()} {settings.masked()}"
    monkeypatch.setenv("CLAIMS_LM_KEY", "sk-secret\r\nX-More: 1")
    with pytest.raises(SettingsError, match="CLAIMS_LM_KEY") as caught:
        load_settings()
    assert "sk-secret" not in str(caught.value)


def test_requests_take_further_parameters() -> None:
    """As a JSON object."""
    for given in ("{}", '{"max_completion_tokens": 4000, "seed": 7}'):
        assert load_settings(lm_parameters=given).lm_parameters == given


@pytest.mark.parametrize(
    "parameters",
    [
        "",
        "[]",
        "{",
        "[" * 100_000,
        '{"model": "another"}',
        '{"messages": []}',
        '{"response_format": null}',
        '{"stream": true}',
    ],
)
def test_parameters_are_a_json_object_that_leaves_ours_alone(parameters: str) -> None:
    """What is asked, and of whom, is said in one place."""
    with pytest.raises(SettingsError, match="lm_parameters"):
        load_settings(lm_parameters=parameters)


@pytest.mark.parametrize("price", ["-1", "nan", "inf", "cheap"])
def test_a_price_is_a_plain_number(price: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a million tokens, zero for a server of one's own."""
    monkeypatch.setenv("CLAIMS_LM_PRICE_IN", "0")
    assert load_settings().lm_price_in == 0
    monkeypatch.setenv("CLAIMS_LM_PRICE_IN", price)
    with pytest.raises(SettingsError, match="CLAIMS_LM_PRICE_IN"):
        load_settings()
