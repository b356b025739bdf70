from django.apps import AppConfig
from django.db.models.signals import m2m_changed, post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = _("Brugere")

    def ready(self) -> None:
        from allauth.account.signals import password_reset
        from django.contrib.auth.models import Group

        from . import checks, gate, permissions, signals  # noqa: F401  (checks register themselves)
        from .history import guards
        from .sign_in import lockout

        permissions.tell()
        gate.open_to_everybody()
        guards.connect()
        password_reset.connect(lockout.begin_anew)
        pre_migrate.connect(signals.open_before_migrating, sender=self)
        post_migrate.connect(signals.sync_after_migrating, sender=self)
        post_migrate.connect(signals.protect_after_migrating, sender=self)
        user = self.get_model("User")
        for rights in (user.groups.through, user.user_permissions.through, Group.permissions.through):
            m2m_changed.connect(signals.tell_of_changed_rights, sender=rights)
