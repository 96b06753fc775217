"""All that this plugin adds to the site."""

from collections.abc import Iterable
from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from tomoni.plugins import (
    DashboardPanel,
    DemoContent,
    PeriodicTask,
    PluginConfig,
    SlotFragment,
    UrlMount,
)


class FeedbackConfig(PluginConfig):
    name = "tomoni_feedback"
    label = "tomoni_feedback"
    verbose_name = _("Feedback")
    requires_tomoni = ">=0.1,<1"

    def extensions(self) -> Iterable[object]:
        return (
            SlotFragment(
                slot="page.bottom",
                template="tomoni_feedback/question.html",
                context="tomoni_feedback.selectors.question_for",
                order=900,
            ),
            SlotFragment(
                slot="page.head",
                template="tomoni_feedback/head.html",
                context="tomoni_feedback.selectors.question_for",
            ),
            UrlMount(prefix="feedback", urlconf="tomoni_feedback.urls"),
            DashboardPanel(
                name="feedback",
                label=_("What residents say about pages"),
                template="tomoni_feedback/panel.html",
                context="tomoni_feedback.selectors.recent_weeks",
                order=310,
            ),
            PeriodicTask(
                name="forget-feedback",
                label=_("Delete feedback that is older than 400 days"),
                every=timedelta(days=1),
                run="tomoni_feedback.services.forget_old",
            ),
            DemoContent(
                name="feedback",
                label=_("What residents said about pages"),
                build="tomoni_feedback.demo.build",
                order=50,
            ),
        )
