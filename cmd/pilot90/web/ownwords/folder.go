package ownwords

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"pilot90/cohort/tomledit"
	"pilot90/report/plan"
)

// folder is the folder of a ledger with an officer's own sentences, a text file each.
const folder = "文章"

// File is the file with an officer's own sentences for an edition: in the place that the key names, or before all of
// the edition where it is "". ledger is the folder of the ledger.
func File(ledger, edition, key string) string {
	if key != "" {
		edition += "." + key
	}
	return filepath.Join(ledger, folder, edition+".txt")
}

// Read reads that file; "" where there is none.
func Read(ledger, edition, key string) (string, error) {
	data, err := os.ReadFile(File(ledger, edition, key))
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	return strings.TrimPrefix(string(data), "\ufeff"), err
}

// Kept is the text of the plan of an edition with the sentences that are kept beside the ledger in their places; nil
// where none are. source is asked for the text that p was read from only where some are.
func Kept(ledger, edition string, p *plan.Plan, source func() ([]byte, error)) ([]byte, error) {
	first, err := Read(ledger, edition, "")
	if err != nil {
		return nil, err
	}
	own, any := map[string]string{}, strings.TrimSpace(first) != ""
	for _, key := range Keys(p) {
		if own[key], err = Read(ledger, edition, key); err != nil {
			return nil, err
		}
		any = any || strings.TrimSpace(own[key]) != ""
	}
	if !any {
		return nil, nil
	}
	text, err := source()
	if err != nil {
		return nil, err
	}
	if text, err = Put(text, p, own); err != nil {
		return nil, err
	}
	return begin(text, first), nil
}

// begin puts the sentences before the first block of a plan.
func begin(source []byte, text string) []byte {
	text = strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n"))
	at := strings.Index(string(source), "\n[[section.block]]")
	if text == "" || at < 0 {
		return source
	}
	block := fmt.Sprintf("\n[[section.block]]\nkind = \"text\"\ntext = { ja = %[1]s, en = %[1]s }", tomledit.Quoted(text))
	return slices.Insert(slices.Clone(source), at, []byte(block)...)
}
