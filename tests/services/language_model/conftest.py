"""Settings that point at a stand-in, with a folder of answers of their own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claims.settings import Settings

KEY = "sk-quite-secret-0123456789"


@pytest.fixture
def settings(tmp_path: Path) -> Callable[..., Settings]:
    """Makes settings for the server at an address."""

    def made(url: str, **more: Any) -> Settings:
        plain: dict[str, Any] = {
            "extractor": "language-model",
            "lm_endpoint": url,
            "lm_model": "stand-in",
            "lm_key": KEY,
            "lm_timeout": 10,
            "lm_cache": tmp_path / "answers",
        }
        return Settings(**(plain | more))

    return made
