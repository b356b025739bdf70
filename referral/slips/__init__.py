"""Slips: a few activities on paper, in a text message and at a short address, without a word about who they are for."""
