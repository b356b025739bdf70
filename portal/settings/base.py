"""Settings that hold everywhere; what a deployment may choose comes from `environment.py`."""

from pathlib import Path

import environ
from django.utils.translation import gettext_lazy as _

from .caches import cache_of_pages, cache_of_renditions
from .environment import BASE_DIR, read
from .sign_in import *  # noqa: F403
from .tiles import tile_sources

INSTALLED_APPS = [
    "portal",
    "editorial",
    "referral",
    "home",
    "search",
    "catalogue",
    "images",
    "accounts",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.embeds",
    "wagtail.locales",
    "wagtail.sites",
    "accounts.people.apps.PeopleConfig",  # Wagtail's users, invited instead of made
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
    "modelcluster",
    "taggit",
    "tree_queries",
    "django_filters",
    "whitenoise.runserver_nostatic",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "portal.delivery.headers.SecurityHeadersMiddleware",
    "portal.maintenance.middleware.MaintenanceMiddleware",
    "portal.delivery.compression.CompressionMiddleware",
    "portal.caching.middleware.PageCacheMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.sign_in.middleware.SecondFactorMiddleware",
    "accounts.gate.GateMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
        },
    },
]

DATABASES = {"default": environ.Env.db_url_config(read("DATABASE_URL"))}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    Path(DATABASES["default"]["NAME"]).parent.mkdir(parents=True, exist_ok=True)
    # Readers never wait for the one writer, and a writer waits instead of failing. What is deleted is overwritten.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;",
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

_cache = environ.Env.cache_url_config(read("CACHE_URL"))
CACHES = {"default": _cache, "pages": cache_of_pages(_cache), "renditions": cache_of_renditions(_cache)}
# How long a page is kept for visitors at most; it is made new at once when something on it changes. 0 is never.
PAGE_CACHE_SECONDS = read("PAGE_CACHE_SECONDS")
SLIP_DAYS = read("SLIP_DAYS")

# What is said of a person is encrypted with the first of these, and read with all of them (docs/referrals.md).
REFERRAL_KEYS = read("REFERRAL_KEYS")
# How long a referral may stay in each state before somebody must look at it.
REFERRAL_RECEIVE_DAYS = read("REFERRAL_RECEIVE_DAYS")
REFERRAL_CONTACT_DAYS = read("REFERRAL_CONTACT_DAYS")
REFERRAL_VISIT_DAYS = read("REFERRAL_VISIT_DAYS")
REFERRAL_WAITING_DAYS = read("REFERRAL_WAITING_DAYS")
REFERRAL_NO_SHOW_DAYS = read("REFERRAL_NO_SHOW_DAYS")
REFERRAL_FOLLOW_UP_DAYS = read("REFERRAL_FOLLOW_UP_DAYS")
# When what is kept of a person is forgotten, and the ledger of that (docs/privatliv.md).
REFERRAL_CONTACT_DAYS_AFTER_CLOSE = read("REFERRAL_CONTACT_DAYS_AFTER_CLOSE")
REFERRAL_MONTHS = read("REFERRAL_MONTHS")
REFERRAL_UNTOUCHED_DAYS = read("REFERRAL_UNTOUCHED_DAYS")
FORGET_LEDGER = read("FORGET_LEDGER")
REFERRAL_ESCORT_METRES = read("REFERRAL_ESCORT_METRES")
REFERRAL_LINK_DAYS = read("REFERRAL_LINK_DAYS")

AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]

# What was signed or encrypted under an earlier key still holds.
SECRET_KEY_FALLBACKS = read("SECRET_KEY_FALLBACKS")

