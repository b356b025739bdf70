"""What people search for without a fitting answer, counted so that editors see what is missing."""
