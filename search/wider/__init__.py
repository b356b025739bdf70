"""Ways on from an answer in which little or nothing fits: other questions, each with how many would fit it."""
