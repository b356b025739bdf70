"""Somebody who goes along the first time: who can, who is asked, and how it went."""
