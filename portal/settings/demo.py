"""Settings for `make demo` and the browser's tests: as in production, but over http and on this machine only."""

from .base import *  # noqa: F403
from .base import STORAGES
from .environment import read

DEBUG = False
DEMO_USERS = True
# The example users' passwords work at once; passkeys work over http.
MFA_REQUIRED_ROLES = read("MFA_REQUIRED_ROLES", otherwise=[])
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
SECRET_KEY = read("SECRET_KEY")
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *read("ALLOWED_HOSTS")]
SERVE_MEDIA = True
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
