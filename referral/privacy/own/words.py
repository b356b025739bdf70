"""The fixed words of the person's own paper, as those of the slips: in Danish and, beside it, in their language.

What they said yes to stands in the words that it was given in, which are Danish; `kinds` say in short what it is about.
"""

from __future__ import annotations

from dataclasses import dataclass

from catalogue.choices import Language


@dataclass(frozen=True, slots=True)
class OwnWords:
    """The paper's words in one language. `kinds`: to be referred, to be contacted, the doctor, three questions."""

    heading: str
    said_yes: str
    when: str
    who: str
    change: str
    how: str
    call: str
    number: str
    keep: str
    kinds: tuple[str, str, str, str]


DANISH = OwnWords(
    heading="Dit samtykke",
    said_yes="Det har du sagt ja til",
    when="Hvornår",
    who="Hvem skrev det ned",
    change="Du kan altid sige nej igen",
    how="Åbn adressen, eller peg på koden med din telefon. Vælg, hvad vi skal slette. Du behøver ikke sige hvorfor.",
    call="Eller ring",
    number="Sig dette nummer, når du ringer",
    keep="Pas godt på papiret. Den, der har adressen, kan bruge den.",
    kinds=("At blive henvist", "At blive kontaktet", "At lægen får besked til sidst", "Tre spørgsmål om ensomhed"),
)
ENGLISH = OwnWords(
    heading="Your consent",
    said_yes="You have said yes to this",
    when="When",
    who="Who wrote it down",
    change="You can always say no again",
    how="Open the address, or point your phone at the code. Choose what we should delete. You need not say why.",
    call="Or call",
    number="Say this number when you call",
    keep="Keep this paper safe. Whoever has the address can use it.",
    kinds=("To be referred", "To be contacted", "That your doctor is told at the end", "Three questions on loneliness"),
)

