#!/bin/sh
# Installs the lock $1 into .venv. It is whole, so there is nothing to resolve; the
# resolvers of some pips fail on an extra that two packages spell in two ways.
set -eu

.venv/bin/python -m pip install -qq --disable-pip-version-check --no-input --no-deps \
    --only-binary :all: --require-hashes --requirement "$1"
