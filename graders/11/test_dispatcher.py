"""dispatcher: the lowest first, equal ones in turn, and the last one back."""

from threadlings import blame, clock, every_order, seen, sleep, watch


@every_order
def test_lowest_first(submission):
    """One worker does the lowest number first, and equal ones in order of arrival."""
    done = []
    dispatcher = submission.Dispatcher(1)
    for priority, name in ((2, "b"), (5, "d"), (-1, "a"), (2, "c"), (5, "e")):
        dispatcher.submit(priority, lambda name=name: done.append(name) or name * 2)
    assert dispatcher.run() == ["aa", "bb", "cc", "dd", "ee"]
    assert done == ["a", "b", "c", "d", "e"]


@every_order(preemptions=1)
def test_results_in_order_of_taking(submission):
    """The results come in the order in which the jobs were taken, whoever ends first."""
    dispatcher = submission.Dispatcher(2)
    dispatcher.submit(3, lambda: None)
    dispatcher.submit(1, lambda: "slow")
    dispatcher.submit(2, lambda: "quick")
    assert dispatcher.run() == ["slow", "quick", None]


@every_order
def test_an_exception_stands_in_its_place(submission):
    """A job that raises has its exception in its place, and the others are still done."""
    error = LookupError("gone")

    def fail():
        raise error

    dispatcher = submission.Dispatcher(1)
    dispatcher.submit(1, fail)
    dispatcher.submit(1, lambda: "done")
    assert dispatcher.run() == [error, "done"]


@every_order(time="ideal", preemptions=1)
def test_all_work_at_the_same_time(submission):
    """All `workers` work at the same time, each on a job of its own."""

    @watch
    def job():
        sleep(1)

    @watch
    def long():
        sleep(2)
        return "long"

    dispatcher = submission.Dispatcher(2)
    for priority in (3, 4):
        dispatcher.submit(priority, job)
    dispatcher.submit(2, long)
    results = dispatcher.run()
    assert results == ["long", None, None]
    with blame("too-parallel"):
        peak = max(job.peak, long.peak)
        assert peak < 2, f"{1 + peak} jobs at once with 2 workers"
    began = sorted(call.began for call in (*job.calls, *long.calls))
    with blame("serial"):
        assert began == [0, 0, 1], (
            f"jobs could begin at 0, 0, 1 s, and did at {began} s"
        )
    with blame("late"):
        assert clock() == 2, f"all was done at 2 s, run() came back at {clock():g} s"


@every_order(time="ideal")
def test_no_more_than_workers(submission):
    """Never more than `workers` jobs are done at once."""

    @watch
    def job():
        sleep(1)

    dispatcher = submission.Dispatcher(2)
    for _ in range(3):
        dispatcher.submit(1, job)
    dispatcher.run()
    with blame("too-parallel"):
        assert job.peak <= 2, f"{job.peak} jobs at once with 2 workers"
    assert len(job.calls) == 3


@every_order
def test_undo_takes_back_the_latest(submission):
    """`undo` takes back the job that was submitted last, whatever its priority, and it is not run."""
    ran = []
    jobs = [lambda name=name: ran.append(name) or name for name in "abcd"]
    dispatcher = submission.Dispatcher(1)
    dispatcher.submit(5, jobs[0])
    dispatcher.submit(1, jobs[1])
    dispatcher.submit(3, jobs[2])
    assert dispatcher.undo() is jobs[2]
    assert dispatcher.undo() is jobs[1]
    dispatcher.submit(7, jobs[3])
    assert dispatcher.run() == ["a", "d"]
    assert ran == ["a", "d"]


@every_order
def test_undo_of_one_job_submitted_twice(submission):
    """A job that was submitted twice is taken back once."""
    ran = []

    def job():
        ran.append("job")
        return "job"

    dispatcher = submission.Dispatcher(1)
    dispatcher.submit(2, job)
    dispatcher.submit(1, lambda: "other")
    dispatcher.submit(2, job)
    assert dispatcher.undo() is job
    assert dispatcher.run() == ["other", "job"]
    assert ran == ["job"]


@every_order
def test_nothing_to_undo(submission):
    """`undo` gives None when nothing is there to take back."""
    dispatcher = submission.Dispatcher(1)
    assert dispatcher.undo() is None
    dispatcher.submit(1, lambda: "a")
    dispatcher.undo()
    assert dispatcher.undo() is None
    assert dispatcher.run() == []


@every_order
def test_run_again(submission):
    """`run` does what was submitted since the last time, and an empty one gives an empty list."""
    dispatcher = submission.Dispatcher(2)
    assert dispatcher.run() == []
    dispatcher.submit(1, lambda: "a")
    assert dispatcher.run() == ["a"]
    dispatcher.submit(2, lambda: "c")
    dispatcher.submit(1, lambda: "b")
    assert dispatcher.run() == ["b", "c"]


@every_order
def test_two_queues(submission):
    """It uses a `PriorityQueue` and a `LifoQueue`."""
    dispatcher = submission.Dispatcher(1)
    dispatcher.submit(2, lambda: "a")
    dispatcher.submit(1, lambda: "b")
    dispatcher.undo()
    dispatcher.run()
    with blame("wrong-tool"):
        for tool in ("PriorityQueue", "LifoQueue"):
            assert tool in seen().used, f"nobody used a {tool}"


@every_order(joined=True)
def test_nothing_is_left_behind(submission):
    """When `run` comes back, every thread that it started has ended."""
    dispatcher = submission.Dispatcher(2)
    dispatcher.submit(1, lambda: "a")
    dispatcher.run()
