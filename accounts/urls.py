"""Signing in. Of allauth's routes only those that are in use: nobody signs up by themselves, and an address is the
administrators' to change."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from django.urls import path, re_path

from .invitations.views import AcceptView
from .sign_in.provider import ID, back_from_provider, by_provider

urlpatterns = [
    path("log-ind/", account.login, name="account_login"),
    path("kommune/", by_provider, {"provider_id": ID}, name="openid_connect_login"),
    path("kommune/tilbage/", back_from_provider, {"provider_id": ID}, name="openid_connect_callback"),
    path("log-ud/", account.logout, name="account_logout"),
    path("lukket/", account.account_inactive, name="account_inactive"),
    path("invitation/<str:token>/", AcceptView.as_view(), name="accept-invitation"),
    path("bekraeft/", account.reauthenticate, name="account_reauthenticate"),
    path("adgangskode/", account.password_change, name="account_change_password"),
    path("adgangskode/lav/", account.password_set, name="account_set_password"),
    path("glemt/", account.password_reset, name="account_reset_password"),
    path("glemt/sendt/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^glemt/ny/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("glemt/klar/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    path("totrin/", mfa.index, name="mfa_index"),
    path("totrin/kode/", mfa.authenticate, name="mfa_authenticate"),
    path("totrin/bekraeft/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("totrin/app/", totp.activate_totp, name="mfa_activate_totp"),
    path("totrin/app/fjern/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("totrin/noedkoder/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("totrin/noedkoder/nye/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("totrin/noegler/", passkeys.list_webauthn, name="mfa_list_webauthn"),
    path("totrin/noegler/ny/", passkeys.add_webauthn, name="mfa_add_webauthn"),
    path("totrin/noegler/bekraeft/", passkeys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("totrin/noegler/log-ind/", passkeys.login_webauthn, name="mfa_login_webauthn"),
    path("totrin/noegler/<int:pk>/fjern/", passkeys.remove_webauthn, name="mfa_remove_webauthn"),
    path("totrin/noegler/<int:pk>/navn/", passkeys.edit_webauthn, name="mfa_edit_webauthn"),
]
