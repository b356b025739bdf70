"""Signing in: django-allauth, the second factor, and what keeps guessing slow. Described in docs/sign-in.md."""

from datetime import timedelta

from .environment import read

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
LOGIN_URL = "account_login"
# Where somebody is led who signs in and has no business in the editors' system.
WORK_OUTSIDE_THE_EDITORS_SYSTEM = "cases:list"

ACCOUNT_ADAPTER = "accounts.sign_in.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
# An administrator has written the address, and the invitation went to it.
ACCOUNT_EMAIL_VERIFICATION = "none"
# Nothing is sent to an address that nobody has an account with.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
# Wrong passwords are counted by axes; these are codes, which only somebody with the right password gets to guess at.
ACCOUNT_RATE_LIMITS = {"login_failed": "5/5m/key"}

MFA_ADAPTER = "accounts.sign_in.second_factor.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
# A clock may be half a minute wrong.
MFA_TOTP_TOLERANCE = 1
# Roles whose members get no further than setting up a second factor until they have one.
MFA_REQUIRED_ROLES = read("MFA_REQUIRED_ROLES")

AXES_HANDLER = "accounts.sign_in.lockout.Attempts"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_CALLABLE = "accounts.sign_in.lockout.who"
AXES_CLIENT_IP_CALLABLE = "accounts.sign_in.lockout.where"
AXES_LOCKOUT_CALLABLE = "accounts.sign_in.lockout.shut"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=read("SIGN_IN_WAIT_MINUTES"))
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False

# How long the link in an invitation works.
INVITATION_DAYS = read("INVITATION_DAYS")

SESSION_COOKIE_AGE = read("SESSION_HOURS") * 3600
SESSION_COOKIE_HTTPONLY = True

# A kommune's own sign-in (OpenID Connect); there is none without an issuer.
OIDC_ISSUER = read("OIDC_ISSUER")
OIDC_NAME = read("OIDC_NAME")
OIDC_MAIL_CLAIM = read("OIDC_MAIL_CLAIM")
OIDC_TRUSTS_MAIL = read("OIDC_TRUSTS_MAIL")
OIDC_ROLE_CLAIM = read("OIDC_ROLE_CLAIM")
OIDC_ROLES = read("OIDC_ROLES")
OIDC_HAS_MFA = read("OIDC_HAS_MFA")
OIDC_PASSWORDS = read("OIDC_PASSWORDS")
_APP = {
    "provider_id": "kommune",
    "name": OIDC_NAME,
    "client_id": read("OIDC_CLIENT_ID"),
    "secret": read("OIDC_CLIENT_SECRET"),
    "settings": {"server_url": OIDC_ISSUER},
}
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [_APP] if OIDC_ISSUER else [], "OAUTH_PKCE_ENABLED": True}}
SOCIALACCOUNT_ADAPTER = "accounts.sign_in.provider.ProviderAdapter"
# A link on our own page; what comes back is tied to the session that asked.
SOCIALACCOUNT_LOGIN_ON_GET = True

# One way to a password: allauth's.
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAILUSERS_PASSWORD_ENABLED = False
# The address is the name that somebody signs in by; administrators change it.
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
