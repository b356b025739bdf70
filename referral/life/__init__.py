"""The life of a referral: its states, who may take which step, and what comes next."""
