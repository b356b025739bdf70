"""A Wagtail project as `wagtail start` makes it, without the debug tools; where its data lies comes from outside."""

import os

import environ

BASE_DIR = os.path.dirname(os.path.abspath(__file__))
SECRET_KEY = "only-for-measuring"  # noqa: S105
DEBUG = False
ALLOWED_HOSTS = ["*"]
INSTALLED_APPS = [
    "benchmarks.peer",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "benchmarks.sql.count_queries",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]
ROOT_URLCONF = "benchmarks.peer.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
DATABASES = {"default": environ.Env.db_url_config(os.environ["PEER_DATABASE_URL"])}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LANGUAGE_CODE = "da"
TIME_ZONE = "Europe/Copenhagen"
USE_TZ = True
STATIC_URL = "/static/"
WAGTAIL_SITE_NAME = "Peer"
WAGTAILADMIN_BASE_URL = "http://localhost"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "modelsearch.backends.database"}}
if os.environ.get("PEER_ELASTICSEARCH"):
    WAGTAILSEARCH_BACKENDS["elasticsearch"] = {
        "BACKEND": "modelsearch.backends.elasticsearch9",
        "URLS": [os.environ["PEER_ELASTICSEARCH"]],
        "INDEX_PREFIX": "peer_",
        # The server for tests and benchmarks comes without the filters of Wagtail's analysers for autocompletion, which
        # nothing here uses. What is searched is analysed as by default.
        "INDEX_SETTINGS": {
            "settings": {
                "analysis": {
                    "analyzer": {"ngram_analyzer": {"type": "standard"}, "edgengram_analyzer": {"type": "standard"}},
                    "tokenizer": {},
                    "filter": {},
                }
            }
        },
    }
LOGGING = {"version": 1, "disable_existing_loggers": False, "loggers": {"elastic_transport": {"level": "WARNING"}}}
