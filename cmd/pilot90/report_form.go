package main

import (
	"context"
	"fmt"
	"path/filepath"

	"pilot90/cmd/pilot90/disk"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/cohort/sheet/grid"
	"pilot90/report"
	"pilot90/report/plan"
)

// fillForm writes a filled-in copy of the municipality's own workbook and says what became of its
// marks. A mark that names no value makes the exit code 1, since it is likely a slip.
func (a *app) fillForm(ctx context.Context, path string, plan *plan.Plan, run report.Run, f *reportFlags) error {
	if _, err := a.withEditions(path, plan, &run); err != nil {
		return err
	}
	original, err := setting.ReadWhole(f.form, grid.DefaultLimits().FileBytes)
	if err != nil {
		return cannot(err)
	}
	form, err := report.FillForm(plan, run, filepath.Base(f.form), original)
	if err != nil {
		return cannot(err)
	}
	if err := ctx.Err(); err != nil {
		return cannot(err)
	}
	target := filepath.Join(f.out, form.File.Name)
	if err := disk.WriteNew(target, form.File.Data); err != nil {
		return cannot(err)
	}
	fmt.Fprintln(a.Stdout, target)
	fmt.Fprintf(a.Stdout, a.Say(lang.Text{JA: "%d か所に記入しました。元のファイルはそのままです。\n",
		EN: "%d cells filled in; the original is as it was.\n"}), form.Filled)
	a.list(lang.Text{JA: "値がないため、印を残したところ:", EN: "Marks left, since there is no value:"}, form.Left)
	a.list(lang.Text{JA: "何を書くところか分からず、印を残したところ:", EN: "Marks left, since they name no value:"}, form.Unknown)
	if form.Filled == 0 && len(form.Left)+len(form.Unknown) == 0 {
		fmt.Fprintln(a.Stdout, a.Say(lang.Text{
			JA: "様式に印がありません。書き込みたいセルに {{first_income_residents.value}} のように書いてください。名前は pilot90 kpi --list で見られます。",
			EN: "The form has no marks. Write {{first_income_residents.value}} or the like into its cells; pilot90 kpi " +
				"--list shows the names."}))
	}
	if len(form.Unknown) > 0 {
		return &exit{code: exitFindings}
	}
	return nil
}

// list prints lines under a heading, nothing when there are none.
func (a *app) list(heading lang.Text, lines []lang.Text) {
	if len(lines) == 0 {
		return
	}
	fmt.Fprintln(a.Stdout, a.Say(heading))
	for _, l := range lines {
		fmt.Fprintln(a.Stdout, "  "+a.Say(l))
	}
}
