"""Pages kept for visitors who are nobody in particular, and made new as soon as something on them changes."""
