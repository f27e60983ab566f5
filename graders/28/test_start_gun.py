"""start_gun: nobody too early, nobody crowded, nobody lost."""

from functools import partial

from threadlings import blame, clock, every_order, seen, sleep, watch

started = []  # how many processes had been started when each runner began


@watch
def run(name, seconds):
    """Run for so many seconds."""
    started.append(len([one for one in seen().processes if "Manager" not in one]))
    sleep(seconds)
    return name


class Runner:
    """Somebody who runs, and comes in as what is given: a name, nothing, an error."""

    def __init__(self, name, seconds=1):
        self.name = name
        self.seconds = seconds

    def __call__(self):
        """Run, and give the name."""
        return run(self.name, self.seconds)


class Faller(Runner):
    """Somebody who falls."""

    def __call__(self):
        """Run, and fall."""
        raise LookupError(run(self.name, self.seconds))


def go(submission, runners, lanes):
    """The results of a race, or the error that it raises."""
    run.forget()
    started.clear()
    try:
        return submission.race(runners, lanes)
    except LookupError as error:
        return error


@every_order(time="ideal", preemptions=1)
def test_results_in_order_of_the_runners(submission):
    """Results come back in the order of the runners, whoever comes in first."""
    runners = [Runner("ann", 4), Runner("bob", 1), Runner("cid", 2)]
    assert go(submission, runners, 2) == ["ann", "bob", "cid"]


@every_order
def test_any_result(submission):
    """`None` is a result like any other, and so is an exception; equal runners are two."""
    note = LookupError("a note")
    results = go(submission, [Runner(None), Runner(note), Runner(None)], 3)
    assert isinstance(results, list), f"what came was {results!r}"
    texts = [repr(result) for result in results]
    assert texts == ["None", "LookupError('a note')", "None"]


@every_order(time="ideal", preemptions=1)
def test_large_results(submission):
    """So is one that is larger than what a pipe takes."""
    log, diary = "a" * 200_000, "b" * 200_000
    results = go(submission, [Runner(log), Runner(diary)], 1)
    assert results == [log, diary], "of large results something else came back"


@every_order
def test_a_process_for_each(submission):
    """Each runner runs once, in a process of its own."""
    go(submission, [Runner(name) for name in ("ann", "bob", "cid")], 2)
    calls = sorted(call.arguments[0] for call in run.calls)
    outside = run.threads - {*seen().processes}
    processes = len(run.threads)
    assert calls == ["ann", "bob", "cid"]
    with blame("wrong-tool"):
        assert not outside, "somebody ran outside of the processes"
        assert processes == 3, f"3 runners ran in {processes} processes"


@every_order
def test_nobody_before_the_gun(submission):
    """No runner begins before the processes of all runners have been started."""
    go(submission, [Runner(name) for name in ("ann", "bob", "cid")], 3)
    first = min(started, default=3)
    with blame("race"):
        assert first >= 3, f"a runner began when {first} of 3 processes were started"


@every_order
def test_at_most_lanes(submission):
    """At most `lanes` of them run at any moment."""
    go(submission, [Runner(name) for name in ("ann", "bob", "cid")], 2)
    with blame("too-parallel"):
        assert run.peak <= 2, f"{run.peak} runners at once on 2 lanes"


@every_order
def test_one_lane(submission):
    """On one lane they run one after the other."""
    go(submission, [Runner(name) for name in ("ann", "bob")], 1)
    with blame("too-parallel"):
        assert run.peak <= 1, f"{run.peak} runners at once on one lane"


@every_order(time="ideal", preemptions=1)
def test_lanes_are_really_used(submission):
    """All `lanes` are really used: four runners of one second take two seconds on two lanes."""
    go(submission, [Runner(name) for name in ("ann", "bob", "cid", "dan")], 2)
    took = clock()
    with blame("too-parallel"):
        assert run.peak <= 2, f"{run.peak} runners at once on 2 lanes"
    with blame("serial"):
        assert run.peak == 2, "only one runner at a time on 2 lanes"
        assert took < 3, f"it took {took:g} seconds"


@every_order(time="ideal", joined=True)
def test_a_runner_falls(submission):
    """What a runner raises is raised when all have ended."""
    runners = [Faller("fell", 1), Runner("ann", 5), Runner("bob", 3), Runner("cid", 3)]
    error = go(submission, runners, 2)
    inside, calls, peak = run.inside, len(run.calls), run.peak
    sleep(20)
    assert isinstance(error, LookupError), f"what came was {error!r}"
    assert error.args == ("fell",)
    with blame("too-parallel"):
        assert peak <= 2, f"{peak} ran at once on 2 lanes"
    with blame("leak"):
        assert inside == 0, f"when it was raised, {inside} of the others still ran"
        assert len(run.calls) == calls, "a runner began after it was raised"


@every_order(time="ideal", joined=True)
def test_two_fall(submission):
    """Whoever falls gives the lane back, and when several raise, it is one of theirs that is raised."""
    error = go(submission, [Faller("ann", 2), Faller("bob", 1), Runner("cid")], 1)
    assert isinstance(error, LookupError), f"what came was {error!r}"
    assert error.args in (("ann",), ("bob",))


@every_order
def test_an_event_and_a_semaphore(submission):
    """The gun is an `Event`, and the lanes are kept by a `Semaphore`."""
    go(submission, [Runner("ann"), Runner("bob")], 1)
    used = seen().used
    with blame("wrong-tool"):
        assert used & {"Event", "EventProxy"}, "nobody used an Event"
        kept = used & {"Semaphore", "BoundedSemaphore", "AcquirerProxy"}
        assert kept, "nobody used a Semaphore"


@every_order(joined=True)
def test_nothing_is_left_behind(submission):
    """When `race` comes back, every process that it started has ended; more lanes than runners are harmless."""
    assert go(submission, [Runner("ann"), Runner("bob")], 5) == ["ann", "bob"]


@every_order
def test_no_runners(submission):
    """No runners give an empty list."""
    assert go(submission, [], 2) == []


pace = watch(str.title, meet=2)


@every_order(joined=True, confirmed=True)
def test_in_real_processes(submission):
    """So it is in real processes, where those on the two lanes wait for each other."""
    pace.forget()
    runners = [partial(pace, name) for name in ("ann", "bob", "cid", "dan")]
    assert submission.race(runners, 2) == ["Ann", "Bob", "Cid", "Dan"]
    outside = pace.threads - {*seen().processes}
    with blame("wrong-tool"):
        assert not outside, "somebody ran outside of the processes"
    with blame("too-parallel"):
        assert pace.peak <= 2, f"{pace.peak} runners at once on 2 lanes"
