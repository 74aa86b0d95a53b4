"""Every address of the API conforms to its schema for any request (schemathesis)."""

import subprocess
import sys

from tests.paths import ROOT

SAID_IN_WORDS = "positive_data_acceptance"
"""A city that is not there is a well-formed question, too; the answer 400 says so."""


def test_no_question_breaks_what_the_description_promises(site, tmp_path):
    command = [
        *(sys.executable, "-c", "from schemathesis.cli import schemathesis; schemathesis()"),
        *("run", str(ROOT / "docs/openapi.yaml"), "--url", site.url, "--no-color"),
        *("--phases", "examples,coverage,fuzzing", "--max-examples", "10", "--seed", "1"),
        *("--generation-database", "none", "--exclude-checks", SAID_IN_WORDS),
    ]

    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout[-6000:]
    assert "Tested: 24" in done.stdout
