"""What a person must decide: conflicts and forks, side by side."""
