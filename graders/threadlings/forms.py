"""The texts that new folders begin with: forms in `templates/`, with $names to fill."""

from __future__ import annotations

from pathlib import Path
from string import Template

from threadlings.kit import HERE, Exercise

HOME = HERE / "templates"


def fill(name: str, one: Exercise) -> str:
    """The form *name*, like "init/README.md", filled in for the exercise *one*."""
    text = (HOME / name).read_text("utf-8")
    words = {"number": one.number, "module": one.module, "name": named(one.module)}
    return Template(text).substitute(words)


def named(module: str) -> str:
    """What a class is called that the module *module* is about."""
    return "".join(word.capitalize() for word in module.split("_"))


def every(folder: str) -> list[Path]:
    """All forms in *folder*."""
    return sorted(path for path in (HOME / folder).iterdir() if path.is_file())
