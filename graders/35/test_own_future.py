"""own_future: it is filled once, and everybody hears of it."""

import concurrent.futures
from concurrent.futures import CancelledError, InvalidStateError

from threadlings import blame, clock, every_order, seen, sleep, together, watch


def told(ask, *arguments, **named):
    """What a call gives, or its LookupError, or the name of the library's error that it raises."""
    try:
        return ask(*arguments, **named)
    except LookupError as error:
        return error
    except InvalidStateError:
        return "InvalidStateError"
    except CancelledError:
        return "CancelledError"
    except (TimeoutError, concurrent.futures.TimeoutError):  # the same since 3.11
        return "TimeoutError"


def raised(ask):
    """What a call raises; not what it gives."""
    try:
        ask()
    except LookupError as error:
        return error


@every_order
def test_a_result(submission):
    """A result that was set is there for everybody, as often as they ask; `None` is one, too."""
    note = LookupError("a result like any other")
    for shoes in ("brown", None, note):
        future = submission.Future()
        assert not future.done()
        future.set_result(shoes)
        assert future.done()
        assert future.result() is future.result(timeout=5) is shoes
        assert future.exception() is None


@every_order
def test_an_exception(submission):
    """An exception that was set is raised by `result`, and `exception` returns it."""
    torn = LookupError("torn")
    future = submission.Future()
    future.set_exception(torn)
    assert future.done()
    for _ in range(2):
        assert raised(future.result) is torn
    assert future.exception() is torn


@every_order(time="ideal")
def test_asked_too_early(submission):
    """Whoever asks too early waits, and has the answer as soon as it is there."""
    torn = LookupError("torn")
    future = submission.Future()

    def mend():
        sleep(7.03)
        future.set_exception(torn)

    got = together(
        ann=lambda: (told(future.result), clock()),
        bob=lambda: (told(future.exception), clock()),
        cobbler=mend,
    )
    assert got["ann"][0] is got["bob"][0] is torn
    came = max(time for _, time in (got["ann"], got["bob"]))
    with blame("late"):
        assert came == 7.03, f"it was set at 7.03 s, the answer came at {came:g} s"


@every_order
def test_set_as_they_ask(submission):
    """Nobody misses a result that is set at the very moment at which they ask."""
    future = submission.Future()
    got = together(
        ann=future.result,
        bob=future.result,
        cobbler=lambda: future.set_result("brown"),
    )
    assert got["ann"] == got["bob"] == "brown"


@every_order(time="ideal")
def test_nothing_comes(submission):
    """When nothing has come within `timeout` seconds, `TimeoutError` is raised, then and not before."""
    future = submission.Future()
    for ask, timeout in ((future.result, 0), (future.exception, 2.5)):
        began = clock()
        assert told(ask, timeout=timeout) == "TimeoutError"
        took = clock() - began
        assert took >= timeout, f"asked to wait {timeout} s, it waited {took:g} s"
        with blame("late"):
            assert took <= timeout, f"asked to wait {timeout} s, it waited {took:g} s"


@every_order(time="ideal")
def test_it_comes_after_all(submission):
    """After a time-out it can still come, and whoever asks again has it in time."""
    future = submission.Future()

    def mend():
        sleep(9)
        future.set_result("brown")

    def ask():
        return [(told(future.result, timeout), clock()) for timeout in (4, 7)]

    (first, gave_up), (second, came) = together(ann=ask, cobbler=mend)["ann"]
    with blame("late"):
        assert gave_up <= 4, f"asked to wait 4 s, it waited {gave_up:g} s"
        assert came <= 9, f"it was set at 9 s, the answer came at {came:g} s"
    assert (first, second) == ("TimeoutError", "brown")
    assert future.result(timeout=0) == "brown"


@every_order
def test_set_twice(submission):
    """A second set raises `InvalidStateError`, and the first one stays."""
    torn, lost = LookupError("torn"), LookupError("lost")
    mended, failed = submission.Future(), submission.Future()
    mended.set_result("brown")
    failed.set_exception(torn)
    for future, answer in ((mended, "brown"), (failed, torn)):
        assert told(future.set_result, "black") == "InvalidStateError"
        assert told(future.set_exception, lost) == "InvalidStateError"
        assert told(future.result) == answer


