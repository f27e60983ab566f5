"""first_threads: start them all, then wait for them all."""

from threadlings import Thread, blame, clock, every_order, sleep, watch


@every_order
def test_results_in_order_of_the_jobs(submission):
    """Results come back in the order of the jobs, whichever job ends first."""
    assert submission.run_all([lambda: "a", lambda: None]) == ["a", None]
    assert submission.run_all([lambda: "b"]) == ["b"]
    note = ValueError("a result like any other")
    assert submission.run_all([lambda: note]) == [note]


@every_order
def test_each_on_its_own_thread(submission):
    """Each job runs on a thread of its own, not on the caller's."""

    @watch
    def job():
        return "done"

    submission.run_all([job, job, job])
    with blame("wrong-tool"):
        assert "main" not in job.threads, "the caller's thread ran a job itself"
        threads = len(job.threads)
        assert threads == 3, f"three jobs ran on {threads} threads"


@every_order(time="ideal", preemptions=1)
def test_all_start_before_any_is_waited_for(submission):
    """Three jobs of one second take one second together: all are started before any is waited for."""

    @watch
    def job():
        sleep(1)

    submission.run_all([job, job, job])
    with blame("serial"):
        assert job.peak == 3, f"of three jobs at most {job.peak} ran at once"
        assert clock() < 2, f"three jobs of one second took {clock():g} seconds"


@every_order
def test_first_error_is_raised(submission):
    """When jobs raise, the first error in job order is raised, after every job has ended."""

    @watch
    def fail():
        raise LookupError("second")

    def fail_too():
        raise ValueError("third")

    @watch
    def last():
        return "fine"

    raised = None
    try:
        submission.run_all([lambda: 1, fail, fail_too, last])
    except (LookupError, ValueError) as error:
        raised = str(error)
    assert raised == "second"
    assert len(fail.calls) == 1, f"a job that raises was called {len(fail.calls)} times"
    assert [call.ended is not None for call in last.calls] == [True]


@every_order(joined=True)
def test_nothing_is_left_behind(submission):
    """When `run_all` comes back, every thread that it started has ended."""
    submission.run_all([lambda: 1, lambda: 2])


@every_order
def test_no_jobs(submission):
    """No jobs give an empty list."""
    assert submission.run_all([]) == []


@every_order
def test_a_job_keeps_its_result(submission):
    """A `Job` keeps what its function returned in `result`, and `error` stays `None`."""

    @watch
    def answer():
        return 42

    job = submission.Job(answer)
    job.start()
    job.join()
    assert (job.result, job.error) == (42, None)
    with blame("wrong-tool"):
        assert isinstance(job, Thread), "Job is no subclass of threading.Thread"
        assert "main" not in answer.threads, "the caller's thread called the function"


@every_order
def test_a_job_keeps_its_error(submission):
    """A `Job` keeps what its function raised in `error`, and `result` stays `None`."""
    error = LookupError("no")

    def fail():
        raise error

    job = submission.Job(fail)
    job.start()
    job.join()
    assert job.error is error
    assert job.result is None
