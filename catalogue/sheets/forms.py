"""The form that takes a file."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import FileExtensionValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

MB = 1024 * 1024


class UploadForm(forms.Form):
    """One file; what is in it is looked at later."""

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

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > settings.SHEET_MOST_MB * MB:
            raise forms.ValidationError(
                _("Filen fylder mere end %(mb)d MB. Del den i flere filer, eller fjern billeder og farver i den.")
                % {"mb": settings.SHEET_MOST_MB}
            )
        return file
