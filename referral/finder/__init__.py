"""From needs to offers: what can be proposed, how well it fits, why, and what must be asked first."""
