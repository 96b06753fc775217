"""Portuguese pages of the papers that the demo town has in Japanese only, run inside the demo.

The demo shows honestly what a town has translated; the audits need each type in both languages,
and of the guideline a second edition.
"""

import json
from datetime import date

from tomoni.guidelines.models import ChapterPage, GuidelinePage
from tomoni.home.demo.places import home_of
from tomoni.home.models import (
    AccessibilityCriterion,
    AccessibilityPolicyPage,
    AccessibilityResultPage,
    HomePage,
)


def build() -> None:
    """Translate both accessibility papers, and bring out another edition of the guideline.

    A town in which this was done before is left as it is.
    """
    home = home_of("pt-br")
    assert home is not None
    if AccessibilityPolicyPage.objects.child_of(home).exists():
        return
    translate_papers(home)
    renew(GuidelinePage.objects.child_of(home).get(slug="guideline"))


def renew(document: GuidelinePage) -> None:
    """Publish an edition in which a word, a place and a section are not what they were."""
    chapter = ChapterPage.objects.child_of(document).get(slug="chapter-2")
    blocks = json.loads(json.dumps(list(chapter.body.raw_data)).replace("A prefeitura", "O setor"))
    gone = section(blocks, "Definir um prazo e avaliar ao final")
    moved = section(blocks, "Compartilhar o objetivo")
    stay = [block for block in blocks if block not in [*gone, *moved]]
    place = stay.index(section(stay, "Agir às claras")[-1]) + 1
    chapter.body = json.dumps([*stay[:place], *moved, *stay[place:]])
    chapter.save_revision()
    document.refresh_from_db()
    document.edition = "3ª edição"
    document.save_revision().publish()


def section(blocks: list[dict], title: str) -> list[dict]:
    """Return the heading of that title and what stands below it."""
    headings = [place for place, block in enumerate(blocks) if block["type"] == "heading"]
    start = next(place for place in headings if blocks[place]["value"]["text"] == title)
    end = next((place for place in headings if place > start), len(blocks))
    return blocks[start:end]


def translate_papers(home: HomePage) -> None:
    policy = AccessibilityPolicyPage(
        title="Política de acessibilidade",
        slug="accessibility-policy",
        locale=home.locale,
        scope="Todas as páginas deste site.",
        exceptions="Documentos antigos em PDF.",
    )
    result = AccessibilityResultPage(
        title="Resultado do teste de acessibilidade",
        slug="accessibility-result",
        locale=home.locale,
        tested_from=date(2026, 10, 1),
        tested_until=date(2026, 10, 9),
        pages_tested="A página inicial\nA busca",
        criteria=[
            AccessibilityCriterion(sort_order=0, number="1.1.1", outcome="met"),
            AccessibilityCriterion(sort_order=1, number="1.2.1", outcome="not_applicable"),
        ],
    )
    for page in (policy, result):
        home.add_child(instance=page)
        page.save_revision().publish()
        share_key(page, type(page).objects.get(locale__language_code="ja"))


def share_key(page: object, original: object) -> None:
    """Make a page the translation of another."""
    page.translation_key = original.translation_key
    page.save()
    page.save_revision().publish()
