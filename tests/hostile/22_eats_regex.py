# error: tries to stay for years in a regular expression that goes back and back
"""Nested repetition on a text that doesn't match: 2**40 ways to try."""

import re


def count_matches(chunks, predicate):
    re.match(r"(a+)+$", "a" * 40 + "b")
    return 0
