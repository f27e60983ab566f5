# fail error review: tries to hide code in a comment by another source encoding
# -*- coding: raw_unicode_escape -*-
"""Read as UTF-8 there is a harmless comment; Python decodes it to a line of its own."""

# \u000aimport sys; _m = sys.modules.get("threadlings.explain"); setattr(_m, "finding", lambda o, w: None) if _m else None


class Counter:
    def __init__(self):
        self._n = 0

    @property
    def value(self):
        return self._n

    def increment(self):
        self._n += 1
