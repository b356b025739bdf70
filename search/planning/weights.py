"""How much each kind of evidence counts. Judged queries set these; `evaluate_search` shows what a change does."""

from search.schema import TextField

# An idea found in a field scores this times the weight of the word.
FIELDS: dict[TextField, float] = {
    TextField.TITLE: 3.0,
    TextField.SUMMARY: 1.6,
    TextField.BODY: 0.8,
}
FACET = 2.0
VENUE_KIND = 4.0
# Plain words, which no concept knows, are looked for in more places.
PLAIN_FIELDS: dict[TextField, float] = {
    **FIELDS,
    TextField.TAGS: 2.0,
    TextField.ORGANISER: 1.2,
    TextField.PLACE: 1.2,
    TextField.EXTRA: 0.6,
}
TIE = 0.1

TYPED = 1.1  # the very word typed, against 1 for another word of the same concept
TYPED_AMONG = 0.4  # one of several words that say it together
TELLS = 0.5  # a facet value of at least this weight is a reason to show an entry
COMMON_SHARE = 0.1  # of the catalogue: a word in more entries than this is common
PART = 0.7  # a part of a compound in the text
PLAIN_PART = 0.5  # a part of a compound typed
GENERIC = 0.35  # "klub", "gruppe"

NEED = 0.5  # what someone misses, beside a thing or a group that they name
COMMONEST = 0.35  # the least that an idea weighs beside a rarer one
RARE = 3.0  # an idea is rare when fewer than one entry in e to this power names it
WORTH_A_LOOK = 0.5  # evidence of less than this weight is no reason to show an entry
STRONG = 1.2  # evidence of at least this weight, outside the body, makes an entry be about an idea

ACTIVE = 3.5  # against an entry on pause

# What binds. In a question that only binds ("om aftenen"), it is all there is to score.
BINDS = 2.0
SAYS_SO = 0.5  # the entry's own words say it too; of the field's worth
SAYS_SO_ALONE = 1.0
NEWCOMERS = 0.7  # for people who are new here, when a foreign language is asked for

# Where it takes place, when a place is named.
THERE = 4.0
COMES_THERE = 2.5
SERVES_THERE = 1.0
SERVES_AT_HOME = 1.0

# What a helpful person mentions first, all else being equal.
OPEN_DOOR = 0.6  # no referral needed
MEET_AGAIN = 0.3  # people meet again
FOR_ALL = 0.4  # it says that it is for all
NOT_NARROW = 1.2  # it is not made for a narrow group, when no group was named
SHORT_QUESTION = 2  # ideas that one entry must all be about to fit exactly
GENERIC_SHARE = 0.5  # an idea of at most this share is only the kind of thing

# Where BM25 scores a word; its score is a few units, so it is scaled to the others' worth.
BY_FREQUENCY: dict[TextField, float] = {TextField.BODY: 0.25}
