// Package edition keeps editions: it turns a report into a folder beside the ledger that can be
// checked later, reads such folders back, and recomputes them.
//
// The one idea: a sealed edition is its outputs and a manifest that says what they were made from
// and every figure they tell. Nothing is copied from the ledger unless asked for; the hashes say
// whether the ledger is still the same, and the figures are computed anew from it as it is. The
// package draws nothing and computes no figure itself. It reads no clock: the same ledger gives
// the same bytes of the manifest.
package edition

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/disclose"
	"pilot90/kpi/result"
	"pilot90/report"
	"pilot90/report/bridge"
)

// Schema names the shape of the manifest; the number changes when a reader would have to.
const Schema = "pilot90/edition/1"

// ManifestFile is the name of the manifest in an edition's folder, FiguresFile that of its figures.
const (
	ManifestFile = "manifest.json"
	FiguresFile  = "figures.json"
	PlanFile     = "plan.toml" // the plan of an edition of the municipality's own
)

// InputsFolder holds the copy of the ledger in an edition that was asked to keep one.
const InputsFolder = "inputs"

type (
	// Manifest says what an edition was made from and what it tells. It holds nothing that the
	// edition itself may not show: no name of a file under a profile that hides names.
	Manifest struct {
		Schema   string `json:"schema"`
		Name     string `json:"name"` // of the folder: 2026-03-31-public, 2026-03-31-public-2
		Edition  string `json:"edition"`
		Profile  string `json:"profile"` // of disclosure
		Revision int    `json:"revision"`
		Reason   string `json:"reason,omitempty"` // why there is a revision after the first
		Program  string `json:"program"`
		// of a hub of several, the one that the edition is of; empty: the whole hub
		Municipality string    `json:"municipality,omitempty"`
		Recompute    Recompute `json:"recompute"`
		Tool         string    `json:"tool"` // version of pilot90
		Definitions  Hashed    `json:"definitions"`
		Plan         Hashed    `json:"plan"`
		Inputs       Inputs    `json:"inputs"`
		// editions that left the hub before, with which this one was compared: hash of their figures
		Earlier []Hashed `json:"earlier,omitempty"`
		Outputs []Hashed `json:"outputs"`
		Figures []Figure `json:"figures"`
		// planned amounts that the edition shows, and the targets it was made with: they stay when those of pilot.toml
		// are edited for another year
		Planned []Figure           `json:"planned,omitempty"`
		Targets map[string]float64 `json:"targets,omitempty"`
	}
	// Recompute is what the command line must say to make the same edition again.
	Recompute struct {
		AsOf    string   `json:"as_of"`
		From    string   `json:"from"`
		To      string   `json:"to"` // end of the period, which may lie after as_of
		Lang    string   `json:"lang"`
		Formats []string `json:"formats"`
	}
	// Hashed is a name and a SHA-256. The name of definitions is their version.
	Hashed struct {
		Name   string `json:"name"`
		SHA256 string `json:"sha256"`
	}
	// Inputs are the files that an edition for the hub was computed from. SHA256 is that of all names and hashes
	// together. Any other edition says nothing of them: from the hash of a file a row of it can be found by trying.
	Inputs struct {
		SHA256 string   `json:"sha256,omitempty"`
		Files  []Hashed `json:"files,omitempty"`
	}
	// Figure is one figure as the edition tells it, with the words that defined it.
	Figure struct {
		result.PrintedFigure
		Definition string `json:"definition"`
	}
)

func hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// bytes is the manifest as it is written.
func (m *Manifest) bytes() ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(m)
	return b.Bytes(), err
}

// ErrManifest says that a manifest is not one.
var ErrManifest = errors.New("not the manifest of an edition")

// readManifest reads a manifest. Whoever has the folder could have written it, so the names of
// files in it must stay in the folder and be such as can be printed.
func readManifest(data []byte) (*Manifest, error) {
	var m Manifest
	if err := json.Unmarshal(data, &m); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrManifest, err)
	}
	if m.Schema != Schema {
		return nil, fmt.Errorf("%w: schema %q, want %s", ErrManifest, m.Schema, Schema)
	}
	for _, f := range slices.Concat(m.Outputs, m.Inputs.Files, m.Earlier) {
		if !fs.ValidPath(f.Name) || !filepath.IsLocal(filepath.FromSlash(f.Name)) ||
			strings.ContainsFunc(f.Name, unicode.IsControl) {
			return nil, fmt.Errorf("%w: %q names no file of an edition", ErrManifest, f.Name)
		}
	}
	if _, err := m.Options(); err != nil {
		return nil, err
	}
	return &m, nil
}

// definitions is the hash of every definition of the catalogue, in both languages, under the
// name of their version.
func definitions() Hashed {
	h := sha256.New()
	for _, d := range catalog.All() {
		fmt.Fprintf(h, "%s\x00%s\x00%s\x00%s\x00%s\x00%s\n", d.ID, d.Unit, d.Title.JA, d.Title.EN, d.Formula.JA, d.Formula.EN)
	}
	return Hashed{kpi.Version, hex.EncodeToString(h.Sum(nil))}
}

// figures are those of the run as it may show them.
func figures(run report.Run) []Figure {
	words := map[string]lang.Text{}
	for _, d := range run.Definitions {
		words[d.ID] = d.Formula
	}
	var all []Figure
	for _, f := range run.Result.Printed(run.Lang).Figures {
		all = append(all, Figure{f, words[f.ID].In(run.Lang)})
	}
	return all
}

// planned are the planned amounts that the run may show, as figures of their own.
func planned(run report.Run) []Figure {
	var all []Figure
	for _, f := range bridge.Planned(run.Result.Figures) {
		all = append(all, Figure{PrintedFigure: result.PrintedFigure{ID: f.ID, Title: f.Title.In(run.Lang), Unit: f.Unit,
			Value: f.Value}})
	}
	return all
}

// inputsFor is what the manifest of an edition says about the files.
func inputsFor(profile disclose.Profile, files []Hashed) Inputs {
	if !profile.Open() {
		return Inputs{}
	}
	return Inputs{SHA256: together(files), Files: files}
}

// together is the hash of the names and hashes of all files.
func together(files []Hashed) string {
	h := sha256.New()
	for _, f := range files {
		io.WriteString(h, f.Name+"\x00"+f.SHA256+"\n")
	}
	return hex.EncodeToString(h.Sum(nil))
}
