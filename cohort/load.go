package cohort

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/cohort/sheet"
	"pilot90/cohort/sheet/grid"
)

// EditionsFolder is the folder of a ledger in which sealed editions are kept. Nothing in it is
// part of the ledger, whatever the globs say.
const EditionsFolder = "editions"

// LoadOptions are what the command line says about one run; nil and empty mean "not said".
type LoadOptions struct {
	AsOf       *cell.Day
	From, To   *cell.Day
	FiscalYear string   // in a form that setting.ReadFiscalYear reads; anything else counts as not said
	Today      cell.Day // the as-of date when nobody says another
	Password   string   // of encrypted workbooks
	Reading    []byte   // holds in place of the folder's reading.toml; nil = not given
	Earlier    *Earlier // of a ledger that is read again and again; nil = read once
}

// reading is how the files of a ledger are read.
func (o LoadOptions) reading(ctx context.Context, pilot *setting.Pilot) sheet.Options {
	return sheet.Options{Context: ctx, Password: o.Password, Encoding: pilot.Encoding,
		Known: o.Earlier.of(o.Password, pilot.Encoding)}
}

// Load reads a ledger: a folder with its pilot.toml, or one spreadsheet. Whatever is wrong in it
// is among the findings of the cohort, which is returned even if a required sheet is missing, and
// a file among others that cannot be opened too. An error says only that path, its pilot.toml or
// none of its files could be read from the disk.
func Load(ctx context.Context, path string, opt LoadOptions) (*Ledger, setting.Clock, error) {
	defer opt.Earlier.hold()()
	dir, pilot, findings, err := openLedger(path, opt.Reading)
	if err != nil {
		return nil, setting.Clock{}, err
	}
	names, more, err := listFiles(pilot, newListing(dir).glob)
	if err != nil {
		return nil, setting.Clock{}, err
	}
	findings = append(findings, more...)
	single := isSingle(path)
	books, more, err := openFiles(ctx, names, func(name string) (*grid.Book, []finding.Finding, error) {
		if out, err := Outside(dir, name); !single && (out || err != nil) {
			return nil, []finding.Finding{leadsOutside(name)}, err
		}
		if err := regular(dir, name); err != nil {
			return nil, nil, err
		}
		return sheet.Open(dir, name, opt.reading(ctx, pilot))
	})
	if err != nil {
		return nil, setting.Clock{}, err
	}
	c, clock := Assemble(books, pilot, opt, append(findings, more...))
	opt.Earlier.keep(books)
	return c, clock, nil
}

// openLedger finds the ledger's folder and reads its pilot.toml. A ledger that is a single file
// has the defaults. learned holds in place of its reading.toml, unless it is nil.
func openLedger(name string, learned []byte) (dir string, pilot *setting.Pilot, findings []finding.Finding, err error) {
	info, err := os.Stat(name)
	if err != nil {
		return "", nil, nil, err
	}
	if !info.IsDir() {
		if !isPilotFile(name) {
			pilot = setting.Default()
			pilot.Files = []string{escapeGlob(filepath.Base(name))}
			return filepath.Dir(name), pilot, nil, nil
		}
		name = filepath.Dir(name)
	}
	data, out, err := settings(name, setting.File)
	switch {
	case out:
		pilot, findings = setting.Default(), []finding.Finding{leadsOutside(setting.File)}
	case os.IsNotExist(err):
		pilot, findings = setting.Default(), []finding.Finding{defaultsUsed()}
	case err != nil:
		return "", nil, nil, err
	default:
		pilot, findings = setting.Read(setting.File, data)
		findings = append(findings, setting.OpenLogo(name, pilot)...)
	}
	if learned == nil {
		learned, out, err = settings(name, setting.ReadingFile)
		if out {
			findings = append(findings, leadsOutside(setting.ReadingFile))
		}
	}
	if err != nil && !os.IsNotExist(err) {
		return "", nil, nil, err
	}
	return name, pilot, append(findings, pilot.Learn(learned)...), nil
}

