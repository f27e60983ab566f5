"""gate: many threads, a few inside."""

from threadlings import blame, every_order, seen, sleep, watch


@every_order
def test_every_url_gets_its_page(submission):
    """Every URL gets its page."""

    @watch
    def fetch(url):
        return None if url == "empty" else url.upper()

    pages = submission.fetch_all(["a", "empty"], fetch, 2)
    assert pages == {"a": "A", "empty": None}
    assert submission.fetch_all(["c"], fetch, 2) == {"c": "C"}


@every_order
def test_an_exception_becomes_the_value(submission):
    """An exception from `fetch` becomes the value of its URL, and the others are still fetched."""
    gone = {"a": LookupError("gone"), "b": ValueError("gone, too")}

    @watch
    def fetch(url):
        sleep(1)
        if url in gone:
            raise gone[url]
        return url.upper()

    pages = submission.fetch_all(["a", "b", "c"], fetch, 1)
    assert pages == {**gone, "c": "C"}
    with blame("too-parallel"):
        assert fetch.peak == 1, f"{fetch.peak} fetches at once, the limit is 1"


@every_order
def test_at_most_limit_at_once(submission):
    """At most `limit` fetches run at any moment."""

    @watch
    def fetch(url):
        sleep(1)

    submission.fetch_all(["a"], fetch, 3)
    submission.fetch_all(["a", "b", "c"], fetch, 2)
    with blame("too-parallel"):
        assert fetch.peak <= 2, f"{fetch.peak} fetches at once, the limit is 2"


@every_order
def test_each_on_its_own_thread(submission):
    """Each URL is fetched on a thread of its own, not on the caller's."""

    @watch
    def fetch(url):
        return "page"

    submission.fetch_all(["a", "b", "c"], fetch, 2)
    with blame("wrong-tool"):
        assert "main" not in fetch.threads, "the caller's thread fetched a URL itself"
        threads = len(fetch.threads)
        assert threads == 3, f"three URLs were fetched on {threads} threads"


@every_order(time="ideal", preemptions=1)
def test_limit_is_really_used(submission):
    """`limit` fetches really run at once, and the next one begins as soon as one has ended."""

    @watch
    def fetch(url):
        sleep(5 if url == "slow" else 1)

    submission.fetch_all(["slow", "b", "c", "d", "e"], fetch, 2)
    assert all(call.ended is not None for call in fetch.calls), "a fetch still runs"
    began = sorted(call.began for call in fetch.calls)
    ended = sorted(call.ended for call in fetch.calls)
    with blame("too-parallel"):
        assert fetch.peak <= 2, f"{fetch.peak} fetches at once, the limit is 2"
    with blame("serial"):
        due = [0, 0, *ended[:3]]
        assert began == due, f"fetches could begin at {due} s and began at {began} s"


@every_order
def test_limit_is_kept_by_a_semaphore(submission):
    """The limit is kept by a `Semaphore`."""
    submission.fetch_all(["a", "b"], lambda url: "page", 1)
    with blame("wrong-tool"):
        used = seen().used & {"Semaphore", "BoundedSemaphore"}
        assert used, "nobody used a Semaphore"


@every_order(joined=True)
def test_nothing_is_left_behind(submission):
    """When `fetch_all` comes back, every thread that it started has ended."""
    submission.fetch_all(["a", "b"], lambda url: "page", 2)


@every_order
def test_no_urls(submission):
    """No URLs give an empty dict."""
    assert submission.fetch_all([], lambda url: "page", 2) == {}
