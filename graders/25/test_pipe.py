"""pipe: a sum goes in, an answer comes out, and at closing time the child goes home."""

import os
from contextlib import suppress

from threadlings import blame, every_order, seen, watch


@watch
def add(one, other):
    """Put two coins together."""
    return int(one) + int(other)


class Coin(int):
    """A number that tells who adds it up."""

    def __add__(self, other):
        return add(self, other)


class Firecracker(int):
    """A number that is the end of whoever adds it up."""

    def __add__(self, other):
        os._exit(3)


def told(ask, *sum_):
    """What `ask` gives, or the error that it raises; one that it gives is told apart."""
    try:
        given = ask(*sum_)
    except (ArithmeticError, LookupError, TypeError, ValueError) as error:
        return error
    return ("given", given) if isinstance(given, Exception) else given


@every_order
def test_the_four_operations(submission):
    """`ask` gives what the sum comes to, for each of `+ - * /`, also when that is 0."""
    with submission.Calculator() as calculator:
        got = [calculator.ask(op, 7, 2) for op in "+-*/"]
        nothing = calculator.ask("-", 2, 2)
    assert got == [9, 5, 14, 3.5]
    assert nothing == 0


@every_order
def test_in_a_child(submission):
    """The sums are done in a child process, one child for all of them, and over a `Pipe`."""
    add.calls.clear()
    with submission.Calculator() as calculator:
        got = [calculator.ask("+", Coin(50), Coin(n)) for n in (1, 2, 5)]
    assert got == [51, 52, 55]
    here = {"main", "MainProcess"} & add.threads
    children = len(seen().processes)
    pipe = seen().used & {"Pipe", "Connection"}
    with blame("wrong-tool"):
        assert not here, "the caller's process did a sum itself"
        assert children == 1, f"{children} processes were started for 3 sums"
        assert pipe, "nobody used a Pipe"


@every_order
def test_division_by_zero(submission):
    """A division by zero raises `ZeroDivisionError` in `ask`, and the next `ask` works."""
    with submission.Calculator() as calculator:
        got = [told(calculator.ask, "/", a, b) for a, b in ((1, 0), (0.5, 0), (0, 4))]
        after = calculator.ask("+", 3, 4)
    assert [isinstance(one, ZeroDivisionError) for one in got] == [True, True, False]
    assert (got[2], after) == (0, 7)


@every_order
def test_another_operation(submission):
    """Any other operation raises `ValueError` in `ask`, and the next `ask` works."""
    with submission.Calculator() as calculator:
        got = [told(calculator.ask, op, 6, 3) for op in ("%", "**", "+-", "", "add")]
        after = calculator.ask("/", 6, 3)
    assert [isinstance(one, ValueError) for one in got] == [True] * 5
    assert after == 2


@every_order
def test_what_can_not_be_added(submission):
    """So does any other error of a sum, such as that of a number and a word."""
    with submission.Calculator() as calculator:
        got = told(calculator.ask, "+", 1, "one")
        after = calculator.ask("-", 6, 3)
    assert isinstance(got, TypeError)
    assert after == 3


@every_order(joined=True)
def test_close_ends_the_child(submission):
    """When `close` comes back, the child has ended, whether it was asked anything or not."""
    submission.Calculator().close()
    calculator = submission.Calculator()
    told(calculator.ask, "/", 1, 0)
    calculator.close()


@every_order(joined=True)
def test_closed_twice(submission):
    """To close twice is harmless, and `ask` after `close` raises `ValueError`."""
    calculator = submission.Calculator()
    first = calculator.ask("*", 6, 7)
    calculator.close()
    calculator.close()
    got = [told(calculator.ask, op, 6, 7) for op in "*+"]
    calculator.close()
    assert first == 42
    assert [isinstance(one, ValueError) for one in got] == [True, True]


@every_order(joined=True)
def test_with(submission):
    """`with` gives the calculator and closes it in the end; an exception from inside comes out."""
    alarm = LookupError("fire alarm")
    entered = []

    def afternoon():
        with submission.Calculator() as calculator:
            entered.append(calculator)
            entered.append(calculator.ask("+", 20, 3))
            raise alarm

    came = told(afternoon)
    calculator, first = entered
    late = told(calculator.ask, "+", 20, 3)
    assert first == 23
    assert came is alarm
    assert isinstance(late, ValueError)


@every_order
def test_two_calculators(submission):
    """Two calculators have nothing to do with each other."""
    with submission.Calculator() as one:
        with submission.Calculator() as other:
            got = one.ask("-", 9, 1), other.ask("-", 1, 9)
        after = one.ask("*", 9, 9)
    assert got == (8, -8)
    assert after == 81


@every_order
def test_the_child_dies(submission):
    """When the child dies in the middle of a sum, `ask` raises an exception, whichever it is, and waits no longer."""
    calculator = submission.Calculator()
    try:
        answer = calculator.ask("+", Firecracker(1), 1)
    except Exception:
        answer = "an exception"
    with suppress(Exception):
        calculator.close()
    assert answer == "an exception"


@every_order(joined=True, confirmed=True)
def test_in_real_processes(submission):
    """So it is in a real process: answers, errors, and nobody left after `close`."""
    add.forget()
    with submission.Calculator() as calculator:
        got = calculator.ask("+", Coin(50), Coin(1)), calculator.ask("*", 6, 7)
        error = told(calculator.ask, "/", 1, 0)
        after = calculator.ask("-", 6, 3)
    late = told(calculator.ask, "+", 1, 1)
    assert (got, after) == ((51, 42), 3)
    assert isinstance(error, ZeroDivisionError)
    assert isinstance(late, ValueError)
    outside = add.threads - {*seen().processes}
    with blame("wrong-tool"):
        assert not outside, "the caller's process did a sum itself"
