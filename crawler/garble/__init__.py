"""The parts of `crawler.decode` and `crawler.repair`: codecs, plausibility, mojibake, disguises."""
