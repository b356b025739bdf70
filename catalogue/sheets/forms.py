"""The form that takes a file."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import FileExtensionValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .subjects import SUBJECTS

MB = 1024 * 1024


class UploadForm(forms.Form):
    """One file; what is in it is looked at later."""

    kind = forms.ChoiceField(label=gettext_lazy("Hvad står der i det?"), required=False)
    file = forms.FileField(
        label=gettext_lazy("Regneark"),
        help_text=gettext_lazy("Excel (.xlsx) eller CSV. Du ser først, hvad der vil ske. Intet ændres endnu."),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.xlsm,.csv,.txt,.tsv"}),
        error_messages={
            "required": gettext_lazy("Vælg en fil."),
            "empty": gettext_lazy("Filen er tom."),
        },
        max_length=200,
        validators=[
            FileExtensionValidator(
                ["xlsx", "xlsm", "csv", "txt", "tsv", "xls", "ods", "pdf"],
                message=gettext_lazy("Filen skal være Excel (.xlsx) eller CSV (.csv)."),
            )
        ],
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = [(kind, subject.sheet) for kind, subject in SUBJECTS.items() if subject.may(user)]
        field: Any = self.fields["kind"]
        field.choices = self.offered

    def clean_kind(self) -> str:
        """The first of what the user may write, where nothing was chosen."""
        return self.cleaned_data["kind"] or self.offered[0][0]

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > settings.SHEET_MOST_MB * MB:
            raise forms.ValidationError(
                _("Filen fylder mere end %(mb)d MB. Del den i flere filer, eller fjern billeder og farver i den.")
                % {"mb": settings.SHEET_MOST_MB}
            )
        return file
