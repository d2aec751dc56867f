package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"pilot90/cohort"
	"pilot90/cohort/blank"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
)

// migrated makes the files of a ledger that holds all records of an old one in the template of
// today. The old ledger is only read.
func (a *app) migrated(ctx context.Context, f *initFlags) ([]newFile, error) {
	for _, q := range a.questions(&f.answers) {
		if *q.answer != "" {
			return nil,
				a.Errorf("--migrate は元の台帳の設定をそのまま使うため、%s とは一緒に使えません",
					"--migrate keeps the settings of the old ledger; it does not go with %s", q.flag)
		}
	}
	old, err := a.read(ctx, f.migrate, &ledgerFlags{passwordFile: f.passwordFile})
	if err != nil {
		return nil, err
	}
	settings, err := oldSettings(f.migrate)
	if err != nil {
		return nil, cannot(err)
	}
	if settings == nil {
		return nil,
			a.Errorf("%s に pilot.toml がありません。設定のない台帳は --from で引き継いでください", "%s has no pilot.toml; take it over with --from",
				f.migrate)
	}
	book, err := a.workbook(blank.Options{Program: old.Pilot.Program.Name, From: old, Tables: blank.Everything()})
	if err != nil {
		return nil, cannot(err)
	}
	a.sayFilled(old, blank.Everything())
	fmt.Fprintln(a.Stdout, a.Say(lang.Text{
		JA: "ひな形にない列（備考など）は移していません。元の台帳はそのまま残っています。",
		EN: "Columns that the template does not have were not moved. The old ledger is left as it was."}))
	return []newFile{{setting.File, withoutPlaces(settings)}, {blank.WorkbookFile, book}}, nil
}

// oldSettings returns the pilot.toml of a ledger, nil when it has none.
func oldSettings(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		path = filepath.Join(path, setting.File)
	} else if filepath.Base(path) != setting.File {
		return nil, nil
	}
	data, err := setting.ReadTOML(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return data, err
}

// withoutPlaces turns the sections [ledger] and [[table]] of a pilot.toml into remarks: they say
// where the old files have what, and the new workbook needs none of it.
func withoutPlaces(toml []byte) []byte {
	var out strings.Builder
	places := false
	for line := range strings.Lines(string(toml)) {
		if header := strings.TrimLeft(line, " \t["); header != strings.TrimLeft(line, " \t") {
			name, _, _ := strings.Cut(header, "]")
			name, _, _ = strings.Cut(strings.TrimSpace(name), ".")
			places = name == "ledger" || name == "table"
		}
		if places && strings.TrimSpace(line) != "" {
			out.WriteString("# ")
		}
		out.WriteString(line)
	}
	return []byte(out.String())
}

// sayFilled says how many rows of the old ledger went into the new workbook.
func (a *app) sayFilled(old *cohort.Ledger, tables []schema.Key) {
	if old == nil {
		return
	}
	rows := map[schema.Key]int{}
	for _, in := range old.Inputs {
		for _, s := range in.Sheets {
			rows[s.Key] += s.Rows
		}
	}
	var ja, en []string
	for _, key := range tables {
		if t := schema.ByKey(key); rows[key] > 0 {
			ja = append(ja, fmt.Sprintf("%s %d行", t.Sheet.JA, rows[key]))
			en = append(en, fmt.Sprintf("%s %d", t.Sheet.EN, rows[key]))
		}
	}
	if len(ja) == 0 {
		fmt.Fprintln(a.Stdout, a.Say(lang.Text{JA: "引き継ぐ記録はありませんでした。", EN: "There were no records to take over."}))
		return
	}
	fmt.Fprintln(a.Stdout, a.Say(lang.Text{JA: "引き継ぎました: " + strings.Join(ja, "、"),
		EN: "Taken over: " + strings.Join(en, ", ")}))
	if mistakes, _, _ := finding.Counts(old.Findings); mistakes > 0 {
		fmt.Fprintf(a.Stdout, a.Say(lang.Text{
			JA: "元の台帳に直すところが %d 件あります。読めない値も、書かれているとおりに移しました。\n",
			EN: "The old ledger has %d things to correct; values that could not be read were taken over as typed.\n"}), mistakes)
	}
}
