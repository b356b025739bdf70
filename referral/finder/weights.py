"""How much each thing counts, in points; what the person likes and misses counts most. Set by judged cases
(`manage.py evaluate_referral`), and rounded: no digit here stands for a single case."""

LIKES = 2.0
NOT_LIKED = -0.7  # a community about something else
LIKED_SUBJECT = 0.4  # its title promises what the person likes
OTHER_SUBJECT = -0.5  # … or something that the person has not asked for
RARITY_OF_INTERESTS = (0.4, 1.3)
RARITY_OF_GROUPS = (0.4, 1.0)
MISSES = 2.5
SITUATION = 2.5
FOR_ALL = 0.25  # of SITUATION, for what is open to everybody
ABOUT_THEM = 0.5  # its title says that it is for a group that the person is of
BY_AGE_ALONE = -0.8  # for the ill or frail of that age
OTHER_AGE = -1.0  # among people of another age
FOR_THE_DISCHARGED = -1.2  # begins at a hospital bed, which the needs do not tell of
FOR_OTHERS = -1.0  # what is made for other people
FOR_OTHERS_BY_CONDITION = -5.0  # … and for an illness, a loss or a story that the person does not share

REACH_HERE = 1.5  # comes to the person, or is in the person's own area
REACH_SERVED = 0.8  # is made for the person's area and lies near it
REACH_NAMED = 0.3  # names the person's own area
PER_KILOMETRE = -0.07
TRAVELS = 0.5  # so much of that for somebody who can get about
MOST_KILOMETRES = 20.0
NOT_SERVED = -1.5
COMES_HOME = 0.3

HELPS = 1.0  # takes a barrier away: drives the person, goes along
SUITS = 0.5  # is known to suit a barrier
UNKNOWN = -0.4  # whether it suits a barrier is not known
UNKNOWN_AND_HARD = -1.2  # … and without it the person cannot be there at all
NO_HOME = -3.0  # comes home to somebody who has none
ESCORT_NEEDED = 0.8  # goes along with somebody who dares not come alone
OTHER_HELP = -1.0  # goes along with somebody who needs help to something else
SERVICE_NOT_NEEDED = -2.0  # an escort or a lift for somebody who asks for neither
STRAINS = -0.5  # goes against a barrier without breaking it

OPENS_BY_REFERRAL = 0.5  # only a professional can open this door
ONCE = -0.4  # a single event, when it is company that is missed
TO_LEARN_DANISH = -0.8  # a meeting for the sake of the language, with somebody who has it
FULL = -1.0
FAR_OFF = -1.6  # begins in months
FIRST_DATE_SOON = 0.2

SAME_PART = 0.2  # taken from an offer for each one of its part of the catalogue that is chosen before it
SAME_INTERESTS = 0.5  # … and when one before it is about all the same
OTHER_PART_ENOUGH = 0.6  # so much of the best one's points lets the best of another part in

TOO_DEAR = 60.0  # kroner
DEAR = 35.0

LIKED_ENOUGH = 0.6  # how much of the wish one liked thing fills
GROUP_ENOUGH = 0.6
