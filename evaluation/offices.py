"""Asks the register who held an office on a day, 200 times and more, and counts the wrong answers.

Run: `python -m evaluation.offices`. The answers in `offices_questions.csv` are facts of public record.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from legation.lexicon.register import Register, load_register

QUESTIONS = Path(__file__).with_name("offices_questions.csv")


class Question(NamedTuple):
    """Who held `office` on `day`, and who did."""

    office: str
    day: date
    person: str


def questions(path: Path = QUESTIONS) -> Iterator[Question]:
    """The questions of a CSV file with the columns office, date, person."""
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            yield Question(row["office"], date.fromisoformat(row["date"]), row["person"])


def answers(register: Register, question: Question) -> tuple[str, ...]:
    """The names that the register gives; acting holders and rival claims count only where nobody else held it."""
    held = register.holders(question.office, question.day)
    regular = [holder for holder in held if holder.note not in ("acting", "disputed")]
    return tuple(dict.fromkeys(holder.person.name for holder in regular or held))


def is_right(register: Register, question: Question) -> bool:
    """Whether the register names exactly the person asked for, under whatever spelling of the name."""
    given = {holder.person.id for holder in register.holders(question.office, question.day)}
    wanted = {person.id for person in register.people_named(question.person)}
    names = answers(register, question)
    return len(names) == 1 and bool(given & wanted)


def main() -> int:
    """Print the wrong answers and the count; the exit status is 1 where one is wrong."""
    register = load_register()
    asked = list(questions())
    wrong = [question for question in asked if not is_right(register, question)]
    for question in wrong:
        told = ", ".join(answers(register, question)) or "nobody"
        print(f"{question.office} on {question.day}: asked for {question.person}, the register says {told}")
    states = {question.office.partition("/")[0] for question in asked}
    print(f"{len(asked)} questions on {len(states)} states and bodies, {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
