package main

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf16"

	"github.com/spf13/cobra"

	"pilot90/cmd/pilot90/disk"
	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/kpi/catalog"
)

// ledgerFlags are the flags of every command that reads a ledger.
type ledgerFlags struct {
	asOf, period, from, to string
	passwordFile           string
	cohort                 string // of whose people alone a run is; "" = everybody
	town                   string // of which municipality of the hub alone a run is; "" = the whole hub
	reading                []byte // holds in place of the ledger's reading.toml; nil = not so
}

func (l *ledgerFlags) add(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&l.asOf, "as-of", "", "基準日（例 2026-03-31、令和8年3月31日）。なければ pilot.toml、それもなければ今日")
	f.StringVar(&l.period, "period", "", "対象の年度（例 2025、令和7年度）")
	f.StringVar(&l.from, "from", "", "対象期間の始まり")
	f.StringVar(&l.to, "to", "", "対象期間の終わり")
	f.StringVar(&l.passwordFile, "password-file", "", "パスワード付きブックのパスワードを1行目に書いたファイル")
}

// load reads the ledger at path. The error is one of usage, or of reading (exit code 3).
func (a *app) load(ctx context.Context, path string, l *ledgerFlags) (*cohort.Ledger, setting.Clock, error) {
	opt := cohort.LoadOptions{Today: a.today, FiscalYear: l.period, Reading: l.reading}
	for _, d := range []struct {
		flag, text string
		to         **cell.Day
	}{{"--as-of", l.asOf, &opt.AsOf}, {"--from", l.from, &opt.From}, {"--to", l.to, &opt.To}} {
		if d.text == "" {
			continue
		}
		day, _, fault := cell.ReadDate(cell.Value{Kind: cell.Text, Text: d.text})
		if fault != nil {
			return nil, setting.Clock{}, fmt.Errorf("%s %s: %s", d.flag, d.text, a.Say(fault.Message))
		}
		*d.to = &day
	}
	if opt.From != nil && opt.To != nil && *opt.To < *opt.From {
		return nil, setting.Clock{},
			a.Errorf("--to %s は --from %s より前の日です。期間の始まりと終わりを確かめてください", "--to %s is before --from %s; check the two", opt.To,
				opt.From)
	}
	if _, ok := setting.ReadFiscalYear(l.period); l.period != "" && !ok {
		return nil, setting.Clock{},
			a.Errorf("--period %s: 年度は 2025 または 令和7年度 のように指定してください", "--period %s: give the fiscal year like 2025", l.period)
	}
	var err error
	if opt.Password, err = l.password(); err != nil {
		return nil, setting.Clock{}, cannot(err)
	}
	c, clock, err := cohort.Load(ctx, path, opt)
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return nil, setting.Clock{}, cannot(err)
	}
	keepPrivate(path, c)
	catalog.Check(c, clock)
	return c, clock, nil
}

// keepPrivate makes what is written of a ledger as private as the ledger: its folder and the files that were read.
func keepPrivate(path string, c *cohort.Ledger) {
	dir := path
	var read []string
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		read = append(read, path)
	} else {
		dir = filepath.Dir(path)
	}
	for _, in := range c.Inputs {
		read = append(read, filepath.Join(dir, filepath.FromSlash(in.File)))
	}
	disk.AsPrivateAs(read...)
}

// keepSourcesPrivate does the same of submissions, ledgers and folders of such: with themselves, and with what lies in
// them and in their folders.
func keepSourcesPrivate(paths []string) {
	for _, path := range paths {
		disk.AsPrivateAs(path)
		for _, below := range []string{"*", "*/*"} {
			found, err := fs.Glob(os.DirFS(path), below)
			if err != nil {
				continue // what is not there is told by whoever reads it
			}
			for _, name := range found {
				disk.AsPrivateAs(filepath.Join(path, name))
			}
		}
	}
}

// reading is load as a step of the run.
func (a *app) reading(ctx context.Context, path string,
	l *ledgerFlags) (c *cohort.Ledger, clock setting.Clock, err error) {
	a.During(lang.Text{JA: "台帳を読んでいます", EN: "reading the ledger"}, func() { c, clock, err = a.load(ctx, path, l) })
	return c, clock, err
}

// mostPassword is more bytes than the first line of a password file has.
const mostPassword = 64 << 10

// password returns the first line of the password file, "" when none is named.
func (l *ledgerFlags) password() (string, error) {
	if l.passwordFile == "" {
		return "", nil
	}
	data, err := setting.ReadPlain(l.passwordFile, mostPassword)
	line, _, _ := strings.Cut(noteText(data), "\n")
	return strings.TrimRight(line, "\r"), err
}

// noteText is the text of a file as Notepad or PowerShell writes it: UTF-8 or UTF-16 with a mark
// at the beginning, or UTF-8 without.
func noteText(data []byte) string {
	var order binary.ByteOrder = binary.LittleEndian
	switch {
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		order = binary.BigEndian
	case !bytes.HasPrefix(data, []byte("\xff\xfe")):
		return strings.TrimPrefix(string(data), "\ufeff")
	}
	var units []uint16
	for i := 2; i+1 < len(data); i += 2 {
		units = append(units, order.Uint16(data[i:]))
	}
	return string(utf16.Decode(units))
}
