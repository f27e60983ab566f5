# fail error: tries to have the compiler itself do the work, before anything is imported
"""A screen that compiles the file, or folds its constants, does what the file says."""

BIG = (((((1 << 60) ** 99) ** 99) ** 99) ** 99)
TEXT = ("x" * 4096) * 4096 * 4096 * 4096


async def greet(name, delay, say):
    say(BIG)


def main(names, delay, say):
    say(TEXT)
