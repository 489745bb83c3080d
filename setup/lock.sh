#!/bin/sh
# Writes requirements*.txt: the newest packages that pyproject.toml allows, each
# with the hashes of all its files, so that one lock serves every platform. No
# address is written, so that any package index can serve it. requirements.txt
# is what the press needs; each of the others is installed on top of it.
set -eu

cd "$(dirname "$0")/.."
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT

python=$(sh setup/find_python.sh)
"$python" -m venv "$tools"
"$tools/bin/python" -m pip install --quiet --disable-pip-version-check \
    pip==26.3 pip-tools==7.6.2

# Writes the lock $1 of what is asked for under $2, with what the other locks have.
lock() {
    file=$1
    "$python" setup/asked_for.py "$2" > "$tools/asked"
    shift 2
    for other; do
        echo "--constraint $PWD/$other" >> "$tools/asked"
    done
    CUSTOM_COMPILE_COMMAND='make lock' "$tools/bin/pip-compile" --quiet --upgrade \
        --generate-hashes --strip-extras --no-annotate --no-emit-index-url \
        --no-emit-find-links --no-emit-trusted-host --output-file "$file" "$tools/asked"
}

lock requirements.txt press
lock requirements-check.txt check requirements.txt
lock requirements-dask.txt dask requirements.txt
lock requirements-test.txt test requirements.txt requirements-check.txt requirements-dask.txt
lock requirements-peers.txt peers requirements.txt