@every_order
def test_set_by_two_at_once(submission):
    """Of two who set it at the same moment one succeeds, and everybody gets that answer."""
    future = submission.Future()
    ring = watch(lambda future: None)
    future.add_done_callback(ring)
    got = together(
        cobbler=lambda: told(future.set_result, "brown"),
        helper=lambda: told(future.set_result, "black"),
        ann=future.result,
    )
    refused = [name for name in got if got[name] == "InvalidStateError"]
    assert len(refused) == 1, f"of two sets at once, {len(refused)} were refused"
    answer = "black" if refused == ["cobbler"] else "brown"
    assert got["ann"] == future.result() == answer
    assert len(ring.calls) == 1, f"the callback was called {len(ring.calls)} times"


@every_order
def test_cancelled(submission):
    """A cancelled one is done for good, and asking for the answer raises `CancelledError`."""
    future = submission.Future()
    future.cancel()
    told(future.set_result, "brown")
    assert future.done()
    assert told(future.result) == told(future.result, timeout=5) == "CancelledError"
    assert told(future.exception) == "CancelledError"


@every_order
def test_cancelled_too_late(submission):
    """To cancel again, or what is completed already, changes nothing."""
    torn = LookupError("torn")
    mended, failed, cancelled = (submission.Future() for _ in range(3))
    mended.set_result("brown")
    failed.set_exception(torn)
    cancelled.cancel()
    for future, answer in (
        (mended, "brown"),
        (failed, torn),
        (cancelled, "CancelledError"),
    ):
        future.cancel()
        assert future.done()
        assert told(future.result) == answer


@every_order
def test_cancelled_as_they_ask(submission):
    """Those who wait hear of it when it is cancelled."""
    future = submission.Future()
    got = together(
        ann=lambda: told(future.result),
        bob=lambda: told(future.exception),
        cobbler=future.cancel,
    )
    assert got["ann"] == got["bob"] == "CancelledError"


@every_order
def test_set_and_cancelled_at_once(submission):
    """Set and cancelled at the same moment, it is one of the two, for everybody and for good."""
    future = submission.Future()
    ring = watch(lambda future: None)
    got = together(
        cobbler=lambda: told(future.set_result, "brown"),
        bob=future.cancel,
        ann=lambda: told(future.result),
        dora=lambda: future.add_done_callback(ring),
    )
    refused = got["cobbler"] == "InvalidStateError"
    allowed = ("CancelledError",) if refused else ("CancelledError", "brown")
    assert got["ann"] in allowed
    assert told(future.result) == got["ann"]
    assert len(ring.calls) == 1, f"the callback was called {len(ring.calls)} times"


@every_order
def test_a_callback(submission):
    """A callback is called once, with the future: when it is completed or cancelled, at once when it is already."""
    torn = LookupError("torn")
    for complete, answer in (
        (lambda future: future.set_result("brown"), "brown"),
        (lambda future: future.set_exception(torn), torn),
        (lambda future: future.cancel(), "CancelledError"),
    ):
        future, heard = submission.Future(), []

        def ring(one, future=future, heard=heard):
            heard.append((one is future, told(one.result)))

        future.add_done_callback(ring)
        assert heard == [], "the callback was called too early"
        complete(future)
        assert heard == [(True, answer)]
        future.add_done_callback(ring)
        assert heard == [(True, answer)] * 2


@every_order
def test_a_callback_added_as_it_is_set(submission):
    """Added at the very moment at which the answer is set, a callback is called once, too."""
    future = submission.Future()
    ring = watch(lambda future: None)
    together(
        ann=lambda: future.add_done_callback(ring),
        cobbler=lambda: future.set_result("brown"),
    )
    assert len(ring.calls) == 1, f"the callback was called {len(ring.calls)} times"


@every_order
def test_two_of_them(submission):
    """Two futures have nothing to do with each other."""
    one, other = submission.Future(), submission.Future()
    ring = watch(lambda future: None)
    one.add_done_callback(ring)
    other.set_result("black")
    assert ring.calls == [], "the callback of another future was called"
    assert not one.done()
    one.set_result("brown")
    assert (one.result(), other.result()) == ("brown", "black")


@every_order(time="ideal")
def test_waits_in_a_condition(submission):
    """Whoever waits, waits in a `Condition`, and it is a future of your own making."""
    future = submission.Future()

    def mend():
        sleep(3)
        future.set_result("brown")

    together(
        ann=future.result,
        bob=lambda: future.exception(timeout=9),
        cobbler=mend,
    )
    with blame("wrong-tool"):
        for who in ("ann", "bob"):
            tools = seen().waited.get(who, ())
            assert "Condition" in tools, f"{who} waited, but in no Condition"
        homes = [kind.__module__.partition(".")[0] for kind in type(future).__mro__]
        assert "concurrent" not in homes, "this Future is the library's own"
