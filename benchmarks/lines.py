"""Lines of Python by package, without migrations: ``python -m benchmarks.lines``."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("agents", "casebook", "cases", "experts", "search")


def main() -> None:
    total = modules = 0
    for package in PACKAGES:
        files = [path for path in (ROOT / package).rglob("*.py") if "migrations" not in path.parts]
        lines = sum(len(path.read_text("utf-8").splitlines()) for path in files)
        print(f"{package:<10}{lines:>7} lines in {len(files)} modules")
        total, modules = total + lines, modules + len(files)
    print(f"{'together':<10}{total:>7} lines in {modules} modules")


if __name__ == "__main__":
    main()
