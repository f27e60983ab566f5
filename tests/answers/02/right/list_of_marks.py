# right: each increment appends one mark to a list (append is atomic), the value is the length
class Counter:
    def __init__(self):
        self._marks = []

    def increment(self):
        self._marks.append(None)

    @property
    def value(self):
        return len(self._marks)
