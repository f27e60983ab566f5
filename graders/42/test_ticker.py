"""ticker: one task that is kept, and gone when `stop` is back."""

import asyncio

from threadlings import blame, clock, every_order, watch


def cuckoo():
    """An action that remembers when it was called."""
    return watch(lambda: None)


def times(action):
    """When *action* was called."""
    return [call.began for call in action.calls]


def others():
    """The tasks that have not ended, but for the one that asks."""
    return asyncio.all_tasks() - {asyncio.current_task()}


@every_order(time="ideal")
def test_calls_every_interval(submission):
    """The action is called every `interval` seconds, the first time after one interval."""
    call = cuckoo()

    async def main():
        ticker = submission.Ticker(2, call)
        await asyncio.sleep(1)
        ticker.start()
        await asyncio.sleep(7)
        await ticker.stop()

    asyncio.run(main())
    assert times(call) == [3, 5, 7], f"it was called at {times(call)} s"


@every_order(time="ideal")
def test_in_a_task_of_its_own(submission):
    """`start` comes back at once, and the action is called in a task of the ticker's own."""
    tasks = set()

    def call():
        try:
            tasks.add(asyncio.current_task())
        except RuntimeError:  # there is no event loop on this thread
            tasks.add(None)

    async def main():
        ticker = submission.Ticker(2, call)
        ticker.start()
        took = clock()
        await asyncio.sleep(5)
        await ticker.stop()
        return took, asyncio.current_task()

    took, caller = asyncio.run(main())
    assert tasks, "it was never called"
    with blame("serial"):
        assert took == 0, f"start() came back after {took:g} s"
    with blame("wrong-tool"):
        assert not {None, caller} & tasks, "it was not called in a task of its own"


@every_order(time="ideal")
def test_stop_does_not_wait_out_the_interval(submission):
    """`stop` comes back at once, however long the interval still is."""

    async def main():
        ticker = submission.Ticker(60, cuckoo())
        ticker.start()
        await asyncio.sleep(7)
        await ticker.stop()
        return clock()

    back = asyncio.run(main())
    with blame("late"):
        assert back == 7, f"stopped at 7 s, stop() came back at {back:g} s"


@every_order
def test_stop_waits_for_the_task(submission):
    """When `stop` comes back, the task has ended, whenever it was stopped."""
    call = cuckoo()

    async def main():
        ticker = submission.Ticker(4, call)
        ticker.start()
        await asyncio.sleep(6)
        await ticker.stop()
        return len(others())

    left = asyncio.run(main())
    with blame("leak"):
        assert left == 0, "stop() came back, and the task had not ended"


@every_order(time="ideal")
def test_stopped_right_after_the_start(submission):
    """The same when it is stopped right after the start: nothing is called then."""
    call = cuckoo()

    async def main():
        ticker = submission.Ticker(4, call)
        ticker.start()
        await ticker.stop()
        left = len(others())
        await asyncio.sleep(20)
        return left

    left = asyncio.run(main())
    with blame("leak"):
        assert left == 0, "stop() came back, and the task had not ended"
    assert call.calls == [], "the action was called after stop() had come back"


@every_order
def test_no_call_after_stop(submission):
    """Once `stop` is back the action is not called any more, also if it was just due."""
    call = cuckoo()

    async def main():
        ticker = submission.Ticker(4, call)
        ticker.start()
        await asyncio.sleep(4)
        await ticker.stop()
        calls = len(call.calls)
        await asyncio.sleep(20)
        return calls

    calls = asyncio.run(main())
    assert len(call.calls) == calls, "the action was called after stop() had come back"


@every_order(time="ideal")
def test_a_second_start(submission):
    """A second `start` changes nothing: the calls stay the same, and one `stop` is enough."""
    call = cuckoo()

    async def main():
        ticker = submission.Ticker(4, call)
        ticker.start()
        await asyncio.sleep(1)
        ticker.start()
        await asyncio.sleep(4)
        ticker.start()
        await asyncio.sleep(4)
        await ticker.stop()
        left = others()
        for task in left:
            task.cancel()
        return len(left)

    left = asyncio.run(main())
    with blame("late"):
        due = 4 in times(call)
        assert due, f"due at 4 s, the first time it was called at {times(call)[:1]} s"
    assert times(call) == [4, 8], f"it was called at {times(call)} s"
    with blame("leak"):
        assert left == 0, "stop() came back, and a task had not ended"


@every_order(time="ideal")
def test_stop_twice(submission):
    """To stop twice, or before the start, is harmless."""
    call = cuckoo()

    async def main():
        early = submission.Ticker(4, call)
        await early.stop()
        ticker = submission.Ticker(4, call)
        ticker.start()
        await asyncio.sleep(5)
        await ticker.stop()
        await ticker.stop()
        return clock()

    back = asyncio.run(main())
    assert times(call) == [4], f"it was called at {times(call)} s"
    with blame("late"):
        assert back == 5, f"stopped at 5 s, the second stop() was back at {back:g} s"


@every_order(time="ideal")
def test_an_action_that_raises(submission):
    """What the action raises reaches the caller of `stop`, when the task has ended."""
    stuck = LookupError("the door is stuck")

    def call():
        raise stuck

    async def main():
        ticker = submission.Ticker(2, call)
        ticker.start()
        await asyncio.sleep(3)
        try:
            await ticker.stop()
        except LookupError as error:
            return error.with_traceback(None), len(others())
        return None, len(others())

    raised, left = asyncio.run(main())
    assert raised is stuck
    with blame("leak"):
        assert left == 0, "stop() came back, and the task had not ended"


@every_order(time="ideal")
def test_two_tickers(submission):
    """Two tickers keep their own time, and one goes on when the other is stopped."""
    call, crow = cuckoo(), cuckoo()

    async def main():
        one, other = submission.Ticker(2, call), submission.Ticker(3, crow)
        one.start()
        other.start()
        await asyncio.sleep(5)
        await one.stop()
        await asyncio.sleep(5)
        await other.stop()

    asyncio.run(main())
    assert (times(call), times(crow)) == ([2, 4], [3, 6, 9])
