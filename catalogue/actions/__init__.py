"""Every write that touches more than one model: keyword-only functions, the actor as `by=`, one transaction each."""
