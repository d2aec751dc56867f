# pilot90: every target works on a bare machine with Go, Node (npm) and make.
GO      ?= go
NPM     ?= npm
ASSETS  := templates/assets
NODE    := node_modules
AS_OF   := 2026-03-31
FUZZTIME ?= 60s

.PHONY: demo test assets bench fuzz lint build clean
.DEFAULT_GOAL := build

demo: build ## the main job on the sample: PDF, HTML and JSON in out/
	./bin/pilot90 report samples/midorino --as-of $(AS_OF) --out out

test: assets ## all tests
	$(GO) vet ./...
	$(GO) test ./...

build: assets ## bin/pilot90
	$(GO) build -trimpath -o bin/pilot90 ./cmd/pilot90

assets: $(ASSETS)/.stamp ## fonts and ECharts from npm, for go:embed

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
	touch $@

lint: assets ## formatting and vet
	test -z "$$(gofmt -l bench cmd cohort kpi report templates samples)"
	$(GO) vet ./...

bench: assets ## Go benchmarks and a comparison with other readers, into bench/RESULTS.md
	cd bench && $(NPM) ci --ignore-scripts --no-audit --no-fund --loglevel=error || echo "npm could not fetch SheetJS; the results name it as missing"
	$(GO) run ./bench -go

fuzz: ## every fuzz target of the readers, FUZZTIME (60s) in all
	GO="$(GO)" FUZZTIME="$(FUZZTIME)" .ci/fuzz

clean:
	rm -rf bin out
