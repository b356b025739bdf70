"""An editor works through the queue."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Role
from editorial.actions.handle_report import handle_report
from editorial.models import ErrorReport
from tests.factories.accounts import UserFactory, user_with
from tests.factories.catalogue import ActivityFactory, AreaFactory, ResponsibilityFactory
from tests.factories.editorial import ErrorReportFactory

pytestmark = pytest.mark.django_db
ONE_WAITS = "<strong>1</strong> <span>fejlmelding fra en læser venter</span>"


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.EDITOR, Role.LOCAL_EDITOR])
def test_editor_sees_the_queue_and_handles_a_report(client, role):
    report = ErrorReportFactory(activity__title="Koret på Kanten")
    editor = user_with(role)
    if role == Role.LOCAL_EDITOR:
        ResponsibilityFactory(user=editor, area=report.activity.areas.get())
    client.force_login(editor)
    queue = client.get(reverse("fejlmeldinger:index")).content.decode()
    assert "Koret på Kanten" in queue
    assert "/new/" not in queue
    edit = reverse("fejlmeldinger:edit", args=[report.pk])
    page = client.get(edit).content.decode()
    assert report.words in page
    assert report.contact in page
    assert report.activity.get_absolute_url() in page
    response = client.post(edit, {"status": "rettet", "note": "Ringede til formanden."})
    assert response.status_code == 302
    report.refresh_from_db()
    assert (report.status, report.note, report.handled_by) == ("rettet", "Ringede til formanden.", editor)
    assert report.contact == ""
    assert report.handled_at
    assert report.words in client.get(edit).content.decode()


def test_a_report_goes_to_those_whose_area_it_concerns(client):
    here, elsewhere = ErrorReportFactory(words="Herfra"), ErrorReportFactory(words="Andetsteds fra")
    editor = user_with(Role.LOCAL_EDITOR)
    ResponsibilityFactory(user=editor, area=here.activity.areas.get())
    # An organisation's people do not get its readers' reports by way of a second role.
    ResponsibilityFactory(user=editor, organisation=elsewhere.activity.organisation, trusted=True)
    client.force_login(editor)
    assert ONE_WAITS in client.get("/admin/").content.decode()
    rows = client.get(reverse("fejlmeldinger:index_results")).context["table"].data
    assert [report.pk for report in rows] == [here.pk]
    for name in ("edit", "history", "history_results"):
        assert client.get(reverse(f"fejlmeldinger:{name}", args=[here.pk])).status_code == 200
        assert client.get(reverse(f"fejlmeldinger:{name}", args=[elsewhere.pk])).status_code == 404
    client.post(reverse("fejlmeldinger:edit", args=[elsewhere.pk]), {"status": "rettet", "note": ""})
    elsewhere.refresh_from_db()
    assert elsewhere.status == "ny"


@pytest.mark.parametrize("role", [Role.ASSOCIATION, Role.CENTRE_STAFF])
def test_others_see_no_reports(client, role):
    client.force_login(user_with(role))
    report = ErrorReportFactory(words="Noget fortroligt")
    for address in (reverse("fejlmeldinger:index"), reverse("fejlmeldinger:edit", args=[report.pk])):
        response = client.get(address, follow=True)
        assert "Noget fortroligt" not in response.content.decode()
        assert response.redirect_chain


def test_front_page_of_the_editors_tells_what_waits(client):
    client.force_login(user_with(Role.EDITOR))
    assert "fejlmelding fra" not in client.get("/admin/").content.decode()
    ErrorReportFactory()
    assert ONE_WAITS in client.get("/admin/").content.decode()


def test_queue_is_narrowed_by_area_and_status(client):
    client.force_login(UserFactory(is_superuser=True))
    korsoer, slagelse = AreaFactory(name="Korsør"), AreaFactory(name="Slagelse")
    ErrorReportFactory(activity=ActivityFactory(title="Krolf", areas=[korsoer]))
    ErrorReportFactory(activity=ActivityFactory(title="Petanque", areas=[slagelse]))
    html = client.get(reverse("fejlmeldinger:index_results"), {"area": korsoer.pk, "status": "ny"}).content.decode()
    assert "Krolf" in html
    assert "Petanque" not in html
    assert "Krolf" not in client.get(reverse("fejlmeldinger:index_results"), {"status": "rettet"}).content.decode()


def test_queue_asks_as_often_for_many_reports_as_for_few(client):
    client.force_login(UserFactory(is_superuser=True))
    counts = []
    for _ in range(2):
        ErrorReportFactory.create_batch(5)
        client.get(reverse("fejlmeldinger:index_results"))
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get(reverse("fejlmeldinger:index_results"))
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_report_taken_up_again_has_nobody_who_handled_it():
    report, editor = ErrorReportFactory(), UserFactory()
    handle_report(report=report, status="afvist", note="", by=editor)
    handle_report(report=report, status="ny", note="", by=editor)
    report.refresh_from_db()
    assert (report.handled_by, report.handled_at, report.contact) == (None, None, "")


def test_database_refuses_a_handled_report_with_a_contact():
    report = ErrorReportFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        ErrorReport.objects.filter(pk=report.pk).update(status="rettet", handled_at=timezone.now())


def test_old_contacts_and_old_reports_are_forgotten():
    now = timezone.now()
    old, fresh, done = ErrorReportFactory(), ErrorReportFactory(), ErrorReportFactory()
    ErrorReport.objects.filter(pk=old.pk).update(created_at=now - timedelta(days=91))
    handle_report(report=done, status="rettet", note="", by=UserFactory())
    ErrorReport.objects.filter(pk=done.pk).update(handled_at=now - timedelta(days=366))
    out = StringIO()
    call_command("purge_reports", stdout=out)
    assert out.getvalue() == "Erased 1 contacts, deleted 1 reports.\n"
    kept = dict(ErrorReport.objects.values_list("pk", "contact"))
    assert kept == {old.pk: "", fresh.pk: fresh.contact}


def test_deleting_the_activity_takes_its_reports_along():
    report = ErrorReportFactory()
    report.activity.delete()
    assert not ErrorReport.objects.exists()
