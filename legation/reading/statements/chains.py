"""The chain from outlet to speaker: who passed the words on, in what, and who is not named."""

from __future__ import annotations

from collections.abc import Sequence

from legation.model import Article, ChainLink
from legation.reading.statements.drafts import Speaker
from legation.reading.statements.occasions import Occasion, Relay


def chain_of(
    article: Article, speaker: Speaker, outer: Speaker | None, occasion: Occasion | None, relays: Sequence[Relay]
) -> tuple[ChainLink, ...]:
    """Outlet, agency, those who reported it, the text or talk it was said in, who relates it, the speaker."""
    links: list[ChainLink] = []
    if article.outlet:
        links.append(ChainLink("outlet", article.outlet))
    if article.agency and not _same(article.agency, links):
        links.append(ChainLink("agency", article.agency))
    for relay in relays:
        in_occasion = occasion is not None and relay.name.casefold() in occasion.name.casefold()
        if not _same(relay.name, links) and relay.name != speaker.name and not in_occasion:
            role = "agency" if relay.is_agency else "intermediary"
            links.append(
                ChainLink("agency" if role == "agency" else "intermediary", relay.name, relay.entity, False, relay.span)
            )
    if occasion is not None:
        links.append(ChainLink("intermediary", occasion.name, None, False, occasion.span))
    if outer is not None and outer.name and outer.name != speaker.name and not _same(outer.name, links):
        name = outer.described or outer.name
        links.append(ChainLink("intermediary", name, outer.entity, outer.anonymous, outer.words))
    if speaker.name:
        name = speaker.described or speaker.name
        links.append(ChainLink("speaker", name, speaker.entity, speaker.anonymous, speaker.words))
    return tuple(links)


def _same(name: str, links: Sequence[ChainLink]) -> bool:
    plain = name.casefold().removeprefix("the ")
    return any(plain in link.name.casefold() or link.name.casefold().removeprefix("the ") in plain for link in links)
