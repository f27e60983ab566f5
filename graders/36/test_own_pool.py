"""own_pool: few threads, many jobs, a future for each, and a clean end."""

from concurrent.futures import CancelledError

from threadlings import blame, clock, every_order, seen, sleep, together, watch


def told(ask):
    """What a call gives, or the LookupError that it raises, or "cancelled"."""
    try:
        return ask()
    except LookupError as error:
        return error
    except CancelledError:
        return "cancelled"


def refused(pool, job):
    """Whether the pool does not take the job any more."""
    try:
        pool.submit(job)
    except RuntimeError as error:
        if isinstance(error, NotImplementedError):
            raise
        return True
    return False


@every_order
def test_a_result(submission):
    """`submit` gives a future, and what `func(*args)` returns becomes its result."""
    note = LookupError("a result like any other")
    pool = submission.ThreadPool(1)
    one = pool.submit(lambda *stops: [*stops], "park", "port")
    other = pool.submit(lambda: None)
    got = [one.result(), one.result(), other.result()]
    done = [one.done(), one.exception(), other.exception()]
    third = pool.submit(lambda: note).result()
    pool.shutdown()
    assert got == [["park", "port"], ["park", "port"], None]
    assert done == [True, None, None]
    assert third is note


@every_order
def test_an_exception(submission):
    """What a job raises becomes the exception of its future, and its worker goes on with the next job."""
    fell = LookupError("fell off the bicycle")

    def fall():
        raise fell

    pool = submission.ThreadPool(1)
    bad, worse = pool.submit(fall), pool.submit(fall)
    good = pool.submit(lambda: "there").result()
    errors = bad.exception(), told(worse.result)
    pool.shutdown()
    assert good == "there"
    assert errors == (fell, fell)


@every_order(time="ideal")
def test_submit_does_not_wait(submission):
    """`submit` comes back at once, and a worker that is free begins at once."""
    ride = watch(sleep)
    pool = submission.ThreadPool(2)
    sleep(3.03)
    future = pool.submit(ride, 5)
    came, was_done = clock(), future.done()
    pool.shutdown()
    began = ride.calls[0].began
    with blame("serial"):
        assert came == 3.03, f"called at 3.03 s, submit() came back at {came:g} s"
    assert not was_done, "the future was done before its job was"
    with blame("late"):
        assert began == 3.03, f"submitted at 3.03 s, the job began at {began:g} s"


@every_order
def test_threads_of_its_own(submission):
    """The jobs are done by the pool's own threads: not by the caller's, and not by a ready-made executor."""

    @watch
    def ride():
        return "there"

    pool = submission.ThreadPool(1)
    pool.submit(ride)
    pool.submit(ride)
    pool.shutdown()
    with blame("wrong-tool"):
        assert "main" not in ride.threads, "the caller's thread did a job itself"
        ready_made = "ThreadPoolExecutor" in seen().used
        assert not ready_made, "the jobs were done by a ThreadPoolExecutor"


@every_order(time="ideal", preemptions=1)
def test_all_work_at_the_same_time(submission):
    """All `workers` work at the same time, and whoever is free takes the next job."""
    ride = watch(sleep)
    pool = submission.ThreadPool(2)
    for seconds in (5, 1, 1, 1):
        pool.submit(ride, seconds)
    pool.shutdown()
    came = clock()
    sleep(20)
    assert len(ride.calls) == 4, f"of 4 jobs {len(ride.calls)} were done"
    with blame("too-parallel"):
        assert ride.peak <= 2, f"{ride.peak} jobs at once with 2 workers"
    began = sorted(call.began for call in ride.calls)
    ended = sorted(call.ended for call in ride.calls)
    with blame("serial"):
        due = [0, 0, *ended[:2]]
        assert began == due, f"jobs could begin at {due} s, and did at {began} s"
    with blame("late"):
        last = ended[-1]
        assert came <= last, (
            f"all was done at {last:g} s, shutdown() came at {came:g} s"
        )


@every_order
def test_no_more_than_workers(submission):
    """Never more than `workers` jobs are done at once."""

    @watch
    def ride():
        sleep(1)

    pool = submission.ThreadPool(2)
    for _ in range(3):
        pool.submit(ride)
    pool.shutdown()
    with blame("too-parallel"):
        assert ride.peak <= 2, f"{ride.peak} jobs at once with 2 workers"


@every_order(time="ideal")
def test_no_worker_gets_lost(submission):
    """All workers are there for the next jobs, whoever was quicker at the last one."""
    ride = watch(sleep)
    pool = submission.ThreadPool(2)
    pool.submit(ride, 1)
    sleep(1)
    pool.submit(ride, 1)
    sleep(2)
    for _ in range(2):
        pool.submit(ride, 1)
    pool.shutdown()
    began = [call.began for call in ride.calls]
    with blame("serial"):
        assert began == [0, 1, 3, 3], (
            f"jobs could begin at 0, 1, 3, 3 s, and did at {began} s"
        )


@every_order(joined=True)
def test_shutdown_waits(submission):
    """When `shutdown` comes back, all that was submitted is done, and every thread has ended."""
    pool = submission.ThreadPool(2)
    futures = [pool.submit(lambda stop=stop: stop) for stop in "ab"]
    pool.shutdown()
    assert all(future.done() for future in futures), "shutdown() has lost a job"
    assert [future.result() for future in futures] == ["a", "b"]


