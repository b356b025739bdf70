"""The portal's addresses: the apps' own URLconfs, joined."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.generic import RedirectView
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps import views as wagtail_sitemaps
from wagtail.documents import urls as wagtaildocs_urls

from home.theme.views import theme
from portal.machines.feeds import NewActivities, NewInArea, News
from portal.machines.health import health
from portal.machines.sitemaps import Sitemaps
from portal.machines.views import manifest, robots
from portal.standing import standing_page, was

handler500 = "portal.failing.server_error"

urlpatterns = [
    path("konto/", include("accounts.urls")),
    # Wagtail sends here whoever has not signed in.
    path("admin/login/", RedirectView.as_view(pattern_name="account_login", query_string=True), name="sign-in"),
    path("admin/", include(wagtailadmin_urls)),
    path("henvisninger/foelgeskab/", include("referral.escorts.urls")),
    path("henvisninger/opfoelgning/", include("referral.outcome.urls")),
    path("henvisninger/laegenotat/", include("referral.closing_note.urls")),
    path("henvisninger/ring-op/", include("referral.noshow.urls")),
    path("henvisninger/venteliste/", include("referral.waiting.urls")),
    path("svar-om-foelgeskab/", include("referral.escorts.link_urls")),
    path("svar-paa-henvisning/", include("referral.answering.urls")),
    path("henvisninger/", include("referral.privacy.desk.urls")),
    path("henvisninger/", include("referral.cases.urls")),
    path("dokumenter/", include(wagtaildocs_urls)),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", wagtail_sitemaps.index, {"sitemaps": Sitemaps.SECTIONS, "sitemap_url_name": "sitemap"}),
    path("sitemap-<section>.xml", wagtail_sitemaps.sitemap, {"sitemaps": Sitemaps.SECTIONS}, name="sitemap"),
    path("manifest.webmanifest", manifest, name="manifest"),
    path("status.txt", health, name="health"),
    path("tema.css", theme, name="theme"),
    path("was", was, name="was"),
    path("was/", was),
]

if settings.SERVE_MEDIA:
    urlpatterns += [path("media/<path:path>", serve, {"document_root": settings.MEDIA_ROOT})]

urlpatterns += i18n_patterns(
    path("", include("search.urls")),
    path("", include("catalogue.urls")),
    path("", include("referral.urls")),
    path("", include("editorial.urls")),
    path("", include("home.urls")),
    path("indsatskatalog/nyt.atom", NewActivities(), name="feed"),
    path("nyheder.atom", News(), name="news-feed"),
    path("omraader/<slug:slug>/nyt.atom", NewInArea(), name="area-feed"),
    path(
        "tilgaengelighedserklaering/",
        standing_page,
        {"path": "tilgaengelighedserklaering/", "template": "pages/accessibility_statement.html"},
        name="accessibility",
    ),
    path(
        "privatliv/",
        standing_page,
        {"path": "privatliv/", "template": "pages/privacy.html"},
        name="privacy",
    ),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
