"""What goes into the index: documents, and the builders that make them of the things that can be found."""

from .document import IndexDocument

__all__ = ["IndexDocument"]
