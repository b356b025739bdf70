"""Settings for production: everything that must be chosen is required, and only https is spoken."""

from .base import *  # noqa: F403
from .base import STORAGES
from .environment import VARIABLES, read

for _name in VARIABLES:
    read(_name, production=True)

DEBUG = False
SECRET_KEY = read("SECRET_KEY", production=True)
ALLOWED_HOSTS = read("ALLOWED_HOSTS", production=True)
CSRF_TRUSTED_ORIGINS = [read("BASE_URL", production=True)]

STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

SECURE_SSL_REDIRECT = True
TRUSTED_PROXIES = read("TRUSTED_PROXIES")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXIES else None
SECURE_HSTS_SECONDS = 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
