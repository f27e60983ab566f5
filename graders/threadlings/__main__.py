"""`python -m threadlings` is the command `threadlings`."""

import sys

from threadlings.cli import main

if __name__ == "__main__":
    sys.exit(main())
