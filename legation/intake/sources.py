"""The files of a folder, a zip archive or a list of paths, each with what identifies it; nothing is parsed here."""

from __future__ import annotations

import hashlib
import os
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

MAX_BYTES = 50_000_000
"""Of one file or one member of an archive. A newspaper page is a thousandth of it."""
MAX_ARCHIVE_BYTES = 2_000_000_000
"""Of all members of one archive, unpacked."""
MAX_RATIO = 200
"""Unpacked to packed size of a member; text packs to a tenth at best, bombs to a thousandth."""
_SMALL = 1_000_000
_CHUNK = 1 << 20
_PAGE_ASSETS = ("_files", ".files", "_dateien", "_fichiers", "_archivos")
"""Folders that browsers save beside a page; they hold its pictures and scripts."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file, or one member of a zip archive."""

    root: str
    """The folder or file given, as an absolute posix path: a source is known by its root and name."""
    name: str
    """Posix path as seen from the folder given; `archive.zip/inner/x.txt` for a member."""
    path: Path
    """The file on disk; for a member its archive."""
    size: int
    mtime_ns: int
    sha256: str
    """Of the file's bytes; empty where they could not be read."""
    member: str | None = None
    problem: str | None = None
    """Why its bytes cannot be had: one line."""


class SourceError(Exception):
    """Why a file cannot be taken in; the message says what is wrong and what to do."""


def list_sources(paths: Sequence[Path]) -> list[Source]:
    """Every file below the paths in the order of their names; a path given twice counts once.

    Hidden files and the folders of pictures that browsers save beside a page are passed over. What cannot be read is
    listed with its problem.
    """
    found = {(one.root, one.name): one for path in paths for one in _below(Path(path))}
    return [found[key] for key in sorted(found, key=lambda key: (key[1], key[0]))]


def roots_of(paths: Sequence[Path]) -> list[str]:
    """The roots of the sources of these paths: what was known under a root and is no longer listed was removed."""
    return sorted({_root(Path(path)) for path in paths})


def _root(path: Path) -> str:
    return _printable(Path(os.path.abspath(path)).as_posix())


def read_bytes(source: Source) -> bytes:
    """The bytes of a source. Raises SourceError where they cannot be had."""
    if source.problem is not None:
        raise SourceError(source.problem)
    if source.member is None:
        return _file_bytes(source.path)
    try:
        with zipfile.ZipFile(source.path) as archive:
            return _member_bytes(archive, archive.getinfo(source.member))
    except (zipfile.BadZipFile, OSError, KeyError, RuntimeError, NotImplementedError, EOFError) as error:
        raise SourceError(f"cannot be unpacked ({error}); make the archive again") from error


def _below(path: Path) -> Iterator[Source]:
    root = _root(path)
    if not path.is_dir():
        yield from _of_file(path, path.name, root)
        return
    inside = path.resolve()
    refused: list[OSError] = []
    for folder, inner, files in os.walk(path, onerror=refused.append):
        here = Path(folder)
        for name in list(inner):
            shown = (here / name).relative_to(path).as_posix()
            if name.startswith(".") or name.endswith(_PAGE_ASSETS):
                inner.remove(name)
            elif (here / name).is_symlink():
                # os.walk does not enter linked folders; the user hears of it.
                yield _broken(here / name, shown, root, _LINK)
            elif not os.access(here / name, os.R_OK | os.X_OK):
                inner.remove(name)
                yield _broken(here / name, shown, root, _NO_RIGHTS_FOLDER)
        for name in files:
            if name.startswith("."):
                continue
            shown = (here / name).relative_to(path).as_posix()
            if (here / name).is_symlink() and not _leads_into(here / name, inside):
                yield _broken(here / name, shown, root, _LINK)
            else:
                yield from _of_file(here / name, shown, root)
    for error in refused:
        yield _broken(Path(error.filename or path), Path(error.filename or path).name, root, _NO_RIGHTS_FOLDER)


