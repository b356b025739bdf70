"""Whether the addresses on other people's sites that the portal leads to still work."""
