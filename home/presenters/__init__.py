"""What the portal's pages show, worked out before the templates."""
