"""Every sentence that a student reads, by section and key, in the student's language.

The catalogues are plain modules with the same keys and the same {words}: nothing has to
be compiled, a missing key is seen by a test, and a translator needs no tool.  Names of
threads and things come from the submission and the grader and are never translated.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator

from threadlings.texts import en, ko

LANGUAGES = {"en": en.TEXTS, "ko": ko.TEXTS}
VARIABLE = "THREADLINGS_LANG"
LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")  # the first one that is set, as gettext does

_spoken = "en"


def speak(language: str | None = None) -> str:
    """Use *language* from now on, else that of the environment; gives its name.

    The environment says it in THREADLINGS_LANG, or else in the locale.
    """
    global _spoken
    _spoken = language or wanted()
    return _spoken


def spoken() -> str:
    """The language that is used."""
    return _spoken


@contextlib.contextmanager
def speaking(language: str) -> Iterator[None]:
    """Use *language* for as long as this is open."""
    before = spoken()
    speak(language)
    try:
        yield
    finally:
        speak(before)


def wanted() -> str:
    """The language that the environment asks for, as far as there is a catalogue."""
    given = [os.environ.get(VARIABLE, "")]
    given += [value for name in LOCALE if (value := os.environ.get(name))][:1]
    for value in given:
        language = value.lower().partition("_")[0].partition(".")[0]
        if language in LANGUAGES:
            return language
    return "en"


def say(section: str, *keys: str, **words: object) -> str:
    """The sentence of the first of *keys* that there is, with *words* put in."""
    texts = LANGUAGES[_spoken][section]
    key = next(key for key in keys if key in texts)
    return texts[key].format(**words)
