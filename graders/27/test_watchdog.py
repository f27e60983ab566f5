"""watchdog: a result, a reason or an end, and always in time."""

import os

from threadlings import blame, clock, every_order, seen, sleep, watch

LARGE = 200_000  # more than a pipe takes
REEF = "reef " * (LARGE // 5)


@watch
def surface(found):
    """Come up with what was found."""
    return found


def dive(seconds, found):
    """Stay down for so many seconds."""
    sleep(seconds)
    return surface(found)


def fail(seconds, error):
    """Stay down for so many seconds, and come up with bad news."""
    sleep(seconds)
    raise surface(error)


def drown(seconds, code):
    """Never come up."""
    sleep(seconds)
    os._exit(code)


def describe(*finds):
    """Come up with what came as arguments."""
    return finds


def find_nothing():
    """Come up with empty hands."""


def count_reef():
    """Come up with a lot."""
    return REEF


def told(submission, func, args, seconds):
    """What `run_with_deadline` gives, or the error that it raises."""
    surface.calls.clear()
    try:
        given = submission.run_with_deadline(func, args, seconds)
    except (TimeoutError, ChildProcessError, LookupError) as error:
        return error
    return ("given", given) if isinstance(given, Exception) else given


def same(one, other):
    """Whether two errors, of which one was pickled, say the same."""
    return type(one) is type(other) and one.args == other.args


@every_order(time="ideal", joined=True)
def test_in_time(submission):
    """The result comes back as soon as it is there, and the child has ended and been joined."""
    found = told(submission, dive, (2, "pearl"), 60)
    came = clock()
    assert found == "pearl"
    with blame("late"):
        assert came < 5, f"the result was there at 2 s, it came back at {came:g} s"


@every_order(time="ideal", joined=True)
def test_any_result(submission):
    """The result may be `None` or an exception, and the arguments are those of `args`, none or several."""
    note = LookupError("a find like any other")
    nothing = told(submission, find_nothing, (), 60)
    finds = told(submission, describe, ("pearl", 7), 60)
    returned = submission.run_with_deadline(dive, (1, note), 60)
    assert nothing is None
    assert finds == ("pearl", 7)
    assert same(returned, note)


@every_order(time="ideal", joined=True)
def test_a_large_result(submission):
    """So it is with a result that is larger than what a pipe takes."""
    found = told(submission, count_reef, (), 60)
    assert found == REEF, "of a large result something else came back"
    with blame("late"):
        assert clock() < 5, f"the result was there at once, it came at {clock():g} s"


@every_order(time="ideal", joined=True)
def test_in_a_child(submission):
    """The function is called once, in a child process and not in the caller's."""
    told(submission, dive, (1, "pearl"), 60)
    calls = len(surface.calls)
    here = {"main", "MainProcess"} & surface.threads
    assert calls == 1, f"the function was called {calls} times"
    with blame("wrong-tool"):
        assert seen().processes, "no process was started"
        assert not here, "the caller's process called the function itself"


@every_order(time="ideal", joined=True)
def test_late(submission):
    """When the function is late, `TimeoutError` is raised when the time is up, and the child has been ended and joined."""
    error = told(submission, dive, (30, "pearl"), 5)
    came = clock()
    sleep(100)
    assert isinstance(error, TimeoutError), f"what came was {error!r}"
    with blame("late"):
        assert came < 6, f"the time was up at 5 s, it came back at {came:g} s"
    assert came >= 5, f"the time was up at 5 s, it came back at {came:g} s"
    with blame("leak"):
        assert surface.calls == [], "the function went on after the time was up"


@every_order(time="ideal", joined=True)
def test_at_that_very_moment(submission):
    """A function that ends at the very moment at which the time is up gives its result or `TimeoutError`."""
    got = told(submission, dive, (5, "pearl"), 5)
    came = clock()
    late = isinstance(got, TimeoutError)
    assert late or got == "pearl", f"what came was {got!r}"
    with blame("late"):
        assert came < 6, f"the time was up at 5 s, it came back at {came:g} s"


@every_order(joined=True)
def test_whenever_the_time_is_up(submission):
    """However slow the child is, it is one of the two, and the child has ended and been joined."""
    got = told(submission, dive, (1, "pearl"), 5)
    late = isinstance(got, TimeoutError)
    assert late or got == "pearl", f"what came was {got!r}"


@every_order(time="ideal", joined=True)
def test_the_function_raises(submission):
    """What the function raises is raised, as soon as it is there, also when it is a `TimeoutError` or `ChildProcessError` of its own."""
    for kind in (LookupError, TimeoutError, ChildProcessError):
        began, error = clock(), kind("a shark")
        raised = told(submission, fail, (1, error), 60)
        took = clock() - began
        assert same(raised, error), f"it raised {error!r}, what came was {raised!r}"
        with blame("late"):
            assert took < 5, f"it raised after 1 s, that came after {took:g} s"


@every_order(time="ideal", joined=True)
def test_the_child_dies(submission):
    """A child that dies without a result gives `ChildProcessError`, at the latest when the time is up, also with exit code 0."""
    for code in (3, 0):
        began = clock()
        error = told(submission, drown, (1, code), 5)
        took = clock() - began
        assert isinstance(error, ChildProcessError), f"what came was {error!r}"
        with blame("late"):
            assert took < 6, f"the time was up after 5 s, it took {took:g} s"


@every_order(time="ideal", joined=True, confirmed=True)
def test_in_real_processes(submission):
    """So it is in a real process: a result, an end in time, a reason."""
    found = told(submission, dive, (0, "pearl"), 600)
    here = surface.threads - {*seen().processes}
    late = told(submission, dive, (3600, "pearl"), 0.5)
    dead = told(submission, drown, (0, 3), 600)
    error = told(submission, fail, (0, LookupError("a shark")), 600)
    assert found == "pearl"
    assert isinstance(late, TimeoutError), f"what came was {late!r}"
    assert isinstance(dead, ChildProcessError), f"what came was {dead!r}"
    assert same(error, LookupError("a shark")), f"what came was {error!r}"
    with blame("wrong-tool"):
        assert not here, "the caller's process called the function itself"
    with blame("late"):
        assert clock() < 5, f"the result was there at once, it came at {clock():g} s"
