#!/bin/sh
# Writes requirements.txt: the newest packages that requirements.in allows,
# each with the hashes of all its files, so that one lock serves every
# platform. No address is written, so that any package index can serve it.
set -eu

cd "$(dirname "$0")/.."
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT

"$(sh setup/find_python.sh)" -m venv "$tools"
"$tools/bin/python" -m pip install --quiet --disable-pip-version-check \
    pip==26.3 pip-tools==7.6.2
CUSTOM_COMPILE_COMMAND='make lock' "$tools/bin/pip-compile" --quiet --upgrade \
    --generate-hashes --strip-extras --no-emit-index-url --no-emit-find-links \
    --no-emit-trusted-host --output-file requirements.txt requirements.in
