#!/bin/sh
# Prints the first Python of 3.11 or later on the PATH.
set -eu

for name in python3 python3.14 python3.13 python3.12 python3.11; do
    if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        echo "$name"
        exit
    fi
done

echo 'setup: no Python 3.11 or later on the PATH. Install one and run make again:
  Debian, Ubuntu:    sudo apt-get install python3 python3-venv
  Fedora:            sudo dnf install python3
  macOS (Homebrew):  brew install python' >&2
exit 1
