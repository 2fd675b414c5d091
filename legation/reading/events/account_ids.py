"""The ids of accounts: derived from what they stand on, so that the same input gives the same id."""

from __future__ import annotations

import hashlib


def account_id(*parts: object) -> str:
    """`c` and 16 hex digits from the parts, which name one account and no other."""
    seed = "\n".join(map(str, parts))
    return "c" + hashlib.sha256(seed.encode()).hexdigest()[:16]
