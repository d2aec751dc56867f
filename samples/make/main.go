// Command make writes the two sample ledgers, samples/midorino and samples/midorino-untidy,
// from one set of invented facts: the first as the workbook template would have it, the second
// as a small town's office keeps such records. Run it from the repository root:
//
//	go run ./samples/make
//
// The same facts always give the same files. Every name, firm and amount is fictional.
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	if err := writeSamples("samples"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// writeSamples writes both ledgers below root.
func writeSamples(root string) error {
	facts := midorino()
	if err := writeTidy(filepath.Join(root, "midorino"), facts); err != nil {
		return err
	}
	return writeUntidy(filepath.Join(root, "midorino-untidy"), facts)
}
