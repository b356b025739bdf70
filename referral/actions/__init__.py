"""What the referrals write."""
