#!/bin/sh
# Writes requirements.txt, requirements-dask.txt and requirements-peers.txt: the
# newest packages that their .in files allow, each with the hashes of all its
# files, so that one lock serves every platform. No address is written, so that
# any package index can serve it.
set -eu

cd "$(dirname "$0")/.."
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT

"$(sh setup/find_python.sh)" -m venv "$tools"
"$tools/bin/python" -m pip install --quiet --disable-pip-version-check \
    pip==26.3 pip-tools==7.6.2
for lock in requirements requirements-dask requirements-peers; do
    CUSTOM_COMPILE_COMMAND='make lock' "$tools/bin/pip-compile" --quiet --upgrade \
        --generate-hashes --strip-extras --no-emit-index-url --no-emit-find-links \
        --no-emit-trusted-host --output-file "$lock.txt" "$lock.in"
done
