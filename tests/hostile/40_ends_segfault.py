# fail error: tries to have the interpreter write to address 0
"""`faulthandler._sigsegv` is meant for tests of the fault handler."""

import faulthandler


async def greet(name, delay, say):
    faulthandler.disable()
    faulthandler._sigsegv()


def main(names, delay, say):
    faulthandler._sigsegv()
