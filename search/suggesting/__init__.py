"""What someone may be about to type: areas, interests, titles, and mistyped words spelt as they are known here."""
