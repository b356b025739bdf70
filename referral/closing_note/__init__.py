"""The note to the person's doctor when a referral is over: as words, and on paper."""
