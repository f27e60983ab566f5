"""Every sentence is there in every language, and says the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from threadlings import kit, lesson, texts
from threadlings.cli import main
from threadlings.kit import Exercise
from threadlings.texts import LANGUAGES
from threadlings.width import drawn, fill, size, spread

ROOT = kit.root(Path(__file__))
EXERCISES = kit.exercises(ROOT)
PLACEHOLDER = re.compile(r"{(\w+)(?::\w+)?}")
GLOSSARY = {  # what is never written for the word of the glossary
    "락": ("잠금", "자물쇠", "뮤텍스"),
    "교착 상태": ("데드락", "교착상태"),
    "경쟁 조건": ("레이스 컨디션", "경합 조건", "경쟁조건"),
    "임계 구역": ("크리티컬 섹션", "임계구역", "임계 영역"),
    "세마포어": ("세마포", "세머포어"),
    "조건 변수": ("컨디션 변수", "조건변수"),
    "배리어": ("장벽", "바리어"),
    "이벤트 루프": ("이벤트루프",),
    "코루틴": ("코 루틴", "협동 루틴"),
}


@pytest.fixture
def korean() -> Iterator[None]:
    """Korean is spoken for the length of a test."""
    texts.speak("ko")
    yield
    texts.speak()


def sentences() -> Iterator[tuple[str, str]]:
    """All Korean words that a student reads, with where they stand."""
    for section, catalogue in LANGUAGES["ko"].items():
        for key, text in catalogue.items():
            yield f"{section}.{key}", text
    for file in sorted((ROOT / "exercises").rglob("README.ko.md")):
        yield file.parent.name, file.read_text("utf-8")
    for one in EXERCISES:
        for file in one.grader.parent.glob("*.json"):
            yield one.number, file.read_text("utf-8")


@pytest.mark.parametrize("section", LANGUAGES["en"])
def test_every_language_says_everything(section: str) -> None:
    """The keys are the same, and so are the words that are put in."""
    english = LANGUAGES["en"][section]
    for catalogue in LANGUAGES.values():
        assert list(catalogue[section]) == list(english)
        for key, sentence in catalogue[section].items():
            wanted = sorted(set(PLACEHOLDER.findall(english[key])))
            assert sorted(set(PLACEHOLDER.findall(sentence))) == wanted, key


def test_the_same_thing_has_the_same_name() -> None:
    """Where the glossary has a word, no other one is used."""
    for place, text in sentences():
        for word, others in GLOSSARY.items():
            for other in others:
                assert not re.search(rf"(?<![가-힣]){other}(?![가-힣])", text), (
                    f"{place}: {other}; write {word}"
                )


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"THREADLINGS_LANG": "ko", "LANG": "en_US.UTF-8"}, "ko"),
        ({"THREADLINGS_LANG": "", "LANG": "ko_KR.UTF-8"}, "ko"),
        ({"LC_ALL": "de_DE.UTF-8", "LANG": "ko_KR.UTF-8"}, "en"),
        ({"LC_MESSAGES": "ko_KR", "LANG": "C"}, "ko"),
        ({"THREADLINGS_LANG": "tlh", "LANG": "ko"}, "ko"),
        ({}, "en"),
    ],
)
def test_the_environment_names_the_language(
    environment: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """First our own variable counts, then the locale; else it is English."""
    for name in (texts.VARIABLE, *texts.LOCALE):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert texts.wanted() == language


def test_a_message_in_korean(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """From the promise to the question it is in Korean, in straight columns."""
    one = kit.exercise(ROOT, "02")
    answer = str(one.answers / "wrong" / "no_lock.py")
    main(["--lang", "ko", "show", answer, "--exercise", "02", "-k", "two_increments"])
    said = capsys.readouterr().out
    texts.speak()
    lines = said.strip().splitlines()

    assert "Ann이 더한 것도 Bob이 더한 것도 모두 남아요" in said
    assert "race: " in said
    assert "생각  " in said
    assert "threadlings show" in lines[-1]
    assert max(map(size, lines[:-1])) <= 88
    cells = [line for line in lines if re.search(r"\d+행$", line)]
    assert len(cells) > 3
    assert len({size(re.split(r"\d+행$", line)[0]) for line in cells}) == 1


@pytest.mark.usefixtures("korean")
@pytest.mark.parametrize("one", EXERCISES, ids=lambda one: one.number)
def test_promises_and_questions_are_in_korean(one: Exercise) -> None:
    """Every promise of a grader has its Korean sentence, at the same place."""
    said = lesson.promises(one)

    assert list(said) == list(one.promises)
    assert all(re.search("[가-힣]", text) for text in said.values())
    assert all(text.endswith("요?") for text in lesson.questions(one).values())


@pytest.mark.parametrize("one", EXERCISES, ids=lambda one: one.number)
@pytest.mark.usefixtures("korean")
def test_what_an_assert_says_is_translated(one: Exercise) -> None:
    """Its sentence is there in Korean, with the values of this run in their places."""
    for reason in one.reasons:
        places = lesson.PLACE.findall(reason)
        text = reason
        for number, place in enumerate(places):
            text = text.replace(place, f"<{number}>")
        said = lesson.reason(one, text)

        assert re.search("[가-힣]", said), reason
        assert all(f"<{number}>" in said for number in range(len(places)))


@pytest.mark.usefixtures("korean")
def test_what_nobody_has_translated_stays() -> None:
    """What Python itself says of an assert is told as it is."""
    assert lesson.reason(EXERCISES[0], "assert 7 == 57") == "assert 7 == 57"


@pytest.mark.parametrize("language", LANGUAGES)
def test_hints_come_one_by_one(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The first one is a question; each says how to get the next, the last does not."""
    shown = []
    for number in "123":
        assert main(["--lang", language, "hint", "03", number]) == 0
        shown.append(capsys.readouterr().out)
    texts.speak()

    assert "?" in shown[0]
    assert ["threadlings hint 03" in text for text in shown] == [True, True, False]
    assert main(["hint", "03", "4"]) == 2


@pytest.mark.parametrize("text", ["plain words " * 9, "한글과 words 섞어 쓰기 " * 9])
def test_a_wide_letter_takes_two_columns(text: str) -> None:
    """Lines are as wide as they look, whatever letters they are made of."""
    lines = fill(text, 30, "  ").splitlines()

    assert max(map(size, lines)) <= 30
    assert " ".join(" ".join(lines).split()) == " ".join(text.split())
    assert drawn(spread(text)) == text
    assert len(spread(text)) == size(text)
