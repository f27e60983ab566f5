"""What happened, as plain data: names of things, and orders as people type them."""

from __future__ import annotations

import pytest

from threadlings.events import Departure, Event, Thing, order_of, read_order

ORDER = (Departure(7, "bob"), Departure(12, "ann"))


def called(*names: str) -> list[Thing]:
    """Things with these names, one after the other."""
    book: dict[str, list[Thing]] = {}
    things = []
    for number, name in enumerate(names, 1):
        things.append(Thing("Lock", number))
        if name:
            things[-1].name_it(name, book.setdefault(name, []))
    return things


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ([""], ["lock#1"]),
        (["lock"], ["lock"]),
        (["lock", "lock"], ["lock#1", "lock#2"]),
        (["account#1.lock", "lock", ""], ["account#1.lock", "lock", "lock#3"]),
    ],
)
def test_things_are_called_as_the_program_calls_them(
    names: list[str], shown: list[str]
) -> None:
    """A name where there is one, a number where it would not be enough."""
    assert list(map(str, called(*names))) == shown


@pytest.mark.parametrize(
    ("first", "then", "shown"),
    [
        ("lock", "other", "lock"),
        ("lock", "account#1.lock", "account#1.lock"),
        ("account#1.lock", "lock", "account#1.lock"),
        ("account#1.lock", "bank#1.lock", "account#1.lock"),
    ],
)
def test_the_first_place_is_the_best_name(first: str, then: str, shown: str) -> None:
    """The first name stays, unless it is only a variable's."""
    thing = called(first)[0]
    thing.name_it(then, [])

    assert str(thing) == shown


def test_a_thing_of_the_program_needs_no_number() -> None:
    """What there is only one of is called what it is."""
    assert str(Thing("clock")) == "clock"


@pytest.mark.parametrize(
    ("part", "subject"),
    [("", "account#1"), ("n", "account#1.n"), ("['k']", "account#1['k']")],
)
def test_a_subject_is_written_as_in_python(part: str, subject: str) -> None:
    """An attribute has a dot, an item has brackets."""
    thing = Thing("Account", 1)

    assert Event(1, "a", "read", thing, part, "", 1, "", (), False).subject == subject


@pytest.mark.parametrize(
    ("order", "text"),
    [((), "default"), (ORDER[:1], "7:bob"), (ORDER, "7:bob,12:ann")],
)
def test_an_order_can_be_typed(order: tuple[Departure, ...], text: str) -> None:
    """What is written of an order reads as the same order."""
    assert order_of(order) == text
    assert read_order(text) == order


@pytest.mark.parametrize("text", ["", "  ", "default", " default "])
def test_no_order_is_the_default(text: str) -> None:
    """Who asks for nothing gets the default rule."""
    assert read_order(text) == ()


def test_spaces_do_not_matter() -> None:
    """An order copied from a message may have some."""
    assert read_order(" 7:bob , 12:ann ") == ORDER


@pytest.mark.parametrize("text", ["7", "bob", "7;bob", ":bob", "7:", "x:bob", "-7:bob"])
def test_a_bad_order_is_refused_in_words(text: str) -> None:
    """The part that is wrong, and how it is written."""
    with pytest.raises(ValueError, match="write STEP:THREAD, like 7:bob") as error:
        read_order(f"1:ann,{text}")

    assert repr(text) in str(error.value)
