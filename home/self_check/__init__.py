""" "Tænk over din ensomhed": three questions that a person answers for themselves. Nothing is sent, nothing is kept."""
