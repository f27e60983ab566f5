"""first_coroutine: awaited, in turn, and nobody is kept from anything meanwhile."""

import asyncio
from traceback import walk_stack

from threadlings import blame, clock, every_order, watch


def parrot():
    """A `say` that remembers what was said."""
    return watch(lambda text: None)


def said(say):
    """What was said, and when."""
    return [(*call.arguments, call.began) for call in say.calls]


@every_order(time="ideal")
def test_greets_after_the_delay(submission):
    """`greet` waits for `delay` seconds, then says hello, once."""
    say = parrot()

    async def greeted():
        await submission.greet("Ann", 3, say)
        back = clock()
        await asyncio.sleep(10)
        return back

    back = asyncio.run(greeted())
    with blame("leak"):
        afterwards = [call.began for call in say.calls if call.began > back]
        assert not afterwards, (
            f"greet was back at {back:g} s, and said hello after that"
        )
    assert said(say) == [("Hello, Ann!", 3)]
    with blame("late"):
        assert back == 3, f"it was back at {back:g} s"


@every_order(time="ideal")
def test_others_go_on_meanwhile(submission):
    """While one greeting waits for its time, another one can be said."""
    say = parrot()

    async def both():
        await asyncio.gather(
            submission.greet("Ann", 3, say), submission.greet("Bob", 2, say)
        )

    asyncio.run(both())
    with blame("serial"):
        assert clock() == 3, f"two greetings of 2 and 3 seconds took {clock():g}"
    assert said(say) == [("Hello, Bob!", 2), ("Hello, Ann!", 3)]


@every_order(time="ideal")
def test_main_greets_in_turn(submission):
    """`main` greets one after the other: each delay begins when the last hello is said."""
    say = parrot()
    submission.main(["Bob", "Ann", "Cid"], 2, say)
    began = [call.began for call in say.calls]
    with blame("too-parallel"):
        assert len({*began}) == len(began), f"hellos were said at {began} s"
    with blame("late"):
        assert clock() <= 6, f"it was back at {clock():g} s"
    assert said(say) == [("Hello, Bob!", 2), ("Hello, Ann!", 4), ("Hello, Cid!", 6)]


@every_order
def test_main_greets_everybody(submission):
    """`main` greets everybody in the order of the names, equal ones too, however slow it is."""
    say = parrot()
    submission.main(["Bob", "Ann", "Bob"], 2, say)
    greeted = [text for text, _ in said(say)]
    assert sorted(greeted) == ["Hello, Ann!", "Hello, Bob!", "Hello, Bob!"]
    with blame("too-parallel"):
        second = greeted[1]
        assert second == "Hello, Ann!", f"the second hello was {second!r}"


@every_order
def test_main_uses_run(submission):
    """`main` uses `asyncio.run`, which makes an event loop for the hellos and closes it at the end."""
    loops, makers = [], set()

    def say(text):
        loops.append(asyncio.get_running_loop())
        makers.update(frame.f_globals["__name__"] for frame, _ in walk_stack(None))

    submission.main(["Ann", "Bob"], 1, say)
    assert len(loops) == 2, f"of 2 hellos {len(loops)} were said"
    with blame("wrong-tool"):
        closed = all(loop.is_closed() for loop in loops)
        assert closed, "the event loop is still open"
        assert "asyncio.runners" in makers, "the event loop is not from asyncio.run"


@every_order
def test_main_again(submission):
    """`main` can be called again."""
    say = parrot()
    submission.main(["Ann"], 1, say)
    submission.main(["Bob"], 0, say)
    assert [call.arguments for call in say.calls] == [
        ("Hello, Ann!",),
        ("Hello, Bob!",),
    ]


@every_order
def test_an_error_reaches_the_caller(submission):
    """What `say` raises reaches the caller, of `greet` and of `main`."""
    hoarse = LookupError("no voice")

    def say(text):
        raise hoarse

    async def caught():
        try:
            await submission.greet("Ann", 1, say)
        except LookupError as error:
            return error.with_traceback(None)

    def caught_in_main():
        try:
            submission.main(["Ann"], 1, say)
        except LookupError as error:
            return error.with_traceback(None)

    assert asyncio.run(caught()) is hoarse
    assert caught_in_main() is hoarse


@every_order(time="ideal")
def test_nobody_to_greet(submission):
    """No names: nothing is said, and it takes no time."""
    say = parrot()
    submission.main([], 5, say)
    assert said(say) == []
    assert clock() == 0, f"it was back at {clock():g} s"