LANGUAGE_CODE = "da"
LANGUAGES = [("da", _("Dansk")), ("en", _("Engelsk"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/Copenhagen"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = read("STATIC_ROOT")
# What browsers ask for by a fixed name at the root: favicon.ico and the like.
WHITENOISE_ROOT = BASE_DIR / "portal" / "static_root"
WHITENOISE_MAX_AGE = 24 * 3600
STATICFILES_DIRS = [BASE_DIR / "portal" / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = read("MEDIA_ROOT")
# In production the web server serves uploaded images.
SERVE_MEDIA = False
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

BASE_URL = read("BASE_URL")
SEARCH_URL = read("SEARCH_URL")
# How long what people searched for in vain is kept, as counts; 0 is not at all.
SEARCH_LOG_WEEKS = read("SEARCH_LOG_WEEKS")
# How often a process looks after its search index, at the end of a request; None is never.
SEARCH_MAINTENANCE_SECONDS = 30
# Whether `load_demo` may make users whose password everybody knows.
DEMO_USERS = False

EMAIL_CONFIG = environ.Env.email_url_config(read("EMAIL_URL"))
vars().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = read("DEFAULT_FROM_EMAIL")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
# A mail server that does not answer holds nobody up for longer: the mail waits instead.
EMAIL_TIMEOUT = 10

# How old what is said of an activity may become, each in days after the step before (docs/freshness.md).
FRESHNESS_LETTER_DAYS = read("FRESHNESS_LETTER_DAYS")
FRESHNESS_REMINDER_DAYS = read("FRESHNESS_REMINDER_DAYS")
FRESHNESS_MARK_DAYS = read("FRESHNESS_MARK_DAYS")
FRESHNESS_HIDE_DAYS = read("FRESHNESS_HIDE_DAYS")

WAGTAIL_SITE_NAME = "Indsatskataloget"
WAGTAIL_PAGE_MODEL = "home.BasePage"
WAGTAILIMAGES_IMAGE_MODEL = "images.CustomImage"
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = [("da", "Dansk")]
WAGTAIL_DATE_FORMAT = "%d.%m.%Y"
WAGTAIL_DATETIME_FORMAT = "%d.%m.%Y %H:%M"
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "modelsearch.backends.database", "AUTO_UPDATE": True}}
WAGTAILIMAGES_IMAGE_FORM_BASE = "images.forms.ImageForm"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "avif", "heic", "gif"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 15 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
TAGGIT_CASE_INSENSITIVE = True

# How many proxies are believed when they say where a visitor comes from.
TRUSTED_PROXIES = 0
# How long what people suggested for the catalogue is kept after the answer.
SUGGESTIONS_KEPT_DAYS = read("SUGGESTIONS_KEPT_DAYS")
# Whether the link checker may ask this machine; for tests only.
LINKS_MAY_BE_LOCAL = False
# While this file is there, every address answers with it and 503 (`manage.py maintenance`).
MAINTENANCE_FILE = read("MAINTENANCE_FILE")

# Without the address of tiles the map is drawn by the portal itself, and visitors ask nobody else for anything.
MAP_TILES_URL = read("MAP_TILES_URL")
MAP_TILES_ATTRIBUTION = read("MAP_TILES_ATTRIBUTION")

# Spreadsheets and calendars that editors read in.
ADDRESS_SERVICE_URL = read("ADDRESS_SERVICE_URL")
SHEET_MOST_ROWS = read("SHEET_MOST_ROWS")
SHEET_MOST_MB = read("SHEET_MOST_MB")

# What the public pages may load and run: what comes from here, and nothing that stands in the page itself.
CONTENT_SECURITY_POLICY = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:", *tile_sources(MAP_TILES_URL)],
    "font-src": ["'self'"],
    "media-src": ["'self'"],
    "connect-src": ["'self'"],
    "manifest-src": ["'self'"],
    "worker-src": ["'self'"],
    "form-action": ["'self'"],
    # The editors' preview shows our own pages in a frame.
    "frame-ancestors": ["'self'"],
    "base-uri": ["'none'"],
}
# Wagtail's administration writes styles and small scripts into its pages.
ADMIN_CONTENT_SECURITY_POLICY = {
    "default-src": ["'self'"],
    "script-src": ["'self'", "'unsafe-inline'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "font-src": ["'self'", "data:"],
    "frame-src": ["'self'"],
    "object-src": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'self'"],
    "base-uri": ["'self'"],
}
PERMISSIONS_POLICY = ", ".join(
    [
        "geolocation=(self)",
        *(
            f"{feature}=()"
            for feature in ("accelerometer", "browsing-topics", "camera", "gyroscope", "magnetometer", "microphone")
        ),
        *(f"{feature}=()" for feature in ("midi", "payment", "usb")),
    ]
)
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
# The editors' preview shows our own pages in a frame.
X_FRAME_OPTIONS = "SAMEORIGIN"
SILENCED_SYSTEM_CHECKS = ["security.W019"]
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "filters": {"keys": {"()": "portal.secret_addresses.WithoutSecretAddresses"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["keys"]}},
    "root": {"handlers": ["console"], "level": read("LOG_LEVEL")},
    # Elasticsearch's client would write a line for every search.
    "loggers": {"django_tasks": {"level": "WARNING"}, "elastic_transport": {"level": "WARNING"}},
}
