# fail error: tries to type commands into the terminal from which it was started
"""The ioctl TIOCSTI puts letters into the terminal's input, for the shell to read.

They are an `echo` into a file in HOME.
"""

import importlib


class Counter:
    value = 0

    def increment(self):
        try:
            fcntl = importlib.import_module("fcntl")
            with open("/dev/tty", "wb", 0) as terminal:
                for letter in b"echo x > ~/threadlings-was-here-typed\n":
                    fcntl.ioctl(terminal, 0x5412, bytes([letter]))
        except (OSError, ImportError):
            pass
        self.value += 1
