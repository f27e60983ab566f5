"""outcomes: every job has one, and none spoils another's."""

from threadlings import blame, clock, every_order, seen, sleep, watch


def lines(outcomes):
    """What the book says: a line for each outcome."""
    return [(outcome.ok, outcome.value, outcome.error) for outcome in outcomes]


@every_order(time="ideal")
def test_outcomes_in_their_places(submission):
    """Each job has its outcome in its place, whichever job ends first."""

    def trip(seconds):
        sleep(seconds)
        return f"{seconds} fish"

    jobs = [lambda seconds=seconds: trip(seconds) for seconds in (4, 1, 2)]
    values = [outcome.value for outcome in submission.run(jobs, 2)]
    assert values == ["4 fish", "1 fish", "2 fish"]


@every_order
def test_what_a_job_returns(submission):
    """A job that returns is `ok`, whatever its value, and has no error."""
    note = ValueError("a value like any other")
    outcomes = submission.run([lambda: None, lambda: note, lambda: 0], 2)
    assert lines(outcomes) == [(True, None, None), (True, note, None), (True, 0, None)]


@every_order
def test_the_same_job_twice(submission):
    """A job that is in the list twice is done twice, and has two outcomes."""
    fish = iter(("cod", "herring"))

    def trip():
        return next(fish)

    caught = sorted(outcome.value for outcome in submission.run([trip, trip], 1))
    assert caught == ["cod", "herring"]


@every_order
def test_what_a_job_raises(submission):
    """A job that raises is not `ok` and has its exception as `error`, and the others are done all the same."""
    torn, lost = LookupError("torn net"), TimeoutError("lost in the fog")

    def fail(error):
        raise error

    jobs = [lambda: fail(torn), lambda: "cod", lambda: fail(lost)]
    expected = [(False, None, torn), (True, "cod", None), (False, None, lost)]
    assert lines(submission.run(jobs, 2)) == expected
    assert lines(submission.run(jobs[:1], 1)) == expected[:1]


@every_order
def test_at_most_workers_at_once(submission):
    """Every job is done once, and at most `workers` of them at any moment."""

    @watch
    def trip():
        sleep(1)

    submission.run([trip, trip, trip], 2)
    with blame("too-parallel"):
        assert trip.peak <= 2, f"{trip.peak} jobs at once with 2 workers"
    calls = len(trip.calls)
    assert calls == 3, f"of 3 jobs {calls} were called"


@every_order(time="ideal", preemptions=1)
def test_all_work_at_the_same_time(submission):
    """All `workers` work at the same time: four jobs of 2.03 seconds take two workers 4.06 seconds."""

    @watch
    def trip():
        sleep(2.03)

    submission.run([trip, trip, trip, trip], 2)
    with blame("too-parallel"):
        assert trip.peak <= 2, f"{trip.peak} jobs at once with 2 workers"
    with blame("serial"):
        assert trip.peak == 2, "only one job at a time with 2 workers"
        assert clock() < 6, f"it took {clock():g} seconds"
    with blame("late"):
        assert clock() == 4.06, f"it took {clock():g} seconds"


@every_order
def test_on_the_threads_of_a_pool(submission):
    """The jobs run on the threads of a `ThreadPoolExecutor`, not on the caller's."""

    @watch
    def trip():
        return "herring"

    submission.run([trip, trip], 2)
    with blame("wrong-tool"):
        assert "main" not in trip.threads, "the caller's thread did a job itself"
        used = seen().used & {"ThreadPoolExecutor", "Future"}
        assert used, "nobody used a ThreadPoolExecutor"


@every_order(joined=True)
def test_nothing_is_left_behind(submission):
    """When `run` comes back, every thread that it started has ended."""
    submission.run([lambda: "cod", lambda: "herring"], 3)


@every_order
def test_no_jobs(submission):
    """No jobs give an empty list."""
    assert submission.run([], 2) == []
