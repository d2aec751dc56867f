# pilot90: every target works on a bare machine with Go, Node (npm) and make.
GO      ?= go
NPM     ?= npm
ASSETS  := templates/assets
NODE    := node_modules
AS_OF   := 2026-03-31
FUZZTIME ?= 60s
HOSTILE ?= 3000

.PHONY: demo test assets bench hostile fuzz lint same build release release-check clean
.DEFAULT_GOAL := build

demo: build ## the main job on the sample: PDF, HTML and JSON in out/
	./bin/pilot90 report samples/midorino --as-of $(AS_OF) --out out

# As the release is built, without cgo: what is compiled for the one serves the other.
test: export CGO_ENABLED = 0
test: assets ## vet and all tests, in one pass
	$(GO) test -trimpath -vet=all ./...

build: assets ## bin/pilot90
	$(GO) build -trimpath -o bin/pilot90 ./cmd/pilot90

assets: $(ASSETS)/.stamp $(ASSETS)/go-LICENSES.txt ## fonts and ECharts from npm and all licences, for go:embed

$(ASSETS)/.stamp: package-lock.json
	$(NPM) ci --ignore-scripts --no-audit --no-fund --loglevel=error
	cp $(NODE)/@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf $(ASSETS)/BIZUDPGothic-Regular.ttf
	cp $(NODE)/@expo-google-fonts/biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf $(ASSETS)/BIZUDPGothic-Bold.ttf
	cp $(NODE)/@expo-google-fonts/biz-udpgothic/LICENSE_FONT $(ASSETS)/BIZUDPGothic-LICENSE.txt
	cp $(NODE)/@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf $(ASSETS)/NotoSansJP-Regular.ttf
	cp $(NODE)/@expo-google-fonts/noto-sans-jp/LICENSE_FONT $(ASSETS)/NotoSansJP-LICENSE.txt
	cp $(NODE)/echarts/dist/echarts.min.js $(ASSETS)/echarts.min.js
	cp $(NODE)/echarts/LICENSE $(ASSETS)/echarts-LICENSE.txt
	cp $(NODE)/echarts/NOTICE $(ASSETS)/echarts-NOTICE.txt
	cp $(NODE)/zrender/LICENSE $(ASSETS)/zrender-LICENSE.txt
	cp $(NODE)/tslib/LICENSE.txt $(ASSETS)/tslib-LICENSE.txt
	cp LICENSE $(ASSETS)/pilot90-LICENSE.txt
	touch $@

# The licences of every Go module that is linked.
$(ASSETS)/go-LICENSES.txt: go.mod go.sum $(ASSETS)/.stamp
	$(GO) run ./cmd/release -licenses $@

release: assets ## programs for Windows, Linux and macOS with pages, licences, checksums, in dist/
	$(GO) run ./cmd/release -out dist

release-check: assets ## two builds of the Windows release in two folders: the same bytes
	rm -rf bin/again bin/first bin/cache && mkdir -p bin/again
	$(GO) run ./cmd/release -only windows/amd64 -out bin/first
	tar -cf - --exclude=./bin --exclude=./dist --exclude=./out --exclude=./.git --exclude=./node_modules . | tar -xf - -C bin/again
	cd bin/again && GOCACHE="$(CURDIR)/bin/cache" $(GO) run ./cmd/release -only windows/amd64 -out dist
	cmp bin/first/SHA256SUMS bin/again/dist/SHA256SUMS
	rm -rf bin/again bin/first bin/cache

lint: assets ## formatting, length of lines, vet, staticcheck, dead code, floating point that is fused on arm64
	test -z "$$(gofmt -l *.go bench cmd cohort kpi report templates samples)"
	$(GO) test -run '^TestLineLength$$' .
	$(GO) vet ./...
	GOOS=windows GOARCH=amd64 GOFLAGS=-trimpath $(GO) vet ./...
	GOOS=windows GOARCH=arm64 $(GO) vet ./...
	GO="$(GO)" .ci/fused
	$(GO) build -modfile=tools/go.mod -o bin/lint/ honnef.co/go/tools/cmd/staticcheck golang.org/x/tools/cmd/deadcode
	bin/lint/staticcheck ./...
	.ci/dead bin/lint/deadcode

bench: assets ## Go benchmarks and a comparison with other readers, into bench/RESULTS.md
	cd bench && $(NPM) ci --ignore-scripts --no-audit --no-fund --loglevel=error || echo "npm could not fetch SheetJS; the results name it as missing"
	$(GO) run ./bench -go

hostile: build ## HOSTILE (3000) hostile and damaged files, each through two commands in turn; what fails is named
	$(GO) run ./bench/hostile -n $(HOSTILE) bin/pilot90

same: assets ## the outputs of OLD (a commit) and of this tree, compared byte for byte; ALL=1 explains every figure
	GO="$(GO)" ALL="$(ALL)" .ci/same "$(OLD)"

fuzz: ## every fuzz target of the readers, FUZZTIME (60s) in all
	GO="$(GO)" FUZZTIME="$(FUZZTIME)" .ci/fuzz

clean:
	rm -rf bin out dist cmd/pilot90/*.syso
