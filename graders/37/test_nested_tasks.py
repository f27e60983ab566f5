"""nested_tasks: boxes in boxes, and a pool that is never full of those who wait."""

from threadlings import blame, every_order, seen

DEEP = [1, [20, [300, [4000, [50000]]]]]
WIDE = [[1, 20], [[300], [4000]], 50000]


@every_order
def test_small_trees(submission):
    """A number is its own sum, an empty list has the sum 0, and a list that of its numbers."""
    assert submission.tree_sum(7, 2) == 7
    assert submission.tree_sum([], 2) == 0
    assert submission.tree_sum([5], 2) == 5
    assert submission.tree_sum([5, 0, -2], 2) == 3


@every_order
def test_every_number_counts(submission):
    """Every number counts once, however deep it lies; equal ones count each, and equal lists, too."""
    assert submission.tree_sum([3, [3, [], [[3], 3]]], 3) == 12
    box = [1, 20]
    assert submission.tree_sum([box, [box]], 2) == 42


@every_order
def test_one_thread(submission):
    """One thread is enough, however deep the tree is."""
    assert submission.tree_sum(DEEP, 1) == 54321


@every_order
def test_one_thread_for_a_wide_tree(submission):
    """One thread is enough for a wide tree, too."""
    assert submission.tree_sum(WIDE, 1) == 54321


@every_order
def test_two_threads(submission):
    """Two or three threads are enough as well, in whatever order they do their work."""
    for size in (2, 3):
        assert submission.tree_sum([[[1], [20]], [[300], [4000]]], size) == 4321


@every_order
def test_no_more_threads(submission):
    """However many lists are in the tree, no more than `pool_size` threads are started."""
    for size, most in ((1, 1), (2, 3)):
        assert submission.tree_sum(WIDE, size) == 54321
        started = len(seen().threads)
        with blame("too-parallel"):
            assert started <= most, f"{started} threads, with pool_size={size}"
    with blame("wrong-tool"):
        assert not seen().processes, "the work went to another process"


@every_order
def test_more_threads_than_needed(submission):
    """A pool that is larger than the tree is harmless."""
    assert submission.tree_sum([5, [6]], 8) == 11
