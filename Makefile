# The commands of the project; the work is done by the scripts in tools/.
#
#   make serve [PORT=8080]     build the report if needed and serve it at http://127.0.0.1:8080/
#   make build [URL=https://…] leave the deployable site in dist/ (URL: where it will lie, for the sitemap and links)
#             [KEEP=folder]    and take over the embeds of earlier releases from the site as it was published before
#   make pdf                   print the built report to dist/throughline.pdf (make build does so where Chromium is)
#   make one-file              the same report, with its figures, search and slides, in one HTML file: dist/throughline.html
#   make check [STUDY=folder]  validate a study
#   make test                  run every check and test
#   make bench [QUICK=1]       measure figures against other charting libraries (about 40 minutes; QUICK: roughly, 10)

PORT ?= 8080
STUDY ?= assets/study
QUICK ?=
URL ?=
KEEP ?=
export URL
export KEEP

.PHONY: serve build pdf one-file check test bench

serve:
	@tools/serve.sh "$(PORT)"

build:
	@tools/build.sh

pdf:
	@tools/pdf.sh

# The build makes it, and says how large it is.
one-file: build
	@echo "dist/throughline.html opens by itself, from any disk: nothing else of dist/ is needed."

check:
	@tools/check.sh "$(STUDY)"

test:
	@tools/test.sh

bench:
	@tools/bench.sh $(if $(QUICK),--quick)
