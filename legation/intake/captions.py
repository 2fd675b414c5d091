"""Captions: a line beside a picture, told by its credit."""

from __future__ import annotations

import re

_AGENCY = (
    r"(?:AFP|AP|Reuters|REUTERS|Xinhua|XINHUA|EPA(?:-EFE)?|EFE|ANI|PTI|TASS|Sputnik|Kyodo(?: News)?|Yonhap|Bloomberg"
    r"|Getty(?: Images)?"
    r"|Shutterstock|iStock|Alamy|Anadolu(?: Agency)?|AA|VCG|CFP|CNS|IANS|DPA|dpa|ANSA|UPI|NurPhoto|ZUMA|Pool|POOL"
    r"|CNA|Jiji|AAP|PA"
    r"|Handout|HANDOUT|Unsplash|Pexels|Flickr|Wikimedia(?: Commons)?|Twitter|Facebook|screenshot|Screengrab)"
)
_PHOTO = (
    r"(?:photos?|pictures?|pics?|image|images|photograph(?:ed|er)?|illustration|graphic|photo credits?"
    r"|image credits?|file photo|picture credit)"
)
_OPENS = re.compile(
    rf"(?:{_PHOTO}(?:\s(?:credit|courtesy|source|by|from))?\s?[:|]|file\s?(?:photo|image|picture)?\s?[-–—:]\s"
    rf"|file photo\b"
    rf"|(?:image|photo|picture|media|video) (?:source|caption|credit),|\[\d+/\d+\]|caption\s?:"
    rf"|(?:representative|representational|illustrative)\s(?:image|photo|picture)|\((?:L|R|left|right)\s?(?:-|–"
    rf"|to)\s?(?:L|R|left|right)\)"
    rf"|in this (?:file |handout |image |undated |combination |aerial |\w+\. \d+, \d{{4}},? )*(?:photo|picture|image"
    rf"|photograph)\b"
    rf"|this (?:file |handout |undated |combination of |aerial |satellite )*(?:photo|picture|image"
    rf"|photograph)s?\b.{{0,80}}\b(?:shows?|taken|released)\b)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    rf"(?:"
    rf"[(\[]\s?{_PHOTO}\b[^()\[\]]{{0,80}}[)\]]"
    rf"|[(\[][^()\[\]]{{2,60}}/\s?{_AGENCY}\b[^()\[\]]{{0,40}}[)\]]"
    rf"|[(\[]\s?{_AGENCY}\s?/[^()\[\]]{{2,60}}[)\]]"
    rf"|[(\[]\s?{_AGENCY}\s{_PHOTO}\b[^()\[\]]{{0,60}}[)\]]"
    rf"|\b{_PHOTO}(?:\s(?:credit|courtesy|source|by))?\s?[:|]\s?[^.]{{2,80}}"
    rf"|\b(?:{_AGENCY}\s?/\s?[A-Z][\w’'-]+(?:\s[A-Z][\w.’'-]+){{0,3}}"
    rf"|[A-Z][\w’'-]+(?:\s[A-Z][\w.’'-]+){{0,3}}\s?/\s?{_AGENCY}(?:\s?/\s?[\w ]{{2,30}}|\svia\s[\w ]{{2,30}})?)"
    rf"|\bvia\s(?:Getty(?: Images)?|AP|Reuters|REUTERS|AFP)"
    rf"|©\s?(?:{_AGENCY}|[A-Z][\w’'-]+(?:\s[A-Z][\w.’'-]+){{0,3}}\s?/\s?\w+)"
    rf"|\|\s?{_AGENCY}(?:\s(?:photo|images?))?"
    rf"|\bfile\s(?:photo|picture|image|pic)\b"
    rf"|\bGetty Images|\bcredit\s?(?:\.\.\.|…|:)\s?[A-Z][^.]{{2,60}}"
    rf"|[(\[]file:\s[^()\[\]]{{2,60}}[)\]]|\bcopyright [A-Z][\w’'-]+(?:\s[A-Z][\w.’'-]+){{0,3}}\s?/\s?\w+"
    rf")[\s.)\]]*$",
    re.IGNORECASE,
)
_LICENCE = re.compile(
    r"\s*(?:purchase|acquire) licensing rights.*$|\s*opens? (?:in )?(?:a )?new (?:tab|window)$|\s?[,/|-]\s?file$",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(r"(?:image|photo|picture|video) caption\s?[,:]?|caption\s?:", re.IGNORECASE)
LONGEST = 900
"""Characters; captions that list many people are long, but no longer."""


def is_caption(text: str) -> bool:
    """Whether a line is a picture's caption or its credit, by the words that credit a picture."""
    if len(text) > LONGEST:
        return False
    if _OPENS.match(text):
        return True
    text = _LICENCE.sub("", text)
    tail = text[-140:]
    # A story's last line may end in "(Reuters)" or "- AFP": only a photographer or the word "photo" makes a credit.
    return bool(_CREDIT.search(tail)) and (_mentions_picture(tail) or len(text) < 600) and not _ends_as_story(tail)


def is_credit_alone(text: str) -> bool:
    """Whether a line is a picture's credit and nothing else, so that the line before it is the caption."""
    if len(text) > 90:
        return False
    text = _LICENCE.sub("", text)
    found = _CREDIT.search(text)
    return found is not None and len(text[: found.start()].split()) <= 2


def opens_caption(text: str) -> bool:
    """Whether a line only announces a caption, so that the next line is it: `Image caption,`."""
    return bool(_ANNOUNCES.fullmatch(text))


def _mentions_picture(tail: str) -> bool:
    return bool(re.search(rf"\b{_PHOTO}\b|/|\bcredit\b", tail, re.IGNORECASE))


def _ends_as_story(tail: str) -> bool:
    return bool(re.search(r"(?:said|says|told|added)[^.]{0,60}\.\s*[(–—-]\s?\w+[)]?\s*$", tail))
