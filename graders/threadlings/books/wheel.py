"""A wheel of this package with one exercise in it, and no other grader or answer."""

from __future__ import annotations

import base64
import hashlib
import io
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from threadlings.kit import HERE, Exercise, KitError

NAME = "threadlings"
TAGS = "Wheel-Version: 1.0\nGenerator: threadlings\nRoot-Is-Purelib: true\n"
PURE = "py3-none-any"
SAID = ("METADATA", "entry_points.txt", "licenses/LICENSE")


def build(exercise: Exercise) -> tuple[str, bytes]:
    """The wheel's name, and what is in the file.

    What it says of itself, and which other packages it asks for, is what the installed
    package says.  Raises KitError where none is installed.
    """
    try:
        known = metadata.distribution(NAME)
    except metadata.PackageNotFoundError:
        raise KitError(f"{NAME} is not installed here: pip install it first") from None
    info = f"{NAME}-{known.version}.dist-info"
    files = {name: path.read_bytes() for name, path in _files(exercise)}
    for name in SAID:
        files[f"{info}/{name}"] = (known.read_text(name) or "").encode()
    files[f"{info}/WHEEL"] = f"{TAGS}Tag: {PURE}\n".encode()
    record = [f"{name},{_hash(data)},{len(data)}" for name, data in files.items()]
    record.append(f"{info}/RECORD,,\n")
    files[f"{info}/RECORD"] = "\n".join(record).encode()
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return f"{NAME}-{known.version}-{PURE}.whl", made.getvalue()


def _files(exercise: Exercise) -> Iterator[tuple[str, Path]]:
    """The package, and of the kit what belongs to *exercise* and is no answer."""
    for path in sorted(HERE.rglob("*.py")):
        if HERE / "data" not in path.parents:
            yield f"{NAME}/{path.relative_to(HERE).as_posix()}", path
    places = {"exercises": exercise.folder, "graders": exercise.grader.parent}
    for place, folder in places.items():
        for path in sorted(folder.iterdir()):
            if path.is_file():
                yield f"{NAME}/data/{place}/{exercise.number}/{path.name}", path


def _hash(data: bytes) -> str:
    digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest())
    return f"sha256={digest.rstrip(b'=').decode()}"
