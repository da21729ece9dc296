"""`make bench`: every measure beside its reference, a line each, and all of them in bench/results.json.

A value is a ratio of CPU times taken in one run, the median of several rounds: these machines are noisy.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
from pathlib import Path
from typing import Any

import bench

RESULTS = Path(__file__).parent / "results.json"


def main(names: list[str]) -> int:
    """Runs the named benchmarks (all when none is named) and gives 1 if a bar was missed."""
    known = [module.name for module in pkgutil.iter_modules(bench.__path__) if not module.name.startswith("_")]
    unknown = sorted(set(names) - set(known))
    if unknown:
        print(f"no benchmark named {', '.join(unknown)}; there are: {', '.join(known)}", file=sys.stderr)
        return 2
    results: list[dict[str, Any]] = []
    for name in names or known:
        module = importlib.import_module(f"bench.{name}")
        if not hasattr(module, "measures"):
            continue  # a part of another benchmark, not one itself
        for row in module.measures():
            results.append(row)
            verdict = "ok " if row["ok"] else "LOW"
            print(f"{verdict} {row['name']}: {row['value']:.3f} (bar {row['bar']}; {row['reference']})", flush=True)
    RESULTS.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0 if all(row["ok"] for row in results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
