"""What several test files use."""

pytest_plugins = ["pytester"]
