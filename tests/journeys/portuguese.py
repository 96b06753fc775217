"""Portuguese pages of the papers that the demo town has in Japanese only, run inside the demo.

The demo shows honestly what a town has translated; the audits need each type in both languages.
"""

from datetime import date

from tomoni.home.demo.places import home_of
from tomoni.home.models import (
    AccessibilityCriterion,
    AccessibilityPolicyPage,
    AccessibilityResultPage,
    HomePage,
)


def build() -> None:
    """Translate both accessibility papers."""
    home = home_of("pt-br")
    assert home is not None
    translate_papers(home)


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
