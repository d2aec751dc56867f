// Package templates holds the files that are built into the program: fonts and ECharts (from
// npm packages, put here by "make assets"), report plans and tables of wages and eras.
//
// The one idea: go:embed and nothing else. The package parses nothing.
package templates

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
)

//go:embed assets
var assets embed.FS

//go:embed plans
var plans embed.FS

//go:embed rollup.toml
var rollup []byte

// Rollup returns the TOML file that names the figures of the paper on many municipalities.
func Rollup() []byte { return rollup }

// ErrNoAsset says that the program was built before its fonts and ECharts were fetched.
var ErrNoAsset = errors.New("asset is not built in: run \"make assets\" and build again")

// The assets, by the names "make assets" gives them.
const (
	FontRegular  = "BIZUDPGothic-Regular.ttf"
	FontBold     = "BIZUDPGothic-Bold.ttf"
	FontFallback = "NotoSansJP-Regular.ttf"
	ECharts      = "echarts.min.js"
)

// Licenses are the licence texts, by name: of pilot90, of the assets and of what they contain, and
// of the Go modules.
var Licenses = []string{"pilot90-LICENSE.txt", "BIZUDPGothic-LICENSE.txt", "NotoSansJP-LICENSE.txt",
	"echarts-LICENSE.txt", "echarts-NOTICE.txt",
	"zrender-LICENSE.txt", "tslib-LICENSE.txt", "go-LICENSES.txt"}

// LicenseText returns all licence texts, each below its name.
func LicenseText() ([]byte, error) {
	var text bytes.Buffer
	for _, name := range Licenses {
		data, err := Asset(name)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&text, "== %s\n\n%s\n", name, data)
	}
	return text.Bytes(), nil
}

// Asset returns a built-in file by name; a missing one is an error that wraps ErrNoAsset.
func Asset(name string) ([]byte, error) {
	data, err := assets.ReadFile("assets/" + name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: %w", name, ErrNoAsset)
	}
	return data, err
}

// Open returns a built-in file to be read where it lies in the program; errors are those of Asset.
func Open(name string) (*io.SectionReader, error) {
	file, err := assets.Open("assets/" + name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: %w", name, ErrNoAsset)
	}
	if err != nil {
		return nil, err
	}
	info, err := file.Stat()
	at, ok := file.(io.ReaderAt)
	if err != nil || !ok {
		return nil, fmt.Errorf("%s: no plain file", name)
	}
	return io.NewSectionReader(at, 0, info.Size()), nil
}

// Plans returns the names of the built-in report plans in alphabetical order.
func Plans() []string {
	entries, err := plans.ReadDir("plans")
	if err != nil {
		panic(err) // the folder is part of the program
	}
	var names []string
	for _, e := range entries {
		names = append(names, strings.TrimSuffix(e.Name(), ".toml"))
	}
	return names
}

// Plan returns the built-in report plan of an edition, one of Plans.
func Plan(edition string) ([]byte, error) { return plans.ReadFile("plans/" + edition + ".toml") }
