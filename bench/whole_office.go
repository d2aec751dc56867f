package main

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"pilot90/bench/ledgers"
)

// formulaSizes are the ledgers whose figures LibreOffice computes from formulas: each cell of a person and a month goes
// through the whole log, so that larger ones would take it minutes.
func formulaSizes() []sized { return []sized{sizes[0], sizes[2]} }

// formulas is the workbook in which the figures of a ledger are formulas.
func (w *whole) formulas(key string) string { return filepath.Join(w.temp, "formulas-"+key+".xlsx") }

// office is the command that makes LibreOffice compute a workbook and write it in a form.
func (w *whole) office(key, form string) []string {
	return []string{"soffice", "--headless", "-env:UserInstallation=file://" + filepath.Join(w.temp, "office"),
		"--convert-to", form, "--outdir", w.temp, w.formulas(key)}
}

// officeFigures are the figures that LibreOffice computes.
func (w *whole) officeFigures(key string) (map[string]float64, error) {
	form := fmt.Sprintf("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,%d",
		ledgers.FiguresSheet)
	if _, _, err := runWhole(w.office(key, form)); err != nil {
		return nil, err
	}
	found, err := filepath.Glob(filepath.Join(w.temp, "formulas-"+key+"-*.csv"))
	if err != nil || len(found) != 1 {
		return nil, fmt.Errorf("LibreOffice wrote %d tables, %w", len(found), err)
	}
	f, err := os.Open(found[0])
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, err
	}
	all := map[string]float64{}
	for _, row := range rows[1:] {
		if all[row[0]], err = strconv.ParseFloat(row[1], 64); err != nil {
			return nil, err
		}
	}
	return all, nil
}
