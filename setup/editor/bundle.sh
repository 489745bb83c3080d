#!/bin/sh
# Makes tategumi/desk/static/codemirror.js of the packages in package-lock.json: one file, with
# the licences of all that is in it in codemirror.licences.txt and their digests in
# codemirror.sha256. The same lock gives the same bytes.
set -eu

cd "$(dirname "$0")"
static=../../tategumi/desk/static

npm ci --silent
node_modules/.bin/esbuild codemirror.mjs --bundle --format=esm --minify --charset=utf8 \
    --target=es2022 --legal-comments=none --log-level=warning --metafile=node_modules/made.json \
    --banner:js='// CodeMirror 6, MIT; licences: codemirror.licences.txt; made by setup/editor/bundle.sh' \
    --outfile="$static/codemirror.js"
node licences.mjs > "$static/codemirror.licences.txt"
cd "$static"
sha256sum codemirror.js codemirror.licences.txt > codemirror.sha256