// settings reads a file of settings in the ledger's folder; out: it is a link that leads out of it and was not read.
func settings(dir, name string) (data []byte, out bool, err error) {
	if out, err = Outside(dir, name); out || err != nil {
		return nil, out, err
	}
	data, err = setting.ReadTOML(filepath.Join(dir, name))
	return data, false, err
}

// isPilotFile reports whether a path names a settings file; Windows does not tell Pilot.toml
// from pilot.toml.
func isPilotFile(name string) bool { return strings.EqualFold(filepath.Base(name), setting.File) }

// escapeGlob makes a pattern that matches the name itself.
func escapeGlob(name string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`).Replace(name)
}

func defaultsUsed() finding.Finding {
	return finding.Finding{
		Code: setting.CodeDefaults, Severity: finding.Info, Place: finding.Place{File: setting.File},
		Message: lang.Say("pilot.toml がないため、フォルダーにあるすべての表計算ファイルを標準の設定で読みました。",
			"There is no pilot.toml; every spreadsheet of the folder was read with the default settings."),
		Fix: lang.Say("事業名や基準日、目標を示したいときは pilot.toml を作ってください（pilot90 init でひな形を作れます）。",
			"To give a name, dates and targets, write a pilot.toml (\"pilot90 init\" makes one)."),
	}
}

// listFiles returns the spreadsheets that the globs of the pilot name, sorted, and a finding for
// each glob that matches nothing. match returns the names that match one glob.
func listFiles(pilot *setting.Pilot, match func(
	pattern string) ([]string, error)) ([]string, []finding.Finding, error) {
	type glob struct{ pattern, key string }
	var globs []glob
	for _, g := range pilot.Files {
		globs = append(globs, glob{g, "ledger.files"})
	}
	for i, p := range pilot.Pins {
		for _, g := range p.Files {
			globs = append(globs, glob{g, fmt.Sprintf("table.%d.files", i)})
		}
	}
	isDefault := slices.Equal(pilot.Files, setting.DefaultFiles())
	var names []string
	var findings []finding.Finding
	for _, g := range globs {
		matches, err := match(g.pattern)
		if folder, _ := path.Split(g.pattern); err != nil && folder != "" {
			findings = append(findings, notOpened(strings.TrimSuffix(folder, "/"), err))
			continue
		}
		if err != nil {
			return nil, nil, err
		}
		names = append(names, matches...)
		if len(matches) == 0 && !(isDefault && g.key == "ledger.files") {
			findings = append(findings, noFile(pilot, g.key, g.pattern))
		}
	}
	if isDefault {
		more, err := otherSpreadsheets(match)
		if err != nil {
			return nil, nil, err
		}
		findings = append(findings, more...)
		findings = append(findings, folders(match)...)
	}
	slices.Sort(names)
	names = slices.DeleteFunc(slices.Compact(names), ofEdition)
	if err := countable(names); err != nil {
		return nil, nil, err
	}
	if len(names) == 0 && isDefault {
		findings = append(findings, noFile(pilot, "", strings.Join(setting.DefaultFiles(), " ")))
	}
	return names, findings, nil
}

// ofEdition reports whether a file lies in the folder of sealed editions.
func ofEdition(name string) bool {
	folder, _, inside := strings.Cut(name, "/")
	return inside && strings.EqualFold(folder, EditionsFolder)
}

func noFile(pilot *setting.Pilot, key, pattern string) finding.Finding {
	f := pilot.Wrong(setting.CodeNoFile, key,
		lang.Sayf("「%s」に合うファイルがありません。", "No file matches “%s”.", pattern),
		lang.Say("ファイル名とフォルダーを確かめてください。Excelのファイルは .xlsx で保存してください。",
			"Check the name and the folder. Save Excel files as .xlsx."))
	f.Value = pattern
	f.File = cmp.Or(f.File, setting.File)
	return f
}
