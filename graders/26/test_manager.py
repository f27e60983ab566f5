"""manager: many count, one list, and no word is lost."""

from threadlings import blame, every_order, seen, sleep, watch

crowds = []  # how many helpers there were each time when somebody read


@watch
def read(text):
    """Take two seconds for a text, and look around in the middle."""
    sleep(1)
    crowds.append(len(helpers()))
    sleep(1)
    return str(text).split()


class Poem(str):
    """A text that tells who reads it."""

    def split(self, *ignored):
        """Have it read."""
        return read(self)


def helpers():
    """The processes that were started, without the manager's."""
    return [name for name in seen().processes if "Manager" not in name]


@every_order
def test_each_word_in_one_text(submission):
    """Each word has its number; words are what `text.split()` gives, with the case kept."""
    text = "The sea,  the sea\tand\nthe moon"
    expected = {"The": 1, "sea,": 1, "the": 2, "sea": 1, "and": 1, "moon": 1}
    assert submission.word_count([text], 1) == expected


@every_order
def test_no_word_is_lost(submission):
    """A word that several processes find at the same time is counted for each of them."""
    assert submission.word_count(["moon", "moon"], 2) == {"moon": 2}


@every_order
def test_three_at_once(submission):
    """So it is when three of them have a word in common, and words of their own."""
    counts = submission.word_count(["moon sea", "moon", "moon moon"], 3)
    assert counts == {"moon": 4, "sea": 1}


@every_order
def test_a_plain_dict(submission):
    """A plain `dict` comes back, with plain numbers, which needs the manager no more."""
    counts = submission.word_count(["sea moon", "moon"], 2)
    kinds = type(counts).__name__, {type(count).__name__ for count in counts.values()}
    assert kinds == ("dict", {"int"})
    assert counts == {"sea": 1, "moon": 2}


@every_order(time="ideal")
def test_at_most_workers(submission):
    """The counting is done in processes other than the caller's, at most `workers` of them at any moment."""
    read.forget()
    crowds.clear()
    counts = submission.word_count([Poem(word) for word in ("sea", "moon", "sea")], 2)
    assert counts == {"sea": 2, "moon": 1}
    started = len(helpers())
    with blame("wrong-tool"):
        assert started, "no process was started to count the words"
    with blame("too-parallel"):
        assert read.peak <= 2, f"{read.peak} texts were read at once with 2 workers"
        # The first texts take two seconds, so after one nobody can have ended yet.
        crowd = next(iter(crowds), 0) or started
        assert crowd <= 2, f"{crowd} processes at once with 2 workers"


@every_order
def test_on_a_managers_dict(submission):
    """The words are counted on the dict of a `Manager`."""
    submission.word_count(["sea"], 1)
    used = seen().used & {"Manager", "SyncManager", "DictProxy"}
    with blame("wrong-tool"):
        assert used, "nobody used a Manager"


@every_order
def test_more_workers_than_texts(submission):
    """More workers than texts are harmless, and so are texts without a word."""
    assert submission.word_count(["", "sea", " \n"], 4) == {"sea": 1}


@every_order
def test_nothing_is_left_behind(submission):
    """When `word_count` comes back, every process that it started has ended, the manager's as well."""
    assert submission.word_count(["sea", "moon"], 2) == {"sea": 1, "moon": 1}


@every_order
def test_no_texts(submission):
    """No texts give an empty dict."""
    assert submission.word_count([], 2) == {}


class Card(str):
    """A text that tells who splits it."""

    def split(self, *ignored):
        """Have it split."""
        return split(str(self))


split = watch(str.split)


@every_order(joined=True, confirmed=True)
def test_in_real_processes(submission):
    """So it is in real processes: no word is lost, and nobody is left behind."""
    split.forget()
    counts = submission.word_count([Card("sea moon"), Card("moon")], 2)
    assert counts == {"sea": 1, "moon": 2}
    outside = split.threads - {*seen().processes}
    with blame("wrong-tool"):
        assert not outside, "a text was read outside of the processes"
