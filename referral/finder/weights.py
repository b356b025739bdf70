"""How much each thing counts, in points; what the person likes and misses counts most. Set by judged cases
(`manage.py evaluate_referral`), and rounded: no digit here stands for a single case."""

LIKES = 2.0
NOT_LIKED = -0.7  # a community about something else
MISSES = 2.5
SITUATION = 2.5
FOR_ALL = 0.25  # of SITUATION, for what is open to everybody
FOR_OTHERS = -1.0  # what is made for other people
FOR_OTHERS_BY_CONDITION = -3.0  # … and for an illness, a loss or a story that the person does not share
CLOSED_TO_OTHERS = -2.0  # shares a group with the person, but not the one it is about

REACH_HERE = 1.5  # comes to the person, or is in the person's own area
REACH_SERVED = 0.8  # is made for the person's area and lies near it
PER_KILOMETRE = -0.07
MOST_KILOMETRES = 20.0
NOT_SERVED = -0.5
COMES_HOME = 0.3

HELPS = 1.0  # takes a barrier away: drives the person, goes along
SUITS = 0.8  # is known to suit a barrier
UNKNOWN = -0.4  # whether it suits a barrier is not known
SERVICE_NOT_NEEDED = -2.0  # an escort or a lift for somebody who asks for neither
STRAINS = -0.8  # goes against a barrier without breaking it

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