_LINK = "is a link that leads out of the folder; copy what it names into the folder to have it read"
_NO_RIGHTS_FOLDER = "is a folder that cannot be opened; give yourself the right to read it"


def _leads_into(file: Path, root: Path) -> bool:
    try:
        return file.resolve(strict=True).is_relative_to(root)
    except (OSError, RuntimeError):
        return False


def _broken(path: Path, name: str, root: str, problem: str, size: int = 0, mtime_ns: int = 0) -> Source:
    return Source(root, _printable(name), path, size, mtime_ns, "", None, problem)


def _printable(name: str) -> str:
    """File names are bytes on disk; what is no UTF-8 is shown with replacement signs."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _of_file(path: Path, name: str, root: str) -> Iterator[Source]:
    name = _printable(name)
    try:
        state = path.stat()
        if not path.is_file():
            yield _broken(path, name, root, "is no regular file; only files, folders and zip archives are read")
            return
        if path.suffix.lower() == ".zip":
            yield from _of_archive(path, name, state, root)
            return
        if state.st_size > MAX_BYTES:
            yield _broken(path, name, root, _too_large(state.st_size), state.st_size, state.st_mtime_ns)
            return
        digest = hashlib.sha256(_file_bytes(path)).hexdigest()
    except (OSError, SourceError) as error:
        yield _broken(path, name, root, _reason(error))
        return
    yield Source(root, name, path, state.st_size, state.st_mtime_ns, digest)


def _of_archive(path: Path, name: str, state: os.stat_result, root: str) -> Iterator[Source]:
    try:
        with zipfile.ZipFile(path) as archive:
            total = 0
            for info in sorted(archive.infolist(), key=lambda info: info.filename):
                parts = info.filename.split("/")
                hidden = any(part.startswith((".", "__MACOSX")) or part.endswith(_PAGE_ASSETS) for part in parts)
                if info.is_dir() or hidden:
                    continue
                inner = _printable(f"{name}/{info.filename}")
                total += info.file_size
                if total > MAX_ARCHIVE_BYTES:
                    yield _broken(path, name, root, f"unpacks to more than {_megabytes(MAX_ARCHIVE_BYTES)}; split it")
                    return
                try:
                    digest = hashlib.sha256(_member_bytes(archive, info)).hexdigest()
                except (SourceError, OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError) as error:
                    yield _broken(path, inner, root, _reason(error), info.file_size, state.st_mtime_ns)
                    continue
                yield Source(root, inner, path, info.file_size, state.st_mtime_ns, digest, info.filename)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        yield _broken(
            path, name, root, f"is no whole zip archive ({_reason(error)}); make it again or unpack it", state.st_size
        )


def _file_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise SourceError(_reason(error)) from error
    if len(data) > MAX_BYTES:
        raise SourceError(_too_large(len(data)))
    return data


def _member_bytes(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """The bytes of a member; what an archive claims of its sizes is not trusted."""
    if info.flag_bits & 1:
        raise SourceError("is locked with a password; unpack the archive first")
    if info.file_size > MAX_BYTES:
        raise SourceError(_too_large(info.file_size))
    parts: list[bytes] = []
    size = 0
    with archive.open(info) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            parts.append(chunk)
            if size > MAX_BYTES:
                raise SourceError(_too_large(size))
            if size > _SMALL and size > MAX_RATIO * max(info.compress_size, 1):
                raise SourceError(
                    f"unpacks to more than {MAX_RATIO} times its size, like a zip bomb; unpack it by hand"
                )
    return b"".join(parts)


def _too_large(size: int) -> str:
    return f"is larger than {_megabytes(MAX_BYTES)}; split it into smaller files"


def _megabytes(size: int) -> str:
    return f"{size // 1_000_000:,} MB"


def _reason(error: Exception) -> str:
    if isinstance(error, PermissionError):
        return "cannot be opened; give yourself the right to read it"
    if isinstance(error, FileNotFoundError):
        return "is not there; check the path"
    if isinstance(error, SourceError):
        return str(error)
    text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return text or type(error).__name__
