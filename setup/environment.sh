#!/bin/sh
# Makes .venv, with the parts of the system that the press needs around it.
set -eu

cd "$(dirname "$0")/.."
# Homebrew's libraries are not where macOS looks for a library by its name.
export DYLD_FALLBACK_LIBRARY_PATH=/opt/homebrew/lib:/usr/local/lib

python=$(sh setup/find_python.sh)
"$python" setup/system_parts.py press

# .venv/ready comes last: an environment without it is never used.
rm -rf .venv
trap 'test -e .venv/ready || rm -rf .venv' EXIT
echo "setup: making .venv with $("$python" --version)"
"$python" -m venv .venv
sh setup/install.sh requirements.txt
# Older Pythons bring it to every environment; nothing here is built from source.
.venv/bin/python -m pip uninstall -qq --yes setuptools 2>/dev/null
.venv/bin/python -c 'import weasyprint'
touch .venv/ready
