"""Kills builds at random moments; the record must verify clean and end with the rows of an uninterrupted build.

usage: python -m benchmarks.killed FOLDER [--kills 50] [--seed 1]
"""

from __future__ import annotations

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.dump import rows_of
from legation.record.database import connect
from legation.record.verify import damage, find_wrong_spans


def build_command(folder: Path, record: Path) -> list[str]:
    """The build as a user starts it."""
    return [
        sys.executable,
        "-c",
        "from legation.cli import main; main()",
        "build",
        str(folder),
        "--record",
        str(record),
    ]


def kill_builds(folder: Path, kills: int, seed: int, work: Path) -> list[str]:
    """What was wrong after the kills; an empty list if nothing was."""
    whole, broken, wrong = work / "whole.db", work / "broken.db", []
    started = time.monotonic()
    subprocess.run(build_command(folder, whole), check=True, capture_output=True)
    lasts = time.monotonic() - started
    chance = random.Random(seed)
    for number in range(kills):
        process = subprocess.Popen(build_command(folder, broken), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.3, 1.0) * lasts)
        process.send_signal(signal.SIGKILL)
        process.wait()
        if broken.exists():
            connection = connect(broken)
            wrong += [f"kill {number}: {item}" for item in (*damage(connection), *find_wrong_spans(connection))]
            kept = connection.execute("SELECT count(*) FROM articles").fetchone()[0]
            print(f"kill {number}: {kept} articles kept", flush=True)
            connection.close()
            if chance.random() < 0.3:
                for path in work.glob("broken.db*"):
                    path.unlink()
    subprocess.run(build_command(folder, broken), check=True, capture_output=True)
    one, other = rows_of(whole), rows_of(broken)
    wrong += [f"table {name} differs" for name in one if one[name] != other[name]]
    return wrong


def main() -> None:
    """Run, print what was wrong, exit 1 if anything was."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        wrong = kill_builds(given.folder, given.kills, given.seed, Path(work))
    print("\n".join(wrong) or f"{given.kills} kills: verified clean, same rows as an uninterrupted build")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
