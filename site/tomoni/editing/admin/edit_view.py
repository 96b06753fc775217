"""Wagtail's edit view of a page, which never lets one person overwrite another's version."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.views.pages.edit import EditView
from wagtail.models import Page, Revision

from tomoni.editing import policies, selectors, services
from tomoni.editing.merging import says_the_same
from tomoni.editing.models import KeptVersion
from tomoni.editing.words import say_decided, say_standing

# An autosave that was on its way when its writer pressed a button arrives within this time.
BELATED = timedelta(seconds=10)
# Hooks for rooms above: reasons to refuse a save, and panels beside the form.
REFUSE_SAVE, SIDE_PANELS = "tomoni_refuse_save", "tomoni_page_side_panels"


class PageEditView(EditView):
    """The edit view of every page: it says where the request stands, and guards each save."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        concerned = selectors.approved_with(page=self.page)
        waiting = [page for page in concerned if page.workflow_in_progress]
        if any(not policies.can_approve(request.user, page) for page in waiting):
            # A first keystroke must not take a request back; pressing the button may.
            self.autosave_enabled = False
        say_standing(request, self.page, concerned)
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        asks_for_step = "action-workflow-action" in request.POST
        if asks_for_step and self.page.current_workflow_task is None:
            messages.error(
                request,
                _("There is no request for approval any more: it has been taken back or settled."),
            )
            return HttpResponseRedirect(self.get_edit_url())
        with transaction.atomic():
            # Whoever saves at the same moment waits here, and then finds the newer version.
            current = Page.objects.select_for_update().get(pk=self.page.pk)
            self.latest_revision = current.get_latest_revision()
            if self.is_out_of_date:
                refused = self.keep_and_tell()
                if refused is not None:
                    return refused
            return super().post(request, *args, **kwargs)

    def form_valid(self, form: Any) -> HttpResponse:
        """Ask the rooms above whether this may be saved; what they say stands in the form."""
        for refuse in hooks.get_hooks(REFUSE_SAVE):
            for field, error in refuse(self.request, form):
                form.add_error(field, error)
        if form.errors:
            form.restore_required_fields()
            return self.form_invalid(form)
        response: HttpResponse = super().form_valid(form)
        return response

    def add_save_confirmation_message(self) -> None:
        """Say of an approval or a return what it did, where Wagtail speaks of an update."""
        action, _method = self.action_name_and_method
        if action == "perform_workflow_action":
            say_decided(self.request, Page.objects.get(pk=self.page.pk), self.workflow_action)
        else:
            super().add_save_confirmation_message()

    def get_side_panels(self) -> MediaContainer:
        panels = super().get_side_panels()
        if self.expects_json_response or self.hydrate_create_view:
            return panels
        more = [one for add in hooks.get_hooks(SIDE_PANELS) for one in add(self.request, self.page)]
        return MediaContainer([*panels, *more])

    def keep_and_tell(self) -> HttpResponseBase | None:
        """Keep what was typed, save nothing, and lead to where both versions are compared.

        Nothing is refused when the form says what the newest version says already.
        """
        form = self.form_class(
            self.request.POST,
            self.request.FILES,
            instance=self.page,
            subscription=self.subscription,
            parent_page=self.parent,
            for_user=self.request.user,
        )
        form.defer_required_fields()
        if not form.is_valid():
            form.restore_required_fields()
            self.form = form
            return self.refuse_invalid()
        content = form.save(commit=False).serializable_data()
        if self.expects_json_response:
            if not self.is_belated(content):
                self.keep(content)
            return self.json_error_response("invalid_revision", self.newer_sentence())
        if says_the_same(content, self.latest_revision.content):
            return None
        version = self.keep(content)
        return HttpResponseRedirect(reverse("tomoni_kept_version", args=[version.pk]))

    def keep(self, content: dict[str, Any]) -> KeptVersion:  # Any: a revision's JSON
        return services.keep(
            page=self.page,
            by=self.request.user,
            base=self.base_revision(),
            content=content,
            automatic=self.expects_json_response,
        )

    def is_belated(self, content: dict[str, Any]) -> bool:  # Any: a revision's JSON
        """Tell an autosave that was overtaken by the same person's press on a button."""
        newest = self.latest_revision
        is_fresh = timezone.now() - newest.created_at < BELATED
        is_own = newest.user_id == self.request.user.pk
        return (is_own and is_fresh) or says_the_same(content, newest.content)

    def refuse_invalid(self) -> HttpResponseBase:
        """Show the form again as it was typed: it can be kept once its mistakes are mended."""
        if self.expects_json_response:
            return self.json_error_response("invalid_revision", self.newer_sentence())
        messages.error(self.request, self.newer_sentence())
        return self.form_invalid(self.form)

    def base_revision(self) -> Revision | None:
        """Return the version that the form began from, unless it has been written over since."""
        asked = self.request.POST.get("overwrite_revision_id") or self.request.POST.get(
            "loaded_revision_id"
        )
        found = self.page.revisions.filter(pk=selectors.version_number(str(asked))).first()
        return None if found == self.latest_revision else found

    def newer_sentence(self) -> str:
        return render_to_string(
            "tomoni/editing/admin/newer.txt", {"revision": self.latest_revision}
        ).strip()
