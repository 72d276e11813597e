"""Plain classes around the outside world: they know `domain` only, never an Odoo environment."""
