"""`python -m crawler.cli`: the `nianbao` command without its script."""

from crawler.cli.program import main

main()
