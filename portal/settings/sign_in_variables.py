"""What a deployment may choose about signing in."""

from __future__ import annotations

from .variable import Variable

SIGN_IN_VARIABLES = (
    Variable(
        "MFA_REQUIRED_ROLES",
        "list",
        ["administrator", "redaktoer", "frontpersonale", "netvaerksmedarbejder", "koordinator"],
        "The roles that must sign in with two factors, parted by commas; empty for none. Not in the demo.",
    ),
    Variable(
        "SIGN_IN_WAIT_MINUTES",
        "int",
        15,
        "How long somebody waits after five wrong passwords in a row; the count is kept no longer.",
    ),
    Variable(
        "OIDC_ISSUER",
        "str",
        "",
        "The address of a kommune's own sign-in (OpenID Connect): https://login.microsoftonline.com/TENANT/v2.0",
    ),
    Variable(
        "OIDC_CLIENT_ID",
        "str",
        "",
        "What the portal is called there.",
    ),
    Variable(
        "OIDC_CLIENT_SECRET",
        "str",
        "",
        "The portal's secret there.",
    ),
    Variable(
        "OIDC_NAME",
        "str",
        "kommunen",
        "What stands on the button after 'Log ind hos': Slagelse Kommune",
    ),
    Variable(
        "OIDC_MAIL_CLAIM",
        "str",
        "email",
        "Which claim holds the mail address: email, preferred_username or upn.",
    ),
    Variable(
        "OIDC_TRUSTS_MAIL",
        "bool",
        False,
        "Whether all addresses are vouched for where no email_verified is sent; true for Entra ID and ADFS.",
    ),
    Variable(
        "OIDC_ROLE_CLAIM",
        "str",
        "roles",
        "Which claim holds somebody's roles or groups there.",
    ),
    Variable(
        "OIDC_ROLES",
        "list",
        [],
        "Which of them stand for which roles here: Redaktion=redaktoer,IT=administrator. They get in uninvited.",
    ),
    Variable(
        "OIDC_HAS_MFA",
        "bool",
        False,
        "Whether it asks for a second factor itself, so that the portal need not.",
    ),
    Variable(
        "OIDC_PASSWORDS",
        "bool",
        True,
        "Whether passwords work beside it. False leaves them to superusers, for the day it does not answer.",
    ),
    Variable(
        "INVITATION_DAYS",
        "int",
        14,
        "How long the link in an invitation works.",
    ),
    Variable(
        "SESSION_HOURS",
        "int",
        336,
        "How long somebody stays signed in who has ticked 'Husk mig'; the others until the browser is closed.",
    ),
)
