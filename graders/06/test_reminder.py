"""reminder: once, in time, or never."""

from contextlib import suppress

from threadlings import blame, clock, every_order, seen, sleep, together, watch


def bell():
    """An action that remembers when it was called."""
    return watch(lambda: None)


def rang(ring, due):
    """Fails when it was not called once, at *due* seconds."""
    assert len(ring.calls) == 1, f"the action was called {len(ring.calls)} times"
    began = ring.calls[0].began
    assert began >= due, f"the action was due at {due} s and called at {began:g} s"
    with blame("late"):
        assert began == due, f"the action was due at {due} s and called at {began:g} s"


@every_order(time="ideal")
def test_once_after_the_delay(submission):
    """The action is called once, `delay` seconds after `start`."""
    ring = bell()
    reminder = submission.Reminder(5, ring)
    sleep(2)
    reminder.start()
    sleep(20)
    rang(ring, 7)


@every_order(time="ideal")
def test_start_comes_back_at_once(submission):
    """`start` comes back at once; the action is called on another thread, by a `Timer`."""
    ring = bell()
    submission.Reminder(5, ring).start()
    took = clock()
    sleep(20)
    with blame("serial"):
        assert took == 0, f"start() came back after {took:g} s"
    with blame("wrong-tool"):
        assert "main" not in ring.threads, "the action was called on the main thread"
        assert "Timer" in seen().used, "nobody used a Timer"


@every_order(time="ideal")
def test_cancelled_in_time(submission):
    """`cancel` before that returns True, and the action is never called; cancelling again is harmless."""
    ring = bell()
    reminder = submission.Reminder(5, ring)
    reminder.start()
    sleep(3)
    cancelled = reminder.cancel()
    reminder.cancel()
    sleep(20)
    assert cancelled is True
    assert ring.calls == [], "the action was called all the same"


@every_order(time="ideal")
def test_cancelled_too_late(submission):
    """`cancel` after that returns False."""
    ring = bell()
    reminder = submission.Reminder(5, ring)
    reminder.start()
    sleep(6)
    assert [reminder.cancel(), reminder.cancel()] == [False, False]
    rang(ring, 5)


@every_order(time="ideal")
def test_cancelled_at_that_very_moment(submission):
    """Cancelled at the very moment it is due: True and it is never called, or False and it is called once."""
    ring = bell()
    reminder = submission.Reminder(5, ring)
    reminder.start()
    sleep(5)
    cancelled = reminder.cancel()
    sleep(20)
    calls = len(ring.calls)
    expected = 0 if cancelled else 1
    assert calls == expected, f"cancel() gave {cancelled}, and it was called {calls}x"


@every_order(time="ideal")
def test_snooze_puts_it_off(submission):
    """`snooze` puts it off from now on, later or sooner, any number of times, and it is still called once."""
    ring = bell()
    reminder = submission.Reminder(5, ring)
    reminder.start()
    sleep(3)
    reminder.snooze(10)
    sleep(1)
    reminder.snooze(30)
    sleep(4)
    reminder.snooze(2)
    sleep(50)
    rang(ring, 10)


@every_order(time="ideal")
def test_snoozed_at_that_very_moment(submission):
    """Put off at the very moment it is due, it is called once: then, or later."""
    ring = bell()
    reminder = submission.Reminder(5, ring)
    reminder.start()
    sleep(5)
    reminder.snooze(7)
    sleep(20)
    began = [call.began for call in ring.calls]
    assert began in ([5], [12]), f"it was called at {began} s"


@every_order(time="ideal")
def test_snoozed_by_two(submission):
    """Put off by two threads at the same moment, it is still called once, and later."""
    ring = bell()
    reminder = submission.Reminder(5, ring)
    reminder.start()
    sleep(3)
    together(ann=lambda: reminder.snooze(10), bob=lambda: reminder.snooze(10))
    sleep(50)
    rang(ring, 13)


@every_order(time="ideal")
def test_snooze_too_late(submission):
    """`snooze` does nothing once it was called or cancelled."""
    ring, other = bell(), bell()
    called, cancelled = submission.Reminder(2, ring), submission.Reminder(2, other)
    called.start()
    cancelled.start()
    sleep(1)
    cancelled.cancel()
    cancelled.snooze(4)
    sleep(2)
    called.snooze(4)
    for reminder in (called, cancelled):
        reminder.snooze(3)
    sleep(20)
    rang(ring, 2)
    assert other.calls == [], "it was cancelled, and called all the same"


@every_order(time="ideal")
def test_put_off_then_cancelled(submission):
    """What was put off can still be cancelled."""
    ring = bell()
    reminder = submission.Reminder(5, ring)
    reminder.start()
    sleep(4)
    reminder.snooze(5)
    sleep(3)
    cancelled = reminder.cancel()
    sleep(20)
    assert cancelled is True
    assert ring.calls == [], "the action was called all the same"


@every_order(time="ideal")
def test_started_again(submission):
    """Started twice, it is called once; started after a `cancel` that returned True, it never is."""
    ring, other = bell(), bell()
    twice, never = submission.Reminder(5, ring), submission.Reminder(5, other)
    never.start()
    cancelled = never.cancel()
    for reminder in (twice, twice, never):
        with suppress(RuntimeError):  # as a Thread raises
            reminder.start()
    sleep(30)
    assert cancelled is True
    assert len(ring.calls) == 1, f"the action was called {len(ring.calls)} times"
    assert other.calls == [], "it was cancelled, and called all the same"
