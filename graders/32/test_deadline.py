"""deadline: back on time, whatever still runs."""

import concurrent.futures

from threadlings import blame, clock, every_order, sleep, watch

LATE = concurrent.futures.TimeoutError  # a class of its own before Python 3.11
ERRORS = tuple(dict.fromkeys((LATE, TimeoutError, LookupError)))


def writing(**seconds):
    """Articles that take so many *seconds*: jobs that give their names, and the watch on them."""

    @watch
    def write(article):
        sleep(seconds[article])
        return article

    return [lambda article=article: write(article) for article in seconds], write


def fail_after(seconds, error):
    """A job that raises."""

    def fail():
        sleep(seconds)
        raise error

    return fail


def raised_by(function):
    """What *function* raises, or else what it returns."""
    try:
        return function()
    except ERRORS as error:
        return error


@every_order(time="ideal")
def test_in_time(submission):
    """`call` gives what the function returns, as soon as it is there."""
    (news,), write = writing(news=2)
    result = submission.call(news, 60, "cat")
    came = clock()
    nothing = submission.call(lambda: None, 60, "cat")
    sleep(1)
    assert (result, nothing) == ("news", None)
    assert len(write.calls) == 1, f"the function was called {len(write.calls)} times"
    with blame("late"):
        assert came == 2, f"the result was there at 2 s, call() came back at {came:g} s"


@every_order(time="ideal")
def test_late(submission):
    """When the function is late, `call` gives the default, and comes back when the time is up."""
    (novel,), _ = writing(novel=30)
    result = submission.call(novel, 5, "cat")
    came = clock()
    sleep(60)
    assert result == "cat"
    with blame("late"):
        assert came == 5, f"the time was up at 5 s, call() came back at {came:g} s"


@every_order(time="ideal")
def test_at_that_very_moment(submission):
    """A function that ends at the very moment at which the time is up gives its result or the default."""
    (news,), _ = writing(news=5)
    result = submission.call(news, 5, "cat")
    came = clock()
    sleep(1)
    assert result in ("news", "cat")
    with blame("late"):
        assert came == 5, f"the time was up at 5 s, call() came back at {came:g} s"


@every_order(time="ideal")
def test_the_function_raises(submission):
    """What the function raises reaches the caller of `call`, also when it is a `TimeoutError`."""
    for error in (kind("the archive is closed") for kind in ERRORS):
        raised = raised_by(lambda: submission.call(fail_after(1, error), 5, "cat"))
        sleep(10)
        assert raised is error


@every_order(time="ideal")
def test_the_next_call(submission):
    """A function that is late does not hold up the next call."""
    (novel, news), _ = writing(novel=30, news=1)
    first = submission.call(novel, 5, "cat")
    second = submission.call(news, 4, "dog")
    came = clock()
    sleep(60)
    assert (first, second) == ("cat", "news")
    with blame("late"):
        assert came == 6, f"the result was there at 6 s, call() came back at {came:g} s"


@every_order(time="ideal")
def test_all_in_time(submission):
    """`run_until` gives the results in the order of the jobs, as soon as all are there."""
    jobs, write = writing(sports=4, news=1, arts=2)
    results = submission.run_until(jobs, 2, 60)
    came = clock()
    sleep(1)
    assert results == ["sports", "news", "arts"]
    assert len(write.calls) == 3, f"3 jobs were called {len(write.calls)} times"
    with blame("late"):
        assert came == 4, f"all was done at 4 s, run_until() came back at {came:g} s"


@every_order(time="ideal", preemptions=1)
def test_all_work_at_the_same_time(submission):
    """All `workers` work at the same time, and never more than `workers`."""
    jobs, write = writing(sports=1, news=1, arts=1, weather=1)
    submission.run_until(jobs, 2, 60)
    sleep(10)
    with blame("too-parallel"):
        assert write.peak <= 2, f"{write.peak} jobs at once with 2 workers"
    with blame("serial"):
        assert write.peak == 2, "only one job at a time with 2 workers"
        ended = max(call.ended for call in write.calls)
        assert ended < 3, f"four jobs of one second took {ended:g} seconds"


@every_order(time="ideal")
def test_some_are_late(submission):
    """When the time is up, `run_until` comes back, with `None` for every job that was not done in time."""
    jobs, _ = writing(novel=30, news=1, essay=8)
    results = submission.run_until(jobs, 2, 5)
    came = clock()
    sleep(60)
    with blame("late"):
        assert came == 5, f"the time was up at 5 s, run_until() came back at {came:g} s"
    assert results == [None, "news", None]


@every_order(time="ideal")
def test_what_has_not_begun(submission):
    """A job that has not begun when the time is up never begins."""
    jobs, write = writing(sports=2, news=2, arts=2, weather=2, essay=2)
    results = submission.run_until(jobs, 1, 5)
    came = clock()
    sleep(60)
    assert results == ["sports", "news", None, None, None]
    with blame("late"):
        assert came == 5, f"the time was up at 5 s, run_until() came back at {came:g} s"
    with blame("leak"):
        began = max(call.began for call in write.calls)
        assert began <= 5, f"the time was up at 5 s, and a job began at {began:g} s"


@every_order(time="ideal")
def test_a_job_at_that_very_moment(submission):
    """A job that ends at the very moment at which the time is up gives its result or `None`."""
    jobs, write = writing(news=5, arts=5, essay=5)
    results = submission.run_until(jobs, 1, 5)
    came = clock()
    sleep(60)
    assert results in (["news", None, None], [None, None, None])
    with blame("late"):
        assert came == 5, f"the time was up at 5 s, run_until() came back at {came:g} s"
    with blame("leak"):
        began = max(call.began for call in write.calls)
        assert began <= 5, f"the time was up at 5 s, and a job began at {began:g} s"


@every_order(time="ideal")
def test_a_job_raises(submission):
    """What a job raises in time reaches the caller of `run_until`, after every job that was begun has ended, also when it is a `TimeoutError`."""
    for error in (kind("the archive is closed") for kind in ERRORS):
        jobs, write = writing(news=1, arts=3)
        jobs.insert(1, fail_after(2, error))
        raised = raised_by(lambda: submission.run_until(jobs, 2, 60))
        inside = write.inside
        sleep(100)
        assert raised is error
        with blame("leak"):
            assert inside == 0, "when it was raised, another job still ran"


@every_order(time="ideal")
def test_no_jobs(submission):
    """No jobs give an empty list, at once."""
    results = submission.run_until([], 2, 5)
    came = clock()
    sleep(10)
    assert results == []
    with blame("late"):
        assert came == 0, f"there was nothing to do, and it took {came:g} seconds"
