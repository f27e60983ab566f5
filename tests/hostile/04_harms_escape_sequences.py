# fail error: tries to rewrite the teacher's screen by control characters in an error
"""Moves up, deletes a line, writes "pass" in green, sets the title, rings the bell.

Some terminals answer questions by typing; some open what is a link.
"""

TEXT = (
    "\x1b[2A\x1b[2K\x1b[32m pass  04  ledger\x1b[0m\r\n\x1b]0;graded\x07"
    "\x1b]8;;file:///etc/passwd\x1b\\click\x1b]8;;\x1b\\\x9b31m\x1b[6n\x1bP$q\x1b\\"
    "\u202ekcatta\u202c\u2028\u0085\x00\x08\x08\x08"
)


class Ledger:
    def add(self, name, amount):
        print(TEXT)
        raise ValueError(TEXT)

    apply = add

    def balance(self, name):
        return TEXT

    total = balance
