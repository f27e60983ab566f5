"""progress: told as it comes, and stopped when it is enough."""

from threadlings import blame, clock, every_order, sleep, watch


def counting(**seconds):
    """Villages that count for so many *seconds*: jobs that give their names, and the watch on them."""

    @watch
    def count(village):
        sleep(seconds[village])
        return village

    return [lambda village=village: count(village) for village in seconds], count


def ignore(index, result):
    """An `on_done` that does nothing."""


def fail_after(seconds, error):
    """A job that raises."""

    def fail():
        sleep(seconds)
        raise error

    return fail


def raised_by(function):
    """What *function* raises."""
    try:
        function()
    except LookupError as error:
        return error
    return None


@every_order(time="ideal")
def test_results_in_order_of_the_jobs(submission):
    """`run` gives the results in the order of the jobs, whichever job completes first."""
    jobs, _ = counting(ashby=4, brill=1, coombe=2)
    villages = submission.run(jobs, 2, ignore)
    nothing = submission.run([lambda: None, lambda: None], 1, ignore)
    sleep(1)
    assert villages == ["ashby", "brill", "coombe"]
    assert nothing == [None, None]


@every_order(time="ideal")
def test_once_for_each_job(submission):
    """`on_done` is called once for each job, with its index and its result; equal jobs are two."""

    @watch
    def on_done(index, result):
        sleep(4)

    jobs, _ = counting(ashby=3, brill=1)

    def empty():
        return None

    submission.run([*jobs, empty, empty], 2, on_done)
    sleep(1)
    told = sorted((call.arguments for call in on_done.calls), key=lambda args: args[0])
    assert told == [(0, "ashby"), (1, "brill"), (2, None), (3, None)]


@every_order(time="ideal")
def test_told_at_once(submission):
    """`on_done` is called the moment a job completes, not when all of them have."""
    on_done = watch(ignore)
    jobs, _ = counting(ashby=1, brill=2, coombe=4)
    submission.run(jobs, 2, on_done)
    sleep(1)
    began = [call.began for call in on_done.calls]
    with blame("late"):
        assert began == [1, 2, 5], (
            f"jobs completed at 1, 2, 5 s, on_done came at {began} s"
        )


@every_order(time="ideal")
def test_told_in_order_of_completion(submission):
    """`on_done` is called in the order in which the jobs complete."""
    on_done = watch(ignore)
    jobs, _ = counting(ashby=4, brill=1, coombe=2)
    submission.run(jobs, 2, on_done)
    sleep(1)
    told = [call.arguments for call in on_done.calls]
    assert told == [(1, "brill"), (2, "coombe"), (0, "ashby")]


@every_order(time="ideal")
def test_told_on_the_callers_thread(submission):
    """`on_done` is called on the caller's thread, and the jobs are done on other ones."""
    on_done = watch(ignore)
    jobs, count = counting(ashby=2, brill=1)
    submission.run(jobs, 2, on_done)
    sleep(1)
    with blame("wrong-tool"):
        assert on_done.threads == {"main"}, "on_done was called on another thread"
        assert "main" not in count.threads, "the caller's thread did a job itself"


@every_order(time="ideal", preemptions=1)
def test_all_work_at_the_same_time(submission):
    """All `workers` work at the same time, and never more than `workers`."""
    jobs, count = counting(ashby=1, brill=1, coombe=1, dunster=1)
    submission.run(jobs, 2, ignore)
    took = clock()
    sleep(1)
    with blame("too-parallel"):
        assert count.peak <= 2, f"{count.peak} jobs at once with 2 workers"
    with blame("serial"):
        assert count.peak == 2, "only one job at a time with 2 workers"
        assert took < 3, f"four jobs of one second took {took:g} seconds"


@every_order(time="ideal")
def test_a_job_raises(submission):
    """What a job raises reaches the caller of `run`, after every job that was begun has ended."""
    error = LookupError("the votes are lost")
    (ashby, brill), count = counting(ashby=5, brill=3)
    jobs = [ashby, fail_after(1, error), brill]
    raised = raised_by(lambda: submission.run(jobs, 2, ignore))
    inside = count.inside
    sleep(20)
    assert raised is error
    with blame("leak"):
        assert inside == 0, f"when it was raised, {inside} of the jobs still ran"


@every_order(time="ideal")
def test_on_done_raises(submission):
    """What `on_done` raises reaches the caller of `run`, after every job that was begun has ended."""
    error = LookupError("the board is broken")

    def on_done(index, result):
        raise error

    jobs, count = counting(ashby=5, brill=1, coombe=3)
    raised = raised_by(lambda: submission.run(jobs, 2, on_done))
    inside = count.inside
    sleep(20)
    assert raised is error
    with blame("leak"):
        assert inside == 0, f"when it was raised, {inside} of the jobs still ran"


@every_order(time="ideal")
def test_first_in_the_order_they_are_ready(submission):
    """`first` gives the first `n` results to be ready, in that order."""
    jobs, _ = counting(ashby=4, brill=1, coombe=2)
    results = submission.first(jobs, 2, 3)
    nothing = submission.first([lambda: None, lambda: None], 1, 1)
    sleep(10)
    assert results == ["brill", "coombe", "ashby"]
    assert nothing == [None]


@every_order(time="ideal")
def test_first_and_no_more(submission):
    """Once `first` has `n` results no other job begins, and it waits for no more than those that run."""
    jobs, count = counting(ashby=5, brill=1, coombe=2, dunster=7, elmley=7, fenwick=7)
    results = submission.first(jobs, 2, 2)
    came = clock()
    sleep(50)
    assert results == ["brill", "coombe"]
    with blame("too-parallel"):
        assert count.peak <= 2, f"{count.peak} jobs at once with 2 workers"
    due = max(call.ended for call in count.calls if call.began <= 3)
    with blame("late"):
        assert came <= due, (
            f"what ran had ended at {due:g} s, first() came back at {came:g} s"
        )
    with blame("leak"):
        began = max(call.began for call in count.calls)
        assert began <= 3, (
            f"there were 2 results at 3 s, and a job began at {began:g} s"
        )


@every_order(time="ideal")
def test_a_job_of_first_raises(submission):
    """What a job raises reaches the caller of `first`."""
    error = LookupError("the votes are lost")
    jobs, _ = counting(ashby=1, brill=3)
    jobs.append(fail_after(2, error))
    raised = raised_by(lambda: submission.first(jobs, 2, 3))
    sleep(20)
    assert raised is error


@every_order(time="ideal")
def test_no_jobs(submission):
    """No jobs give an empty list, and `on_done` is not called; the first 0 of any are an empty list, too."""
    on_done = watch(ignore)
    results = submission.run([], 2, on_done)
    none = submission.first([], 2, 0) + submission.first([lambda: "ashby"], 1, 0)
    sleep(1)
    assert (results, none) == ([], [])
    assert on_done.calls == []
