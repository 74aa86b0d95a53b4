"""The ten examples of docs/api.md print what stands below them, in all three languages."""

import re
import shutil
import subprocess
import sys

import pytest

from tests.paths import ROOT

TEXT = (ROOT / "docs/api.md").read_text("utf-8")
EXAMPLE = re.compile(
    r"### \d+\. (?P<title>.*?)\n\n```bash\n(?P<bash>.*?)```\n\n```python\n(?P<python>.*?)```\n\n"
    r"```javascript\n(?P<javascript>.*?)```\n\n```text\n(?P<printed>.*?)```",
    re.DOTALL,
)
EXAMPLES = [found.groupdict() for found in EXAMPLE.finditer(TEXT)]
PROGRAMS = {
    "bash": ("bash", ["bash", "-c"]),
    "python": (sys.executable, [sys.executable, "-c"]),
    "javascript": ("node", ["node", "--input-type=module", "-e"]),
}


def test_there_are_ten():
    assert len(EXAMPLES) == 10


@pytest.mark.parametrize("language", PROGRAMS)
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["title"])
def test_an_example_prints_what_it_says(site, example, language):
    program, command = PROGRAMS[language]
    if shutil.which(program) is None:
        pytest.skip(f"there is no {program}")
    code = example[language].replace("http://127.0.0.1:8000", site.url)

    done = subprocess.run([*command, code], capture_output=True, text=True, check=False)

    assert done.stderr == ""
    assert done.stdout.split() == example["printed"].split()
