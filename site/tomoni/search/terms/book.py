"""What the term base and the synonym table say, as plain values that travel."""

import re
from dataclasses import dataclass

# 自治会（じちかい）
WITH_READING = re.compile(r"(?P<text>[^()（）]+?)\s*[(（](?P<reading>[^()（）]+)[)）]")


@dataclass(frozen=True)
class Form:
    """One way to say a thing in a language; `reading` is hiragana, for Japanese only."""

    locale: str
    text: str
    reading: str = ""

    @property
    def written(self) -> str:
        """The form as editors write it."""
        return f"{self.text}（{self.reading}）" if self.reading else self.text


@dataclass(frozen=True)
class Concept:
    """A thing of municipal life and its forms; of each language the first is the one shown."""

    slug: str
    forms: tuple[Form, ...]

    def said_in(self, locale: str) -> tuple[str, ...]:
        return tuple(form.text for form in self.forms if form.locale == locale)


@dataclass(frozen=True)
class Synonyms:
    """Words that mean the same in a language.

    Who looks for one of `words` gets the others too; or, where there are any, those of `also`
    instead. Who looks for one of `also` gets no more.
    """

    key: int | str
    locale: str
    words: tuple[str, ...]
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Book:
    """All that is known, of which a lookup is made."""

    concepts: tuple[Concept, ...] = ()
    synonyms: tuple[Synonyms, ...] = ()

    def with_concept(self, concept: Concept, *, instead_of: str) -> "Book":
        """Return the book with one concept put in the place of another, or added."""
        others = tuple(one for one in self.concepts if one.slug != instead_of)
        return Book((*others, concept) if concept.forms else others, self.synonyms)

    def with_synonyms(self, synonyms: Synonyms) -> "Book":
        """Return the book with one set put in the place of that with its key, or added."""
        others = tuple(one for one in self.synonyms if one.key != synonyms.key)
        return Book(self.concepts, (*others, synonyms) if synonyms.words else others)


def read_form(locale: str, line: str) -> Form:
    """Return the form that a line says; in Japanese the reading may follow in brackets."""
    line = " ".join(line.split())
    match = WITH_READING.fullmatch(line) if language_of(locale) == "ja" else None
    return Form(locale, match["text"], match["reading"]) if match else Form(locale, line)


def read_lines(text: str) -> tuple[str, ...]:
    """Return the words of a field that holds one a line."""
    return tuple(line for raw in text.splitlines() if (line := " ".join(raw.split())))


def language_of(locale: str) -> str:
    """Return the language of a locale: easy Japanese and Japanese are one."""
    return "ja" if locale == "ja-simple" else locale
