"""What a person is asked to say yes to."""

from referral.life.choices import ConsentKind
from referral.life.wordings import WORDINGS


def test_words_say_how_long_a_name_is_kept_and_that_a_yes_can_be_taken_back(settings):
    settings.REFERRAL_CONTACT_DAYS_AFTER_CLOSE = 17
    contacted = WORDINGS[ConsentKind.CONTACTED].text
    assert "senest 17 dage efter" in contacted and "fortryder" in contacted
    assert "altid fortryde" in WORDINGS[ConsentKind.REFERRED].text
    assert all(wording.text.startswith("Ja, ") and "%" not in wording.text for wording in WORDINGS.values())
