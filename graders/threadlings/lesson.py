"""What an exercise says to its student, in the language that is spoken."""

from __future__ import annotations

import functools
import json
import re

from threadlings.kit import Exercise
from threadlings.texts import LANGUAGES, spoken

PLACE = re.compile(r"\{[^{}]*\}")  # where a value goes
NUMBER = r"\d+\. "


def readme(one: Exercise, language: str | None = None) -> str:
    """Its README in *language*, else in the one that is spoken, else in English."""
    language = language or spoken()
    suffix = "" if language == "en" else f".{language}"
    for name in (f"README{suffix}.md", "README.md"):
        if (one.folder / name).is_file():
            return (one.folder / name).read_text("utf-8")
    return ""


def heading(key: str, text: str) -> str:
    """What a part of a README is called, in the language that *text* is in."""
    words = (texts["readme"][key] for texts in LANGUAGES.values())
    return next((word for word in words if word in text), "")


def title(one: Exercise) -> str:
    """The first line of its README."""
    return readme(one).partition("\n")[0].lstrip("# ").strip() or one.module


def idea(one: Exercise) -> str:
    """What it is about, in the README's own words."""
    text = readme(one)
    _, _, after = text.partition(heading("idea", text) or "\0")
    return " ".join(after.partition("\n\n")[0].split())


def hints(text: str) -> list[str]:
    """The hints in a README's *text*, from a question to nearly there."""
    return _items(section(text, heading("stuck", text)), NUMBER)


def done(text: str) -> list[str]:
    """The promises in a README's *text*."""
    return _items(section(text, heading("done", text)), "- ")


def _items(text: str, mark: str) -> list[str]:
    """The items of a list, each on one line; *mark* is what they begin with."""
    items = re.split(f"^{mark}", text, flags=re.MULTILINE)[1:]
    return [" ".join(item.partition("\n\n")[0].split()) for item in items]


def section(text: str, name: str) -> str:
    """The part of *text* under a heading of the second level."""
    _, _, after = text.partition(f"\n## {name}\n")
    return after.partition("\n## ")[0]


def promises(one: Exercise, language: str | None = None) -> dict[str, str]:
    """What its grader promises, by test; its own words where nobody has translated."""
    return _promises(one, language or spoken())


@functools.cache  # a worker asks several times for each promise
def _promises(one: Exercise, language: str) -> dict[str, str]:
    own = one.terms if one.grader.is_file() else ()
    told = [promise.test for promise in own if not promise.hidden]
    said = [] if language == "en" else done(readme(one, language))
    translated = zip(told, said, strict=True) if len(said) == len(told) else ()
    return {promise.test: promise.sentence for promise in own} | dict(translated)


def reason(one: Exercise, text: str) -> str:
    """What an assert of its grader has said, as far as somebody has translated it."""
    for own, said in reasons(one, spoken()).items():
        match = re.fullmatch("(.*)".join(map(re.escape, PLACE.split(own))), text)
        if match is not None:
            for place, value in zip(PLACE.findall(own), match.groups(), strict=True):
                said = said.replace(place, value)
            return said
    return text


@functools.cache
def reasons(one: Exercise, language: str) -> dict[str, str]:
    """The translations of what its grader's asserts say, by the English sentence."""
    file = one.grader.with_name("reasons.json")
    if language == "en" or not file.is_file():
        return {}
    found: dict[str, dict[str, str]] = json.loads(file.read_text("utf-8"))
    return found.get(language, {})


def questions(one: Exercise) -> dict[str, str]:
    """What it asks whoever has made a mistake, by the kind of it."""
    file = one.grader.with_name("think.json")
    if not file.is_file():
        return {}
    found: dict[str, dict[str, str]] = json.loads(file.read_text("utf-8"))
    return found.get(spoken()) or found["en"]
