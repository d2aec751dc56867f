package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"

	"pilot90/cmd/pilot90/disk"
)

// makeForm writes a workbook: makeform [-password P] FILE CELL=TEXT ...
func makeForm(ts *testscript.TestScript, neg bool, args []string) {
	var options excelize.Options
	if len(args) > 2 && args[0] == "-password" {
		options.Password, args = args[1], args[2:]
	}
	if neg || len(args) < 2 {
		ts.Fatalf("usage: makeform [-password P] FILE CELL=TEXT ...")
	}
	f := excelize.NewFile()
	defer f.Close()
	ts.Check(f.SetSheetName("Sheet1", "様式"))
	for _, a := range args[1:] {
		at, text, _ := strings.Cut(a, "=")
		ts.Check(f.SetCellStr("様式", at, text))
	}
	ts.Check(f.SetDefinedName(&excelize.DefinedName{Name: "revenue_total.value", RefersTo: "様式!$D$9"}))
	ts.Check(f.SaveAs(ts.MkAbs(args[0]), options))
}

// showCells lists the cells of a workbook, unformatted: cells BOOK TO
func showCells(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: cells BOOK TO")
	}
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	var lines []string
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		ts.Check(err)
		for r, row := range rows {
			for c, v := range row {
				if v != "" {
					at, err := excelize.CoordinatesToCellName(c+1, r+1)
					ts.Check(err)
					lines = append(lines, fmt.Sprintf("%s!%s %s\n", sheet, at, v))
				}
			}
		}
	}
	slices.Sort(lines)
	ts.Check(disk.WriteWhole(ts.MkAbs(args[1]), []byte(strings.Join(lines, ""))))
}