WORDS: dict[str, OwnWords] = {
    Language.DANISH: DANISH,
    Language.ENGLISH: ENGLISH,
    Language.GERMAN: OwnWords(
        heading="Ihre Einwilligung",
        said_yes="Dazu haben Sie Ja gesagt",
        when="Wann",
        who="Wer hat es aufgeschrieben",
        change="Sie können jederzeit wieder Nein sagen",
        how="Öffnen Sie die Adresse, oder halten Sie das Telefon auf den Code. Wählen Sie, was wir löschen sollen. "
        "Sie müssen nicht sagen, warum.",
        call="Oder rufen Sie an",
        number="Nennen Sie diese Nummer, wenn Sie anrufen",
        keep="Bewahren Sie das Papier gut auf. Wer die Adresse hat, kann sie benutzen.",
        kinds=(
            "Vermittelt werden",
            "Kontaktiert werden",
            "Am Ende Nachricht an den Arzt",
            "Drei Fragen zu Einsamkeit",
        ),
    ),
    Language.FRENCH: OwnWords(
        heading="Votre consentement",
        said_yes="Vous avez dit oui à ceci",
        when="Quand",
        who="Qui l’a noté",
        change="Vous pouvez toujours dire non",
        how="Ouvrez l’adresse ou visez le code avec votre téléphone. Choisissez ce que nous devons effacer. "
        "Vous n’avez pas à dire pourquoi.",
        call="Ou téléphonez",
        number="Dites ce numéro quand vous téléphonez",
        keep="Gardez bien ce papier. Qui a l’adresse peut l’utiliser.",
        kinds=("Être orienté", "Être contacté", "Informer le médecin à la fin", "Trois questions sur la solitude"),
    ),
    Language.SPANISH: OwnWords(
        heading="Su consentimiento",
        said_yes="Usted ha dicho que sí a esto",
        when="Cuándo",
        who="Quién lo anotó",
        change="Siempre puede decir que no",
        how="Abra la dirección o apunte al código con su teléfono. Elija qué debemos borrar. "
        "No tiene que decir por qué.",
        call="O llame",
        number="Diga este número cuando llame",
        keep="Guarde bien este papel. Quien tenga la dirección puede usarla.",
        kinds=("Ser derivado", "Ser contactado", "Informar al médico al final", "Tres preguntas sobre la soledad"),
    ),
    Language.POLISH: OwnWords(
        heading="Twoja zgoda",
        said_yes="Na to się zgadzasz",
        when="Kiedy",
        who="Kto to zapisał",
        change="Zawsze możesz cofnąć zgodę",
        how="Otwórz adres albo skieruj telefon na kod. Wybierz, co mamy usunąć. Nie musisz mówić dlaczego.",
        call="Albo zadzwoń",
        number="Podaj ten numer, gdy dzwonisz",
        keep="Przechowuj tę kartkę w bezpiecznym miejscu. Kto ma adres, może go użyć.",
        kinds=("Skierowanie", "Kontakt z Tobą", "Wiadomość do lekarza na koniec", "Trzy pytania o samotność"),
    ),
    Language.UKRAINIAN: OwnWords(
        heading="Ваша згода",
        said_yes="На це ви погодилися",
        when="Коли",
        who="Хто це записав",
        change="Ви завжди можете відмовитися",
        how="Відкрийте адресу або наведіть телефон на код. Виберіть, що нам видалити. Пояснювати причину не потрібно.",
        call="Або зателефонуйте",
        number="Назвіть цей номер, коли телефонуєте",
        keep="Бережіть цей папір. Хто має адресу, може нею скористатися.",
        kinds=("Направлення", "Зв’язок з вами", "Повідомлення лікарю наприкінці", "Три запитання про самотність"),
    ),
    Language.TURKISH: OwnWords(
        heading="Onayınız",
        said_yes="Bunlara evet dediniz",
        when="Ne zaman",
        who="Kim yazdı",
        change="Her zaman vazgeçebilirsiniz",
        how="Adresi açın veya telefonunuzu koda tutun. Neyi silmemizi istediğinizi seçin. "
        "Nedenini söylemeniz gerekmez.",
        call="Veya arayın",
        number="Aradığınızda bu numarayı söyleyin",
        keep="Bu kâğıdı iyi saklayın. Adresi bilen herkes onu kullanabilir.",
        kinds=("Yönlendirilmek", "Sizinle iletişim", "Sonunda doktora bilgi verilmesi", "Yalnızlık üzerine üç soru"),
    ),
    Language.BOSNIAN: OwnWords(
        heading="Vaša saglasnost",
        said_yes="Na ovo ste pristali",
        when="Kada",
        who="Ko je to zapisao",
        change="Uvijek možete reći ne",
        how="Otvorite adresu ili usmjerite telefon na kod. Izaberite šta da izbrišemo. Ne morate reći zašto.",
        call="Ili nazovite",
        number="Recite ovaj broj kada nazovete",
        keep="Dobro čuvajte ovaj papir. Ko ima adresu, može je koristiti.",
        kinds=("Upućivanje", "Kontakt s vama", "Obavijest ljekaru na kraju", "Tri pitanja o usamljenosti"),
    ),
    Language.ROMANIAN: OwnWords(
        heading="Acordul dumneavoastră",
        said_yes="Ați spus da la acestea",
        when="Când",
        who="Cine a notat",
        change="Puteți oricând să spuneți nu",
        how="Deschideți adresa sau îndreptați telefonul spre cod. Alegeți ce să ștergem. Nu trebuie să spuneți de ce.",
        call="Sau sunați",
        number="Spuneți acest număr când sunați",
        keep="Păstrați bine această hârtie. Cine are adresa o poate folosi.",
        kinds=(
            "Să fiți îndrumat",
            "Să fiți contactat",
            "Medicul este informat la final",
            "Trei întrebări despre singurătate",
        ),
    ),
    Language.VIETNAMESE: OwnWords(
        heading="Sự đồng ý của bạn",
        said_yes="Bạn đã đồng ý những điều này",
        when="Khi nào",
        who="Ai đã ghi lại",
        change="Bạn luôn có thể rút lại",
        how="Mở địa chỉ, hoặc hướng điện thoại vào mã. Chọn những gì chúng tôi cần xóa. Bạn không cần nói lý do.",
        call="Hoặc gọi điện",
        number="Hãy nói số này khi bạn gọi",
        keep="Giữ tờ giấy này cẩn thận. Ai có địa chỉ đều có thể dùng nó.",
        kinds=("Được giới thiệu", "Được liên hệ", "Báo cho bác sĩ khi kết thúc", "Ba câu hỏi về sự cô đơn"),
    ),
    Language.ARABIC: OwnWords(
        heading="موافقتك",
        said_yes="هذا ما وافقت عليه",
        when="متى",
        who="من كتب ذلك",
        change="يمكنك دائمًا أن تتراجع",
        how="افتح العنوان، أو وجّه هاتفك نحو الرمز. اختر ما تريد أن نحذفه. لا تحتاج إلى ذكر السبب.",
        call="أو اتصل",
        number="اذكر هذا الرقم عندما تتصل",
        keep="احتفظ بهذه الورقة جيدًا. من لديه العنوان يمكنه استخدامه.",
        kinds=("إحالتك", "الاتصال بك", "إبلاغ طبيبك في النهاية", "ثلاثة أسئلة عن الوحدة"),
    ),
    Language.FARSI: OwnWords(
        heading="رضایت شما",
        said_yes="شما به این‌ها بله گفته‌اید",
        when="چه وقت",
        who="چه کسی آن را نوشت",
        change="همیشه می‌توانید نه بگویید",
        how="نشانی را باز کنید، یا تلفن را به سوی کد بگیرید. انتخاب کنید چه چیزی را پاک کنیم. لازم نیست دلیل بگویید.",
        call="یا تلفن کنید",
        number="هنگام تلفن این شماره را بگویید",
        keep="از این کاغذ خوب نگه‌داری کنید. هر کس نشانی را دارد می‌تواند از آن استفاده کند.",
        kinds=("معرفی شما", "تماس با شما", "خبر دادن به پزشک در پایان", "سه پرسش درباره تنهایی"),
    ),
    Language.URDU: OwnWords(
        heading="آپ کی رضامندی",
        said_yes="آپ نے ان باتوں پر ہاں کہی ہے",
        when="کب",
        who="کس نے لکھا",
        change="آپ ہمیشہ انکار کر سکتے ہیں",
        how="پتہ کھولیں، یا فون کو کوڈ کی طرف کریں۔ چنیں کہ ہم کیا مٹائیں۔ وجہ بتانا ضروری نہیں۔",
        call="یا فون کریں",
        number="فون کرتے وقت یہ نمبر بتائیں",
        keep="یہ کاغذ سنبھال کر رکھیں۔ جس کے پاس پتہ ہو وہ اسے استعمال کر سکتا ہے۔",
        kinds=("آپ کو بھیجنا", "آپ سے رابطہ", "آخر میں ڈاکٹر کو اطلاع", "تنہائی کے بارے میں تین سوال"),
    ),
}


def words_in(language: str) -> tuple[OwnWords, str]:
    """The words for somebody who reads `language`, and the language that they are in: English where there are none."""
    return (WORDS[language], language) if language in WORDS else (ENGLISH, str(Language.ENGLISH))