@every_order(time="ideal")
def test_shutdown_without_waiting(submission):
    """`shutdown(wait=False)` comes back at once, and all that was submitted is done all the same."""
    ride = watch(sleep)
    pool = submission.ThreadPool(1)
    futures = [pool.submit(ride, seconds) for seconds in (5, 2)]
    sleep(1)
    pool.shutdown(wait=False)
    came = clock()
    with blame("late"):
        assert came == 1, f"called at 1 s, shutdown(wait=False) came back at {came:g} s"
    got = [future.result() for future in futures]
    sleep(20)
    assert got == [None, None]
    assert len(ride.calls) == 2, f"of 2 jobs {len(ride.calls)} were done"


@every_order(time="ideal")
def test_cancel_futures(submission):
    """With `cancel_futures=True` the jobs that have not begun are cancelled, and the others are done."""
    ride = watch(lambda seconds: sleep(seconds) or "there")
    pool = submission.ThreadPool(1)
    futures = [pool.submit(ride, seconds) for seconds in (5, 2, 1)]
    sleep(1)
    pool.shutdown(cancel_futures=True)
    came = clock()
    got = [told(future.result) for future in futures]
    sleep(20)
    assert got == ["there", "cancelled", "cancelled"]
    assert len(ride.calls) == 1, f"{len(ride.calls)} jobs were done, one had begun"
    with blame("late"):
        assert came <= 5, f"all was done at 5 s, shutdown() came at {came:g} s"


@every_order
def test_cancelled_at_any_moment(submission):
    """Whenever that happens, a job is either done or cancelled, and nobody waits for it for ever."""
    ride = watch(lambda: "there")
    pool = submission.ThreadPool(1)
    one, other = pool.submit(ride), pool.submit(ride)
    got = together(
        ann=lambda: told(one.result),
        bob=lambda: told(other.result),
        boss=lambda: pool.shutdown(cancel_futures=True),
    )
    answers = sorted([got["ann"], got["bob"]])
    done = len(ride.calls)
    assert answers == ["cancelled"] * (2 - done) + ["there"] * done


@every_order(time="ideal")
def test_submitted_too_late(submission):
    """`submit` after a `shutdown` raises `RuntimeError`, and the job is not done."""
    ride = watch(lambda: None)
    waited, other = submission.ThreadPool(1), submission.ThreadPool(1)
    waited.shutdown()
    other.shutdown(wait=False)
    came_late = [refused(pool, ride) for pool in (waited, waited, other)]
    sleep(20)
    assert all(came_late), "submit() after shutdown() raised no RuntimeError"
    assert ride.calls == [], "a job was done that came after shutdown()"


@every_order
def test_submitted_at_that_moment(submission):
    """Submitted at the very moment of a `shutdown`, a job is either refused or done."""
    pool = submission.ThreadPool(1)

    def call():
        try:
            future = pool.submit(lambda: "there")
        except RuntimeError:
            return "refused"
        return future.result()

    got = together(ann=call, boss=pool.shutdown)
    assert got["ann"] in ("refused", "there")


@every_order(time="ideal")
def test_shut_down_twice(submission):
    """To shut down twice is harmless, also where no job has come; whoever is to wait, waits."""
    idle, pool = submission.ThreadPool(1), submission.ThreadPool(1)
    idle.shutdown()
    idle.shutdown()
    future = pool.submit(sleep, 5)
    pool.shutdown(wait=False)
    pool.shutdown()
    came, was_done = clock(), future.done()
    sleep(20)
    pool.shutdown()
    assert (came, was_done) == (5, True)


@every_order(joined=True)
def test_with(submission):
    """`with` gives the pool and shuts it down in the end; an exception from inside comes out."""
    fire = LookupError("fire alarm")
    pools, futures = [], []

    def evening():
        with submission.ThreadPool(1) as pool:
            pools.append(pool)
            futures.append(pool.submit(lambda: "there"))
            raise fire

    ended = told(evening)
    assert futures[0].done(), "`with` was left before the job was done"
    assert ended is fire
    assert refused(pools[0], evening), "submit() after `with` raised no RuntimeError"


@every_order(time="ideal")
def test_a_cancelled_future(submission):
    """A job whose future is cancelled before it begins is not done, and its worker goes on."""
    ride = watch(lambda name: name)
    pool = submission.ThreadPool(1)
    pool.submit(sleep, 5)
    one, other = pool.submit(ride, "one"), pool.submit(ride, "other")
    sleep(1)
    cancelled = one.cancel()
    got = [told(one.result), other.result()]
    pool.shutdown()
    assert cancelled
    assert got == ["cancelled", "other"]
    assert len(ride.calls) == 1, "a job was done whose future was cancelled"


@every_order
def test_cancelled_as_it_begins(submission):
    """At whatever moment a future is cancelled, its worker goes on with the next job."""
    pool = submission.ThreadPool(1)
    one = pool.submit(lambda: "there")
    cancelled = one.cancel()
    next_one = pool.submit(lambda: "there, too").result()
    got = told(one.result)
    pool.shutdown()
    assert next_one == "there, too"
    assert got == ("cancelled" if cancelled else "there")
