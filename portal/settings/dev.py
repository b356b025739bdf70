"""Settings for a developer's machine."""

from .base import *  # noqa: F403
from .environment import read

DEBUG = True
DEMO_USERS = True
# The example users' passwords work at once; passkeys work over http.
MFA_REQUIRED_ROLES = read("MFA_REQUIRED_ROLES", otherwise=[])
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
SECRET_KEY = read("SECRET_KEY")
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *read("ALLOWED_HOSTS")]
SERVE_MEDIA = True
INTERNAL_IPS = ["127.0.0.1"]

# What a developer changes shows at once.
PAGE_CACHE_SECONDS = 0
