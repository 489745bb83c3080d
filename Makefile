# The folder of the book: its own seeds/, book/ and, if it likes, styles/.
ROOT ?= .

# What make or the shell reads as more than a part of a name. A name is looked at
# as it was typed, for make runs the $(shell …) in it as soon as it is asked what it is.
hash := \#
define newline


endef
tab := $(subst x,,x	x)
marks := $$ ` " ' \ ; & | < > ( ) { } [ ] * ? ! ^ % : = $(hash)
special = $(strip $(foreach mark,$(marks),$(findstring $(mark),$(value $1))) \
    $(if $(findstring $(newline),$(value $1))$(findstring $(tab),$(value $1)),line) \
    $(filter -%,$(firstword $(value $1))))
has_space = $(if $(filter 1,$(words x$(value $1)x)),,space)
refuse_special = $(if $(call special,$1)$(if $3,$(call has_space,$1)),$(error $1 must be $2 \
    whose name does not begin with - and has none of $(marks) in it$(if $3, and no space)))
# Since version 4.4 the first $(shell …) asks for the values of all that was given to make.
$(call refuse_special,ROOT,a folder)
$(if $(filter bench,$(MAKECMDGOALS)),$(call refuse_special,TEXT,a file,no space))

# A name with a space make would read as two: such a folder has no stamps. What did not change,
# the press itself does not make anew.
spaced := $(call has_space,ROOT)
ifdef spaced
ifneq ($(shell test -d '$(ROOT)' && echo yes),yes)
$(error ROOT must be a folder that exists, not "$(ROOT)")
endif
else
# Not every shell expands ~ in ROOT=~/my-book.
folder := $(patsubst %/.,%,$(wildcard $(ROOT)/.))
$(call refuse_special,folder,a folder,no space)
ifneq ($(words $(ROOT)) $(words $(folder)),1 1)
$(error ROOT must be a folder that exists, not "$(ROOT)")
endif
override ROOT := $(folder)
endif

.DEFAULT_GOAL := all
.PHONY: all manuscript epub kepub pdf docx print wrap booklet sample proof check desk lint test pictures tables messages declarations ace readers dask bench peers fuzz lock editor clean distclean help FORCE

python := .venv/bin/python
ifeq ($(shell uname),Darwin)
# Homebrew's libraries are not where macOS looks for a library by its name.
python := DYLD_FALLBACK_LIBRARY_PATH=/opt/homebrew/lib:/usr/local/lib $(python)
endif
press := $(python) pipeline.py

# One stamp a step. They live in dist/, so that who deletes dist/ deletes them.
stamps := $(if $(spaced),.no-stamps,$(ROOT)/dist/.stamps)

# FORCE when something below folders $2 is newer than stamp $1. Names in a
# book's folder are not ours to choose, so they never become prerequisites:
# make reads spaces and brackets in them its own way. A chapter or seed taken
# away shows in the time of its folder.
if_newer = $(if $(and $(wildcard $(stamps)/$1),$(wildcard $2)),$(if \
    $(shell find $(wildcard $2) -newer $(stamps)/$1 ! -path $(ROOT)/book/.manuscript.json),FORCE))

# FORCE when the file that stamp $1 names, the one it was set for, is gone.
if_gone = $(shell test -f "$$(cat $(stamps)/$1 2>/dev/null)" || echo FORCE)

# The outputs the press knows (tategumi/build/outputs.py), and which of them `make` makes.
outputs := epub kepub pdf docx print wrap booklet
usual := epub pdf

code := pipeline.py requirements.txt $(shell find tategumi -type f ! -name '*.pyc')
styles := $(shell find styles -type f)

all: $(if $(spaced),$(stamps)/all,$(usual)) ## Make the EPUB and the PDF (what plain `make` does)

manuscript: $(stamps)/manuscript ## Clean the seeds into book/, for you to edit

epub: $(stamps)/epub ## Make dist/<slug>.epub

kepub: $(stamps)/kepub ## Make dist/<slug>.kepub.epub, for Kobo

pdf: $(stamps)/pdf ## Make dist/<slug>.pdf

docx: $(stamps)/docx ## Make dist/<slug>.docx, for Word

print: $(stamps)/print ## Make dist/<slug>.print.pdf, for the printer (PDF/X)

wrap: $(stamps)/wrap ## Make dist/<slug>.wrap.pdf, the cover for the printer

booklet: $(stamps)/booklet ## Make dist/<slug>.booklet.pdf, two pages a side, to fold and stitch

sample: .venv/ready ## Make EPUB and PDF of the first chapters, dist/<slug>.sample.*
	$(press) sample --root '$(ROOT)'

proof: $(stamps)/proof ## Draw grid and line adjustment over the pages, into dist/proof/

check: $(stamps)/check ## Check the EPUB and the PDF as a publisher would

desk: .venv/ready ## Open the editor's desk in the browser (OPTIONS=--no-browser)
	$(press) desk --root $(ROOT) $(OPTIONS)

lint: .venv/test ## Check the code: ruff's rules and format, mypy's types
	$(python) -m ruff check .
	$(python) -m ruff format --check .
	$(python) -m mypy

test: .venv/test .venv/java .venv/browser .venv/plates ## Run the tests of the press itself
	$(python) -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile

pictures: .venv/test .venv/browser ## Draw the pictures of the docs anew
	PYTHONPATH=. $(python) docs/house-style/make.py
	PYTHONPATH=. $(python) docs/desk/make.py
	PYTHONPATH=. $(python) docs/manuscript/make.py
	PYTHONPATH=. $(python) docs/pages/make.py

tables: .venv/ready ## Write the tables of docs/ that are made of the code
	PYTHONPATH=. $(python) docs/tables.py

declarations: .venv/ready ## Make the C declarations of the libraries ready, for another WeasyPrint
	PYTHONPATH=. $(python) setup/declarations.py

messages: .venv/ready ## Keep the catalogues of messages in step with the code
	PYTHONPATH=. $(python) setup/messages.py

ace: node_modules/installed ## Install Ace, which `make check` asks whether everybody can read the EPUB

readers: .venv/test .venv/java node_modules/ready ## Try the EPUB in reading systems, calibre and Ace
	$(python) -m pytest -m readers tests/readers

fuzz: .venv/test ## Try the press for an hour on seeds and folders that nobody meant to write
	$(python) -m tests.fuzz

dask: .venv/dask ## Install Dask, for libraries on more than one machine

bench: .venv/ready .venv/dask ## Measure speed against peers, on TEXT=novel (Aozora notation)
	$(if $(value TEXT),,$(error TEXT must be a novel in the notation of Aozora Bunko))
	$(python) -m benchmarks $(TEXT) $(OPTIONS)

peers: .venv/peers benchmarks/node_modules/ready ## Install the peers of `make bench`

lock: ## Take the newest packages that pyproject.toml allows into the locks
	sh setup/lock.sh

editor: ## Make the desk's editor anew, of the packages in setup/editor
	sh setup/editor/bundle.sh

clean: ## Delete what was made; book/ and .venv stay
	rm -rf '$(ROOT)/dist'

distclean: clean ## Delete .venv and node_modules too
	rm -rf .venv .mypy_cache .ruff_cache node_modules benchmarks/node_modules \
	    setup/editor/node_modules tests/desk/node_modules

help: ## List these targets
	@echo 'make [target] [ROOT=folder-of-a-book]'
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  %-11s %s\n", $$1, $$2 }' Makefile

.venv/ready: requirements.txt setup/environment.sh setup/find_python.sh setup/system_parts.py
	@sh setup/environment.sh

# What the user needs not, on top of what the press does.
.venv/check .venv/dask .venv/peers: .venv/%: .venv/ready requirements-%.txt
	@sh setup/install.sh requirements-$*.txt
	@touch $@

.venv/test: .venv/check .venv/dask requirements-test.txt
	@sh setup/install.sh requirements-test.txt
	@touch $@

.venv/java: .venv/ready setup/system_parts.py
	@$(python) setup/system_parts.py check
	@touch $@

# What drives the desk. Where it cannot be had, the tests that need it are skipped.
.venv/browser: tests/desk/package-lock.json setup/system_parts.py | .venv/ready
	-@$(python) setup/system_parts.py desk
	-@npm ci --silent --prefix tests/desk
	@touch $@

# What parts a page into plates of ink. Where it cannot be had, those tests are skipped.
.venv/plates: setup/system_parts.py | .venv/ready
	-@$(python) setup/system_parts.py plates
	@touch $@

# A peer that cannot be had is left out of the comparison.
benchmarks/node_modules/ready: benchmarks/package.json benchmarks/package-lock.json | .venv/ready
	-@$(python) setup/system_parts.py peers
	npm ci --silent --ignore-scripts --no-fund --no-audit --prefix benchmarks
	@touch $@

node_modules/installed: package.json package-lock.json .npmrc | .venv/ready
	@$(python) setup/system_parts.py readers
	npm ci --silent
	@touch $@

# Where the applications cannot be had, what is tried in them is skipped.
node_modules/ready: node_modules/installed
	-@$(python) setup/system_parts.py applications
	@touch $@

ifdef spaced
.PHONY: $(addprefix $(stamps)/,all manuscript proof check $(outputs))
$(addprefix $(stamps)/,all proof $(outputs)): | .venv/ready
	$(press) $(@F) --root '$(ROOT)'

$(stamps)/manuscript: | .venv/ready
	$(press) clean --root '$(ROOT)'

$(stamps)/check: | .venv/check .venv/java
	$(press) check --root '$(ROOT)'
else
# With no seeds the editor's book/ is all there is, and it is the manuscript.
# What there is to say of the cleaning, the press says again with the books.
$(stamps)/manuscript: $(code) $(call if_newer,manuscript,$(ROOT)/seeds $(ROOT)/book) | .venv/ready
	@mkdir -p $(@D)
	$(if $(wildcard $(ROOT)/seeds/*),$(press) clean --root $(ROOT) \
	    $(if $(filter manuscript,$(MAKECMDGOALS)),,>/dev/null))
	@touch $@

# Runs command $1 of the press and sets the stamps of the outputs $2. They get
# the time of the start, not the end: what is edited while the press runs is
# newer than that, and the next make sees it.
define make_outputs
	@touch $(@D)/$1.started
	$(press) $1 --root $(ROOT)
	@$(python) -c 'import sys; from pathlib import Path; from tategumi.build import OUTPUTS, Book; \
	    book = Book(Path(sys.argv[1])); \
	    [Path(sys.argv[2], name).write_text(f"{book.file(OUTPUTS[name].suffix)}\n") \
	    for name in sys.argv[3:]]' '$(ROOT)' '$(@D)' $2
	@touch -r $(@D)/$1.started $(addprefix $(@D)/,$2)
endef

# What output $1 is made anew for, beside the manuscript.
makes = $(styles) $(call if_newer,$1,$(ROOT)/styles) $(call if_gone,$1)

define output_rule
$(stamps)/$1: $(stamps)/manuscript $(call makes,$1)
	$$(call make_outputs,$1,$1)
endef

ifeq ($(filter-out $(usual),$(or $(MAKECMDGOALS),all)),)
$(foreach output,$(outputs),$(eval $(call output_rule,$(output))))
else
$(foreach output,$(filter-out $(usual),$(outputs)),$(eval $(call output_rule,$(output))))

# Who wants all the usual gets them of one run: a pattern rule runs once for all its targets.
$(addprefix %/,$(usual)): %/manuscript $(foreach output,$(usual),$(call makes,$(output)))
	$(call make_outputs,all,$(usual))
endif

# Like make_outputs: newer than the stamp is what is edited while the proof is drawn.
$(stamps)/proof: $(stamps)/manuscript $(styles) $(call if_newer,proof,$(ROOT)/styles) \
    $(call if_gone,proof)
	@touch $(@D)/proof.started
	$(press) proof --root $(ROOT)
	@echo $(ROOT)/dist/proof/index.html > $@
	@touch -r $(@D)/proof.started $@

# What was made for the printer is checked as it is by now.
$(stamps)/check: $(stamps)/epub $(stamps)/pdf \
    $(wildcard $(addprefix $(stamps)/,print wrap)) | .venv/check .venv/java
	$(press) check --root $(ROOT)
	@touch $@
endif
