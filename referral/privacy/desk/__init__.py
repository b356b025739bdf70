"""For those who work with referrals: what the person said yes to, what may be handed to them, and who has read what."""
