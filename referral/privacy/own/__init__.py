"""What the person takes home: what they said yes to, and how to say no again."""
