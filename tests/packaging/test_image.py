"""The image holds its promises, as far as its Dockerfile tells: no engine is needed to read it.

Its build steps are walked through in `tests.packaging.conftest`; what they leave behind is tried in
``test_installation.py``. What this cannot show: that the base image exists under its name, and that its own Python runs
the same steps.
"""

from __future__ import annotations

import re

from tests.packaging.conftest import NOBODY, ROOT
from tests.packaging.dockerfile import Instruction, last_stage, one, sent


def test_the_image_is_not_root(steps: list[Instruction]) -> None:
    """The user has a number, and it is not 0, so that clusters can check it."""
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", one(steps, "USER").rest)
    assert [step.word for step in last_stage(steps)].index("USER") < [
        step.word for step in last_stage(steps)
    ].index("ENTRYPOINT")


def test_data_has_a_place_of_its_own(steps: list[Instruction]) -> None:
    """The case lies on the volume, and the volume belongs to the image's user."""
    assert one(steps, "VOLUME").rest == "/data"
    assert f"install -d -o {NOBODY} -g {NOBODY} /data" in [step.rest for step in last_stage(steps)]
    assert "CLAIMS_CASE=/data/" in " ".join(step.rest for step in steps if step.word == "ENV")


def test_nothing_is_fetched_but_packages(steps: list[Instruction]) -> None:
    """No step loads anything from an address or by another tool than pip, and pip checks hashes."""
    runs = [step.rest for step in steps if step.word == "RUN"]
    assert not any(step.word == "ADD" for step in steps)
    assert not re.search(r"://|\b(?:curl|wget|git|apt-get|apt|npm)\b", " ".join(runs))
    installs = [run for run in runs if " pip install " in run]
    assert installs
    assert all("--require-hashes" in run or "--no-index --no-deps" in run for run in installs)


def test_every_step_is_one_plain_command(steps: list[Instruction]) -> None:
    """What is walked through here is what an engine would run: no shell signs."""
    assert not [
        step.rest for step in steps if step.word == "RUN" and re.search(r"[;&|<>$`*]", step.rest)
    ]


def test_everything_copied_is_sent(steps: list[Instruction]) -> None:
    """The rules of .dockerignore let through what is copied, and nothing that is decided, built or secret."""
    files = {
        path.relative_to(ROOT).as_posix()
        for path in sent(ROOT, (ROOT / ".dockerignore").read_text("utf-8"))
    }
    for step in steps:
        if step.word == "COPY" and not step.rest.startswith("--from"):
            for source in step.words[:-1]:
                assert any(name == source or name.startswith(f"{source}/") for name in files), (
                    source
                )
    assert not [
        name
        for name in files
        if name.startswith((".", "var/", "tests/")) or name.endswith((".pyc", ".db"))
    ]


def test_the_health_check_asks_the_database(steps: list[Instruction]) -> None:
    """The check asks our own address, which asks the case, on the port that is served."""
    check, served = (
        one(steps, "HEALTHCHECK").rest,
        " ".join(step.rest for step in steps if step.word == "ENV"),
    )
    assert "/health'" in check
    port = re.search(r"127\.0\.0\.1:(\d+)/", check)
    assert port
    assert f"CLAIMS_PORT={port.group(1)}" in served
    assert one(steps, "EXPOSE").rest == port.group(1)
