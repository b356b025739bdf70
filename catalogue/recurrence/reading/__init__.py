"""Times in everyday Danish, read as rules: "hver 2. tirsdag kl. 10-12, ikke i skoleferier".

`words.py` and `describe.py` say rules aloud; what they say is read back here.
"""

from .read import Reading, read_times

__all__ = ["Reading", "read_times"]
