"""What a page says in the language it is for, written here and not by gettext: it is the same in every interface."""

from __future__ import annotations

from dataclasses import dataclass

from ..choices import Language

RIGHT_TO_LEFT = {Language.ARABIC, Language.FARSI, Language.URDU}

NAMES = {
    Language.ENGLISH: "English",
    Language.ARABIC: "العربية",
    Language.UKRAINIAN: "Українська",
    Language.TURKISH: "Türkçe",
    Language.GERMAN: "Deutsch",
    Language.POLISH: "Polski",
    Language.SOMALI: "Soomaali",
    Language.FARSI: "فارسی",
    Language.URDU: "اردو",
    Language.BOSNIAN: "Bosanski",
    Language.VIETNAMESE: "Tiếng Việt",
    Language.ROMANIAN: "Română",
    Language.FRENCH: "Français",
    Language.SPANISH: "Español",
    Language.GREENLANDIC: "Kalaallisut",
    Language.FAROESE: "Føroyskt",
    Language.TIGRINYA: "ትግርኛ",
}

WELCOMES = {
    Language.ENGLISH: (
        "Things you can join",
        "Here is a little about some of the activities. The rest of each page is in Danish. "
        "You are welcome even if you speak little Danish.",
    ),
    Language.ARABIC: (
        "أنشطة يمكنك المشاركة فيها",
        "هنا نبذة قصيرة عن بعض الأنشطة. باقي كل صفحة باللغة الدنماركية. أهلاً بك حتى لو كنت تتكلم القليل من الدنماركية.",
    ),
    Language.UKRAINIAN: (
        "Заняття, до яких можна долучитися",
        "Тут коротко розказано про деякі заняття. Решта кожної сторінки — данською. "
        "Приходьте, навіть якщо ви мало говорите данською.",
    ),
    Language.TURKISH: (
        "Katılabileceğiniz etkinlikler",
        "Burada bazı etkinlikler hakkında kısa bilgi var. Her sayfanın geri kalanı Danca. "
        "Az Danca bilseniz de gelebilirsiniz.",
    ),
    Language.GERMAN: (
        "Angebote, bei denen Sie mitmachen können",
        "Hier steht kurz etwas über einige Angebote. Der Rest jeder Seite ist auf Dänisch. "
        "Sie sind willkommen, auch wenn Sie wenig Dänisch sprechen.",
    ),
    Language.POLISH: (
        "Zajęcia, w których możesz wziąć udział",
        "Tutaj jest krótko o niektórych zajęciach. Reszta każdej strony jest po duńsku. "
        "Zapraszamy, nawet jeśli słabo mówisz po duńsku.",
    ),
    Language.FARSI: (
        "فعالیت‌هایی که می‌توانید در آن‌ها شرکت کنید",
        "اینجا توضیح کوتاهی درباره‌ی برخی فعالیت‌ها هست. بقیه‌ی هر صفحه به زبان دانمارکی است. "
        "حتی اگر کمی دانمارکی بلدید، خوش آمدید.",
    ),
}


@dataclass(frozen=True, slots=True)
class InLanguage:
    """A language as a page needs it: code, direction of writing, its own name and its Danish one."""

    code: str
    direction: str
    name: str
    danish: str


def in_language(code: str) -> InLanguage:
    """The language of a code of `Language`."""
    language = Language(code)
    direction = "rtl" if language in RIGHT_TO_LEFT else "ltr"
    return InLanguage(code, direction, NAMES[language], str(language.label))
