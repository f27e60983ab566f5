"""choose: threads for the pots, processes for the logs."""

from functools import partial

from threadlings import blame, burn, clock, every_order, seen, sleep, watch


@watch
def boil(water, seconds):
    """Wait for a pot."""
    sleep(seconds)
    return water


@watch
def chop(wood, seconds):
    """Work on a log."""
    burn(seconds)
    return wood


class Job:
    """Something to do at the camp."""

    def __init__(self, what, seconds=1):
        self.what = what
        self.seconds = seconds


class Pot(Job):
    """A job that waits."""

    def __call__(self):
        """Wait."""
        return boil(self.what, self.seconds)


class Log(Job):
    """A job that computes."""

    def __call__(self):
        """Compute."""
        return chop(self.what, self.seconds)


class Leak(Pot):
    """A pot that fails."""

    def __call__(self):
        """Wait, and fail."""
        raise LookupError(super().__call__())


class Knot(Log):
    """A log that fails."""

    def __call__(self):
        """Compute, and fail."""
        raise LookupError(super().__call__())


def fresh():
    """Forget what was noted in earlier runs."""
    for watched in (boil, chop):
        watched.forget()


def raised_by(function, *arguments):
    """What *function* raises, or else what it returns."""
    try:
        return function(*arguments)
    except LookupError as error:
        return error


@every_order(time="ideal", preemptions=1)
def test_pots_in_order(submission):
    """`run_io` gives the results in the order of the jobs, whichever ends first, also `None`; equal jobs are done each."""
    fresh()
    tea = Pot("tea")
    results = submission.run_io([Pot("soup", 4), tea, Pot(None, 2), tea], 2)
    calls = len(boil.calls)
    assert results == ["soup", "tea", None, "tea"]
    assert calls == 4, f"4 jobs were called {calls} times"


@every_order(time="ideal", preemptions=1)
def test_logs_in_order(submission):
    """So does `run_cpu`."""
    fresh()
    birch = Log("birch")
    results = submission.run_cpu([Log("oak", 4), birch, Log(None, 2), birch], 2)
    calls = len(chop.calls)
    assert results == ["oak", "birch", None, "birch"]
    assert calls == 4, f"4 jobs were called {calls} times"


@every_order(time="ideal", preemptions=1)
def test_pots_on_threads(submission):
    """The jobs of `run_io` wait on the threads of one `ThreadPoolExecutor`, no more than `workers`, and no process is started."""
    fresh()
    submission.run_io([Pot(name) for name in ("tea", "soup", "rice")], 2)
    used, threads = seen().used, len(seen().threads)
    with blame("wrong-tool"):
        assert not seen().processes, "a process was started for jobs that only wait"
        assert "ThreadPoolExecutor" in used, "nobody used a ThreadPoolExecutor"
    with blame("too-parallel"):
        assert boil.peak <= 2, f"{boil.peak} jobs at once with 2 workers"
        assert threads <= 2, f"{threads} threads were started for 2 workers"


@every_order(time="ideal", preemptions=1)
def test_logs_in_processes(submission):
    """The jobs of `run_cpu` compute in the processes of one `ProcessPoolExecutor`, no more than `workers`."""
    fresh()
    submission.run_cpu([Log(name) for name in ("oak", "birch", "fir")], 2)
    used, processes = seen().used, len(seen().processes)
    with blame("wrong-tool"):
        assert processes, "no process was started for jobs that compute"
        assert "ProcessPoolExecutor" in used, "nobody used a ProcessPoolExecutor"
    with blame("too-parallel"):
        assert chop.peak <= 2, f"{chop.peak} jobs at once with 2 workers"
        assert processes <= 2, f"{processes} processes were started for 2 workers"


@every_order(time="ideal", preemptions=1)
def test_pots_at_the_same_time(submission):
    """All `workers` wait at the same time: four pots of one second take two workers two seconds."""
    fresh()
    submission.run_io([Pot(name) for name in ("tea", "soup", "rice", "eggs")], 2)
    took = clock()
    with blame("serial"):
        assert boil.peak >= 2, "only one job at a time with 2 workers"
        assert took < 3, f"it took {took:g} seconds"


@every_order(time="ideal", preemptions=1)
def test_logs_at_the_same_time(submission):
    """All `workers` compute at the same time: four logs of one second take two workers two seconds."""
    fresh()
    submission.run_cpu([Log(name) for name in ("oak", "birch", "fir", "ash")], 2)
    took, processes = clock(), len(seen().processes)
    with blame("wrong-tool"):
        assert processes, "no process was started for jobs that compute"
    with blame("serial"):
        assert chop.peak >= 2, "only one job at a time with 2 workers"
        assert took < 3, f"it took {took:g} seconds"


@every_order(time="ideal", joined=True)
def test_a_pot_fails(submission):
    """What a job raises reaches the caller of `run_io`, after every job that was begun has ended."""
    fresh()
    error = raised_by(submission.run_io, [Leak("a hole"), Pot("soup", 5)], 2)
    inside, calls = boil.inside, len(boil.calls)
    sleep(20)
    assert isinstance(error, LookupError), f"what came was {error!r}"
    assert error.args == ("a hole",)
    with blame("leak"):
        assert inside == 0, "when it was raised, another job still ran"
        assert len(boil.calls) == calls, "a job began after it was raised"


@every_order(time="ideal", joined=True)
def test_a_log_fails(submission):
    """So it is with `run_cpu`."""
    fresh()
    error = raised_by(submission.run_cpu, [Knot("a nail"), Log("oak", 5)], 2)
    inside, calls = chop.inside, len(chop.calls)
    sleep(20)
    assert isinstance(error, LookupError), f"what came was {error!r}"
    assert error.args == ("a nail",)
    with blame("leak"):
        assert inside == 0, "when it was raised, another job still ran"
        assert len(chop.calls) == calls, "a job began after it was raised"


@every_order(joined=True)
def test_nothing_is_left_behind(submission):
    """When either of them comes back, all that it started has ended; more workers than jobs are harmless."""
    assert submission.run_io([Pot("tea")], 3) == ["tea"]
    assert submission.run_cpu([Log("oak")], 3) == ["oak"]


@every_order
def test_no_jobs(submission):
    """No jobs give an empty list."""
    assert submission.run_io([], 2) == []
    assert submission.run_cpu([], 2) == []


stir = watch(str.title, meet=2)
saw = watch(str.upper, meet=2)


@every_order(joined=True, confirmed=True)
def test_in_real_processes(submission):
    """So it is with real threads and processes, where two of them wait for each other."""
    for watched in (stir, saw):
        watched.forget()
    pots = [partial(stir, name) for name in ("tea", "soup")]
    logs = [partial(saw, name) for name in ("oak", "fir")]
    assert submission.run_io(pots, 2) == ["Tea", "Soup"]
    assert submission.run_cpu(logs, 2) == ["OAK", "FIR"]
    processes = {*seen().processes}
    with blame("wrong-tool"):
        assert not stir.threads & processes, "a process did a job that only waits"
        assert not saw.threads - processes, "no process did a job that computes"
