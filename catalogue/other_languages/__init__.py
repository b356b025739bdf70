"""The pages of activities that are told of in another language than Danish."""
