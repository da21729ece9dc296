"""Which division a report belongs to: printed names, all the other evidence of a page, and the decision between them."""
