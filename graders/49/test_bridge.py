"""bridge: from any thread, by the loop's own rules, and nothing is lost at the end."""

import asyncio
import concurrent.futures
from contextlib import contextmanager

from threadlings import blame, clock, every_order, sleep, together, watch


class Fire(Exception):
    """What a call may raise."""


@contextmanager
def ship(submission):
    """A LoopThread that is closed in the end."""
    bridge = submission.LoopThread()
    try:
        yield bridge
    finally:
        bridge.close()


def told(ask, *arguments):
    """What a call gives, or its Fire, or "refused" or "cancelled"; a coroutine is closed."""
    try:
        return ask(*arguments)
    except Fire as error:
        return "raised", error.with_traceback(None)
    except NotImplementedError:
        raise
    except RuntimeError:
        return "refused"
    except (asyncio.CancelledError, concurrent.futures.CancelledError):
        return "cancelled"
    finally:
        for one in arguments:
            if asyncio.iscoroutine(one):
                one.close()


async def turn(seconds, answer="aye", error=None):
    """An order that takes so many *seconds*."""
    await asyncio.sleep(seconds)
    if error:
        raise error
    return answer


@every_order
def test_run(submission):
    """`run` gives what the coroutine returns, also `None`, or raises what it raises."""
    fire = Fire()
    with ship(submission) as bridge:
        assert bridge.run(turn(1, "ahead")) == "ahead"
        assert told(bridge.run, turn(1, error=fire)) == ("raised", fire)
        assert bridge.run(turn(0, None)) is None


@every_order
def test_call(submission):
    """`call` gives what the function returns, also `None`, or raises what it raises."""

    def burn():
        raise fire

    fire = Fire()
    with ship(submission) as bridge:
        assert bridge.call(lambda *orders: [*orders], "half", "astern") == [
            "half",
            "astern",
        ]
        assert told(bridge.call, burn) == ("raised", fire)
        assert bridge.call(lambda: None) is None


@every_order(time="ideal")
def test_on_other_threads(submission):
    """All coroutines run on one and the same loop, and nothing runs on its caller's thread."""
    loops = []

    async def look():
        work()
        loops.append(asyncio.get_running_loop())

    work = watch(lambda: None)
    with ship(submission) as bridge:
        together(
            captain=lambda: bridge.run(look()),
            mate=lambda: bridge.run(look()),
            stoker=lambda: bridge.call(work),
        )
        with blame("wrong-tool"):
            assert loops[0] is loops[1], "two coroutines ran on two loops"
            theirs = work.threads & {"main", "captain", "mate", "stoker"}
            assert not theirs, f"it ran on the thread of {theirs}, who had called"


@every_order(time="ideal")
def test_callers_do_not_block_the_loop(submission):
    """Several callers wait at the same time: orders of 3 and 5 seconds take 5."""

    def order(seconds):
        return bridge.run(turn(seconds, seconds)), clock()

    with ship(submission) as bridge:
        got = together(captain=lambda: order(3), mate=lambda: order(5))
        with blame("serial"):
            came = sorted(time for _, time in got.values())
            assert came == [3, 5], f"the answers came at {came} s"
        assert [answer for answer, _ in got.values()] == [3, 5]


@every_order(time="ideal")
def test_the_loop_wakes(submission):
    """The loop hears of a call at once, also while it has nothing to do but to wait."""

    def order(ask, *arguments):
        sleep(2)
        return ask(*arguments), clock()

    with ship(submission) as bridge:
        bridge.run(turn(0))
        got = together(
            captain=lambda: bridge.run(turn(9)),
            mate=lambda: order(bridge.run, turn(0)),
            stoker=lambda: order(bridge.call, lambda: "aye"),
        )
        with blame("late"):
            came = [got["mate"][1], got["stoker"][1]]
            assert came == [2, 2], f"called at 2 s, the answers came at {came} s"


@every_order
def test_run_on_the_thread_of_the_loop(submission):
    """On the loop's own thread `run` raises `RuntimeError`, and waits for nothing."""

    async def inside():
        return told(bridge.run, turn(1))

    with ship(submission) as bridge:
        assert bridge.run(inside()) == "refused"
        assert bridge.run(turn(1)) == "aye"


@every_order
def test_call_on_the_thread_of_the_loop(submission):
    """There `call` gives its result or raises `RuntimeError`, and does not wait for ever."""

    async def inside():
        return told(bridge.call, lambda: "aye")

    with ship(submission) as bridge:
        assert bridge.run(inside()) in ("aye", "refused")


@every_order
def test_on_the_thread_of_another_loop(submission):
    """A thread with an event loop of its own is a caller like any other."""
    own = asyncio.new_event_loop()
    with ship(submission) as bridge:
        asyncio._set_running_loop(own)  # one that runs would stand still meanwhile
        try:
            assert bridge.run(turn(1)) == "aye"
        finally:
            asyncio._set_running_loop(None)
            own.close()


@every_order(time="ideal")
def test_close_lets_calls_end(submission):
    """`close` lets the calls in progress end, and they get their answers."""
    fire = Fire()

    def close():
        sleep(2)
        bridge.close()

    with ship(submission) as bridge:
        got = together(
            captain=lambda: told(bridge.run, turn(5)),
            mate=lambda: told(bridge.run, turn(7, error=fire)),
            boatswain=close,
        )
        assert (got["captain"], got["mate"]) == ("aye", ("raised", fire))


@every_order(joined=True)
def test_the_thread_has_ended(submission):
    """When `close` is back, the thread has ended."""
    with ship(submission) as bridge:
        bridge.run(turn(0))


@every_order(time="ideal")
def test_run_and_close_at_once(submission):
    """`run` at the very moment of `close` gets its answer or `RuntimeError`; nobody waits for ever."""
    with ship(submission) as bridge:
        got = together(
            captain=lambda: told(bridge.run, turn(0)), boatswain=bridge.close
        )
        assert got["captain"] in ("aye", "refused")


@every_order(time="ideal")
def test_call_and_close_at_once(submission):
    """So does `call`."""
    with ship(submission) as bridge:
        got = together(
            captain=lambda: told(bridge.call, lambda: "aye"), boatswain=bridge.close
        )
        assert got["captain"] in ("aye", "refused")


@every_order
def test_closed_by_two_at_once(submission):
    """Two may close it at the same moment: both are back, and the loop has ended."""
    with ship(submission) as bridge:
        assert bridge.run(turn(0)) == "aye"
        together(boatswain=bridge.close, purser=bridge.close)
        assert told(bridge.run, turn(0)) == "refused"


@every_order(time="ideal")
def test_closed(submission):
    """After `close`, `run` and `call` raise `RuntimeError` and do nothing, and to close again is harmless."""
    order = watch(lambda: "aye")
    for used in (True, False):
        with ship(submission) as bridge:
            if used:
                bridge.run(turn(1))
            bridge.close()
            assert told(bridge.run, turn(0)) == "refused"
            assert told(bridge.call, order) == "refused"
    assert order.calls == [], "a function was called after close()"


@every_order(time="ideal")
def test_two_of_them(submission):
    """Two of them have two loops, and when one is closed, the other one goes on."""

    async def look():
        return asyncio.get_running_loop()

    with ship(submission) as other:
        with ship(submission) as one:
            loops = [bridge.run(look()) for bridge in (one, other)]
        assert loops[0] is not loops[1]
        assert other.run(turn(1)) == "aye"
