"""The fixed words of a slip in the languages that people read; not by gettext, as the paper has two languages at once.

A language that is not in here gets the English words: a wrong word on paper is worse than a foreign one.
"""

from __future__ import annotations

from dataclasses import dataclass

from catalogue.choices import Language


@dataclass(frozen=True, slots=True)
class FixedWords:
    """The headings of a slip in one language."""

    heading: str
    when: str
    where: str
    way: str
    price: str
    join: str
    call: str
    first_time: str
    company: str
    read_more: str
    doubt: str


DANISH = FixedWords(
    heading="Forslag til dig",
    when="Hvornår",
    where="Hvor",
    way="Sådan kommer du dertil",
    price="Pris",
    join="Sådan kommer du med",
    call="Ring",
    first_time="Hvad sker der første gang?",
    company="Hvem kan gå med dig?",
    read_more="Læs mere på nettet",
    doubt="Er du i tvivl, så ring.",
)
ENGLISH = FixedWords(
    heading="Suggestions for you",
    when="When",
    where="Where",
    way="How to get there",
    price="Price",
    join="How to join",
    call="Call",
    first_time="What happens the first time?",
    company="Who can come with you?",
    read_more="Read more online",
    doubt="If you are in doubt, call.",
)

WORDS: dict[str, FixedWords] = {
    Language.DANISH: DANISH,
    Language.ENGLISH: ENGLISH,
    Language.GERMAN: FixedWords(
        heading="Vorschläge für Sie",
        when="Wann",
        where="Wo",
        way="So kommen Sie hin",
        price="Preis",
        join="So machen Sie mit",
        call="Anrufen",
        first_time="Was passiert beim ersten Mal?",
        company="Wer kann mit Ihnen gehen?",
        read_more="Mehr im Internet",
        doubt="Wenn Sie unsicher sind, rufen Sie an.",
    ),
    Language.FRENCH: FixedWords(
        heading="Propositions pour vous",
        when="Quand",
        where="Où",
        way="Comment y aller",
        price="Prix",
        join="Comment participer",
        call="Téléphoner",
        first_time="Que se passe-t-il la première fois ?",
        company="Qui peut venir avec vous ?",
        read_more="En savoir plus sur internet",
        doubt="En cas de doute, téléphonez.",
    ),
    Language.SPANISH: FixedWords(
        heading="Propuestas para usted",
        when="Cuándo",
        where="Dónde",
        way="Cómo llegar",
        price="Precio",
        join="Cómo participar",
        call="Llamar",
        first_time="¿Qué pasa la primera vez?",
        company="¿Quién puede acompañarle?",
        read_more="Más información en internet",
        doubt="Si tiene dudas, llame.",
    ),
    Language.POLISH: FixedWords(
        heading="Propozycje dla Ciebie",
        when="Kiedy",
        where="Gdzie",
        way="Jak dojechać",
        price="Cena",
        join="Jak dołączyć",
        call="Zadzwoń",
        first_time="Co dzieje się za pierwszym razem?",
        company="Kto może iść z Tobą?",
        read_more="Więcej w internecie",
        doubt="W razie wątpliwości zadzwoń.",
    ),
    Language.UKRAINIAN: FixedWords(
        heading="Пропозиції для вас",
        when="Коли",
        where="Де",
        way="Як дістатися",
        price="Ціна",
        join="Як долучитися",
        call="Зателефонуйте",
        first_time="Що буде першого разу?",
        company="Хто може піти з вами?",
        read_more="Більше в інтернеті",
        doubt="Якщо сумніваєтеся, зателефонуйте.",
    ),
    Language.TURKISH: FixedWords(
        heading="Size öneriler",
        when="Ne zaman",
        where="Nerede",
        way="Oraya nasıl gidilir",
        price="Ücret",
        join="Nasıl katılırsınız",
        call="Arayın",
        first_time="İlk seferde ne olur?",
        company="Sizinle kim gelebilir?",
        read_more="İnternette daha fazlası",
        doubt="Emin değilseniz arayın.",
    ),
    Language.BOSNIAN: FixedWords(
        heading="Prijedlozi za vas",
        when="Kada",
        where="Gdje",
        way="Kako doći",
        price="Cijena",
        join="Kako se priključiti",
        call="Nazovite",
        first_time="Šta se dešava prvi put?",
        company="Ko može ići s vama?",
        read_more="Više na internetu",
        doubt="Ako niste sigurni, nazovite.",
    ),
    Language.ROMANIAN: FixedWords(
        heading="Propuneri pentru dumneavoastră",
        when="Când",
        where="Unde",
        way="Cum ajungeți",
        price="Preț",
        join="Cum participați",
        call="Sunați",
        first_time="Ce se întâmplă prima dată?",
        company="Cine poate merge cu dumneavoastră?",
        read_more="Mai multe pe internet",
        doubt="Dacă aveți îndoieli, sunați.",
    ),
    Language.VIETNAMESE: FixedWords(
        heading="Gợi ý cho bạn",
        when="Khi nào",
        where="Ở đâu",
        way="Cách đi đến đó",
        price="Giá",
        join="Cách tham gia",
        call="Gọi điện",
        first_time="Lần đầu tiên sẽ như thế nào?",
        company="Ai có thể đi cùng bạn?",
        read_more="Xem thêm trên mạng",
        doubt="Nếu chưa chắc, hãy gọi điện.",
    ),
    Language.ARABIC: FixedWords(
        heading="اقتراحات لك",
        when="متى",
        where="أين",
        way="كيف تصل إلى هناك",
        price="السعر",
        join="كيف تشارك",
        call="اتصل",
        first_time="ماذا يحدث في المرة الأولى؟",
        company="من يمكنه أن يذهب معك؟",
        read_more="المزيد على الإنترنت",
        doubt="إذا كنت غير متأكد، فاتصل.",
    ),
    Language.FARSI: FixedWords(
        heading="پیشنهادها برای شما",
        when="چه وقت",
        where="کجا",
        way="چگونه به آنجا برسید",
        price="قیمت",
        join="چگونه شرکت کنید",
        call="تلفن کنید",
        first_time="بار اول چه می‌شود؟",
        company="چه کسی می‌تواند با شما بیاید؟",
        read_more="اطلاعات بیشتر در اینترنت",
        doubt="اگر مطمئن نیستید، تلفن کنید.",
    ),
    Language.URDU: FixedWords(
        heading="آپ کے لیے تجاویز",
        when="کب",
        where="کہاں",
        way="وہاں کیسے پہنچیں",
        price="قیمت",
        join="کیسے شامل ہوں",
        call="فون کریں",
        first_time="پہلی بار کیا ہوتا ہے؟",
        company="آپ کے ساتھ کون جا سکتا ہے؟",
        read_more="مزید معلومات انٹرنیٹ پر",
        doubt="اگر یقین نہ ہو تو فون کریں۔",
    ),
}


def words_in(language: str) -> tuple[FixedWords, str]:
    """The fixed words for somebody who reads `language`, and the language that they are in."""
    if language in WORDS:
        return WORDS[language], language
    return ENGLISH, str(Language.ENGLISH)
