"""`tomoni rebuild_search_index`: write the search index anew, while the site goes on."""

from typing import IO, Any, cast

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from tomoni.search import services
from tomoni.search.models import SearchChange
from tomoni.search.services.spreading import many_processors


class Command(BaseCommand):
    help = "Write the search index anew. Readers find everything meanwhile; nothing has to stop."

    def handle(self, *_args: Any, **_options: Any) -> None:  # Any: Django's own signature
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
        )
        console = Console(file=cast("IO[str]", self.stdout), force_terminal=self.stdout.isatty())
        with many_processors():
            with Progress(*columns, console=console) as progress:
                task = progress.add_task(_("Search index"), total=None)
                count = services.rebuild(
                    started=lambda total: progress.update(task, total=total),
                    advanced=lambda steps: progress.advance(task, steps),
                )
            services.renew_editors_index()
            services.fill_anew()
            if not services.send_changes():
                self.stdout.write(
                    _("The search server is away; it gets everything when it is back.")
                )
        self.stdout.write(
            ngettext("%(count)d text can be found.", "%(count)d texts can be found.", count)
            % {"count": count}
        )
        for failure in SearchChange.objects.filter(attempts__gt=0).order_by("model", "object_key"):
            self.stdout.write(f"{failure.model} {failure.object_key}: {failure.error}")
