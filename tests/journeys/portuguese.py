"""Portuguese pages of the types that the demo town has in Japanese only, run inside the demo.

The demo shows honestly what a town has translated; the audits need each type in both languages.
"""

import uuid
from datetime import date

from tomoni.guidelines import drafts, services
from tomoni.guidelines.drafts import ChapterDraft, GuidelineDraft
from tomoni.guidelines.models import ChapterPage, GuidelinePage
from tomoni.home.demo.places import home_of
from tomoni.home.models import (
    AccessibilityCriterion,
    AccessibilityPolicyPage,
    AccessibilityResultPage,
    HomePage,
)

NOTE = "Escreva um asterisco e o número."


def build() -> None:
    """Translate the guideline with its second chapter, and both accessibility papers."""
    home = home_of("pt-br")
    assert home is not None
    translate_guideline(home)
    translate_papers(home)


def translate_guideline(home: HomePage) -> None:
    heading = uuid.uuid4()
    chapter = ChapterDraft(
        number="Capítulo 2",
        title="Ideias básicas da colaboração",
        slug="chapter-2",
        summary="O que entendemos por colaboração e o que prometemos uns aos outros.",
        body=[
            drafts.heading(block_id=heading, number="1", text="O sentido das palavras", level=2),
            drafts.paragraph(
                block_id=uuid.uuid4(),
                html="<p>Colaborar é trabalhar juntos*1, de igual para igual. "
                f'Veja também <a href="#s-{heading.hex[:8]}">esta seção</a>.</p>',
            ),
            drafts.note(block_id=uuid.uuid4(), mark="*1", html=f"<p>{NOTE}</p>"),
            drafts.heading(block_id=uuid.uuid4(), number="2", text="Formas", level=3),
            drafts.table(
                block_id=uuid.uuid4(),
                caption="Formas de colaboração",
                header=["Forma", "Conteúdo"],
                rows=[["Apoio", "A cidade apoia um evento."], ["Acordo", "Fica por escrito."]],
            ),
            drafts.marked_list(
                block_id=uuid.uuid4(), items=[("①", "<p>Conversar</p>"), ("②", "<p>Planejar</p>")]
            ),
        ],
    )
    document = services.create_guideline(
        parent=home,
        draft=GuidelineDraft(
            title="Diretrizes de colaboração da Cidade de Tomoni",
            slug="guideline",
            summary="Como moradores e prefeitura trabalham juntos.",
            edition="Primeira edição",
            adopted_on=date(2026, 3, 25),
            body=[],
            chapters=[chapter],
        ),
        publish=True,
    )
    share_key(document, GuidelinePage.objects.get(slug="guideline", locale__language_code="ja"))
    share_key(
        ChapterPage.objects.child_of(document).get(),
        ChapterPage.objects.get(slug="chapter-2", locale__language_code="ja"),
    )


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
