"""What several test files use."""

import os

pytest_plugins = ["pytester"]

os.environ["THREADLINGS_LANG"] = "en"  # whatever the locale of who runs the tests
