"""exit_codes: a process for each task, and the number that it leaves behind."""

import os
import sys
from functools import partial

from threadlings import blame, clock, every_order, seen, sleep, watch


def land():
    """All went well."""


def crash():
    """What a task raises ends its process, and nobody else's."""
    raise LookupError("no planet there")


def give_up():
    """A way out that passes every `except Exception`."""
    sys.exit(3)


def vanish():
    """A way out that nothing can stop."""
    os._exit(4)


def _fly(seconds):
    sleep(seconds)


fly = watch(_fly)  # it stands outside of the processes and sees them all


class Trip:
    """A task that takes so many *seconds* and ends with this *code*."""

    def __init__(self, seconds, code=0):
        self.seconds = seconds
        self.code = code

    def __call__(self):
        """Fly there."""
        fly(self.seconds)
        if self.code:
            sys.exit(self.code)


def reset():
    """Forget the trips of earlier runs."""
    fly.forget()


@every_order(preemptions=1)
def test_exit_codes_by_name(submission):
    """Each name has the exit code of its process: 0 when the task returned, 1 when it raised, else the number it left with."""
    tasks = {"venus": land, "mars": crash, "pluto": give_up, "ceres": vanish}
    codes = submission.run_all(tasks)
    assert codes == {"venus": 0, "mars": 1, "pluto": 3, "ceres": 4}


@every_order
def test_one_alone(submission):
    """A single task that raises or vanishes has its code, too, and `run_all` raises nothing."""
    assert submission.run_all({"mars": crash}) == {"mars": 1}
    assert submission.run_all({"ceres": vanish}) == {"ceres": 4}


@every_order(time="ideal", preemptions=1)
def test_whoever_ends_first(submission):
    """The codes stand beside the right names, whichever process ends first."""
    reset()
    tasks = {"venus": Trip(5, 7), "mars": Trip(1, 8), "pluto": Trip(3, 9)}
    assert submission.run_all(tasks) == {"venus": 7, "mars": 8, "pluto": 9}


@every_order
def test_a_process_for_each_task(submission):
    """Each task is called once, in a process of its own and not in the caller's, also when two of them are equal."""
    reset()
    trip = Trip(1)
    codes = submission.run_all({"venus": trip, "mars": trip})
    with blame("wrong-tool"):
        outside = fly.threads - {*seen().processes}
        assert not outside, "a task was called outside of the processes"
    calls = len(fly.calls)
    assert calls == 2, f"two tasks were called {calls} times in all"
    with blame("wrong-tool"):
        assert len(fly.threads) == 2, "two tasks were called in one process"
    assert codes == {"venus": 0, "mars": 0}


@every_order(time="ideal", preemptions=1)
def test_all_start_before_any_is_waited_for(submission):
    """Three tasks of 2, 3 and 1 seconds take 3 seconds together: all are started before any is waited for."""
    reset()
    submission.run_all({"venus": Trip(2), "mars": Trip(3), "pluto": Trip(1)})
    took = clock()
    with blame("serial"):
        assert fly.peak == 3, f"of three tasks at most {fly.peak} ran at once"
        assert took < 6, f"tasks of 2, 3 and 1 seconds took {took:g} seconds"


@every_order(time="ideal", preemptions=1)
def test_however_many(submission):
    """However many tasks there are, all of them run at once."""
    reset()
    codes = submission.run_all({f"probe {n}": Trip(1) for n in range(12)})
    with blame("serial"):
        assert fly.peak == 12, f"of 12 tasks at most {fly.peak} ran at once"
    assert codes == {f"probe {n}": 0 for n in range(12)}


@every_order
def test_however_long(submission):
    """`run_all` waits for every process, however long it takes, and has a number for each."""
    reset()
    codes = submission.run_all({"venus": land, "pluto": Trip(61, 5)})
    assert codes == {"venus": 0, "pluto": 5}


@every_order
def test_nothing_is_left_behind(submission):
    """When `run_all` comes back, every process that it started has ended."""
    reset()
    submission.run_all({"venus": Trip(1), "mars": crash})
    working = sum(call.ended is None for call in fly.calls)
    with blame("leak"):
        assert not working, "a task was still at work"


@every_order
def test_no_tasks(submission):
    """No tasks give an empty dict."""
    assert submission.run_all({}) == {}


leave = watch(sys.exit, meet=3)


@every_order(preemptions=1, joined=True, confirmed=True)
def test_in_real_processes(submission):
    """So it is in real processes, where three tasks wait for each other before they leave."""
    leave.forget()
    codes = {"venus": 0, "mars": 5, "pluto": 9}
    tasks = {name: partial(leave, code) for name, code in codes.items()}
    assert submission.run_all(tasks) == codes
    with blame("wrong-tool"):
        outside = leave.threads - {*seen().processes}
        assert not outside, "a task was called outside of the processes"
        assert len(leave.threads) == 3, "two tasks were called in one process"
