"""The editors' handbook: docs/redaktoer/, read in the editors' system."""
