"""poller: in time, and at once when it is over."""

from threadlings import blame, clock, every_order, seen, sleep, watch


@every_order(time="ideal")
def test_calls_every_interval(submission):
    """The job is called every `interval` seconds, the first time at once or after one interval."""

    @watch
    def job():
        return None

    poller = submission.Poller(job, 2)
    sleep(1)
    poller.start()
    sleep(5)
    poller.stop()
    began = [call.began for call in job.calls]
    assert began in ([1, 3, 5], [3, 5]), f"it was called at {began} s"


@every_order(time="ideal")
def test_on_a_thread_of_its_own(submission):
    """`start` comes back at once, and the job is called on a thread of its own."""

    @watch
    def job():
        sleep(2)

    poller = submission.Poller(job, 3)
    poller.start()
    took = clock()
    sleep(7)
    poller.stop()
    with blame("serial"):
        assert took == 0, f"start() came back after {took:g} s"
    with blame("wrong-tool"):
        assert "main" not in job.threads, "the caller's thread did the job itself"
        threads = len(job.threads)
        assert threads == 1, f"the job was called on {threads} threads"


@every_order(time="ideal")
def test_stop_does_not_wait_out_the_interval(submission):
    """`stop` comes back at once, however long the interval still is."""
    poller = submission.Poller(lambda: None, 60)
    poller.start()
    sleep(7)
    poller.stop()
    with blame("late"):
        assert clock() == 7, f"stopped at 7 s, stop() came back at {clock():g} s"


@every_order(time="ideal", joined=True)
def test_stop_waits_for_the_thread(submission):
    """When `stop` comes back, the thread has ended, also if it was in the middle of a job."""

    @watch
    def job():
        sleep(10)

    poller = submission.Poller(job, 4)
    poller.start()
    sleep(6)
    poller.stop()
    assert [call.ended is None for call in job.calls] == [False], "a job still runs"


@every_order(time="ideal")
def test_stopped_at_the_moment_of_a_job(submission):
    """Stopped at the very moment at which a job is due, it does it before `stop` is back, or not at all."""

    @watch
    def job():
        return None

    poller = submission.Poller(job, 4)
    poller.start()
    sleep(4)
    poller.stop()
    calls = len(job.calls)
    sleep(20)
    assert len(job.calls) == calls, "the job was called after stop() had come back"


@every_order(joined=True)
def test_no_job_after_stop(submission):
    """However slow the thread is, no job is called once `stop` is back."""

    @watch
    def job():
        return None

    poller = submission.Poller(job, 4)
    poller.start()
    poller.stop()
    calls = len(job.calls)
    sleep(20)
    assert len(job.calls) == calls, "the job was called after stop() had come back"


@every_order(time="ideal")
def test_stop_again_and_too_early(submission):
    """To stop twice, or before the start, is harmless."""
    early = submission.Poller(lambda: None, 4)
    early.stop()
    poller = submission.Poller(lambda: None, 4)
    poller.start()
    sleep(5)
    poller.stop()
    poller.stop()
    assert clock() == 5, f"stopped at 5 s, the second stop() was back at {clock():g} s"


@every_order(time="ideal")
def test_two_pollers(submission):
    """Two pollers keep their own time, and one goes on when the other is stopped."""

    @watch
    def look():
        return None

    @watch
    def ring():
        return None

    one, other = submission.Poller(look, 2), submission.Poller(ring, 3)
    one.start()
    other.start()
    sleep(5)
    one.stop()
    sleep(5)
    other.stop()
    assert [call.began for call in look.calls if call.began] == [2, 4]
    assert [call.began for call in ring.calls if call.began] == [3, 6, 9]


@every_order(time="ideal")
def test_is_stopped_by_an_event(submission):
    """It waits for an `Event`."""
    poller = submission.Poller(lambda: None, 4)
    poller.start()
    sleep(5)
    poller.stop()
    with blame("wrong-tool"):
        assert "Event" in seen().used, "nobody used an Event"
