// Command make writes the sample ledgers: samples/midorino, samples/midorino-untidy and
// samples/midorino-office from one set of invented facts, the first as the workbook template would
// have it, the second as a small town's office keeps such records, the third as a hub of ten people
// does; samples/kitahama and samples/manabigawa, pilots of the industry and the education model;
// samples/alliance, a hub of three towns, and samples/three-years, one town over three fiscal years.
// Run it from the repository root:
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

// writeSamples writes the ledgers below root.
func writeSamples(root string) error {
	facts := midorino()
	if err := writeTidy(filepath.Join(root, "midorino"), facts); err != nil {
		return err
	}
	if err := writeUntidy(filepath.Join(root, "midorino-untidy"), facts); err != nil {
		return err
	}
	if err := writeOffice(filepath.Join(root, "midorino-office"), facts); err != nil {
		return err
	}
	if err := writeBook(filepath.Join(root, "kitahama"), kitahamaTOML, kitahama()); err != nil {
		return err
	}
	if err := writeBook(filepath.Join(root, "manabigawa"), manabigawaTOML, manabigawa()); err != nil {
		return err
	}
	if err := writeAlliance(filepath.Join(root, "alliance")); err != nil {
		return err
	}
	return writeYears(filepath.Join(root, "three-years"))
}
