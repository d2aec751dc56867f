package tomledit

import (
	"errors"
	"strings"
	"testing"
)

// path cuts a path at its slashes.
func path(p string) []string { return strings.Split(p, "/") }

// TestApply: the wanted text differs from the one before in nothing but the value, whatever way people wrote it.
func TestApply(t *testing.T) {
	for name, tt := range map[string]struct {
		doc   string
		edits []Edit
		want  string
	}{
		"a value with a remark": {"# 目標\n[targets]\nfirst = 8   # 人\nsecond=0.6\n",
			[]Edit{{path("targets/first"), Literal("9")}}, "# 目標\n[targets]\nfirst = 9   # 人\nsecond=0.6\n"},
		"CRLF and a mark before": {"\ufeff[program]\r\nname = 'あ'\r\n\r\n[period]\r\nto=2026-03-31\r\n",
			[]Edit{{path("program/name"), `い "う"`}, {path("program/code"), "01234"}},
			"\ufeff[program]\r\nname = \"い \\\"う\\\"\"\r\ncode = \"01234\"\r\n\r\n[period]\r\nto=2026-03-31\r\n"},
		"in braces": {"targets = { first = 8, second = 0.6 }\n",
			[]Edit{{path("targets/second"), Literal("0.7")}, {path("targets/third"), Literal("1")}},
			"targets = { first = 8, second = 0.7, third = 1 }\n"},
		"dotted keys": {"program.name = \"あ\" # 名\nprogram.code = \"1\"\n[period]\n",
			[]Edit{{path("program/code"), "2"}, {path("program/contact"), "い"}},
			"program.name = \"あ\" # 名\nprogram.code = \"2\"\nprogram.contact = \"い\"\n[period]\n"},
		"a key in quotes with a dot in it": {"[targets]\n\"metric.EC売上\" = 1000\n",
			[]Edit{{path("targets/metric.EC売上"), Literal("2000")}, {path("targets/metric.来客"), Literal("5")}},
			"[targets]\n\"metric.EC売上\" = 2000\n\"metric.来客\" = 5\n"},
		"a table that only tables below it name": {"# head\n\n# 来年\n[targets.2026]\nfirst = 1\n",
			[]Edit{{path("targets/first"), Literal("2")}},
			"# head\n\n[targets]\nfirst = 2\n\n# 来年\n[targets.2026]\nfirst = 1\n"},
		"the table is not there": {"[program]\nname = \"あ\"\n",
			[]Edit{{path("targets/first"), Literal("2")}}, "[program]\nname = \"あ\"\n\n[targets]\nfirst = 2\n"},
		"an empty file": {"", []Edit{{path("program/name"), "あ"}}, "[program]\nname = \"あ\"\n"},
		"no line end at the end": {"[program]\nname = \"あ\"", []Edit{{path("program/code"), "1"}},
			"[program]\nname = \"あ\"\ncode = \"1\""},
		"an inner table that is not there": {"[privacy]\nsmall_pilot = 5\n\n[ledger]\n",
			[]Edit{{path("privacy/k/public"), Literal("5")}},
			"[privacy]\nsmall_pilot = 5\nk = { public = 5 }\n\n[ledger]\n"},
		"a table of a year": {"[targets]\nfirst = 1\n\n# 台帳\n[ledger]\nfiles = [\"a.xlsx\"]\n",
			[]Edit{{path("targets/2026"), Table{}}, {path("targets/2026/first"), Literal("2")}},
			"[targets]\nfirst = 1\n\n[targets.2026]\nfirst = 2\n\n# 台帳\n[ledger]\nfiles = [\"a.xlsx\"]\n"},
		"an element behind the last": {
			"[[grant]]\nname = \"あ\"\n[[grant.kpi]]\nfigure = \"x\"\nincrements = { 2025 = 3 }\n\n[ledger]\n",
			[]Edit{{path("grant/0/kpi/1"), Table{}}, {path("grant/0/kpi/1/figure"), "y"},
				{path("grant/0/kpi/1/increments/2025"), Literal("4")}, {path("grant/0/kpi/0/increments/2026"), Literal("5")}},
			"[[grant]]\nname = \"あ\"\n[[grant.kpi]]\nfigure = \"x\"\nincrements = { 2025 = 3, 2026 = 5 }\n\n[[grant.kpi]]\n" +
				"figure = \"y\"\nincrements = { 2025 = 4 }\n\n[ledger]\n"},
		"the first element": {"[[grant]]\nname = \"あ\"\n\n[ledger]\n",
			[]Edit{{path("grant/0/kpi/0"), Table{}}, {path("grant/0/kpi/0/figure"), "y"}, {path("grant/1"), Table{}},
				{path("grant/1/name"), "い"}},
			"[[grant]]\nname = \"あ\"\n\n[[grant.kpi]]\nfigure = \"y\"\n\n[[grant]]\nname = \"い\"\n\n[ledger]\n"},
		"elements in brackets over lines": {"grant = [ # 交付金\n  { name = \"あ\", kpi = [] },\n]\n",
			[]Edit{{path("grant/0/kpi/0"), Table{}}, {path("grant/0/kpi/0/figure"), "y"}, {path("grant/1"), Table{}},
				{path("grant/1/name"), "い"}},
			"grant = [ # 交付金\n  { name = \"あ\", kpi = [{ figure = \"y\" }] }, { name = \"い\" },\n]\n"},
		"increments under a header": {"[[grant]]\n[[grant.kpi]]\nfigure=\"x\"\n[grant.kpi.increments]\nR7 = 3 # 令和7\n",
			[]Edit{{path("grant/0/kpi/0/increments/R7"), Literal("4")}, {path("grant/0/kpi/0/increments/2026"), Literal("5")},
				{path("grant/0/kpi/0/baseline"), Literal("0")}},
			"[[grant]]\n[[grant.kpi]]\nfigure=\"x\"\nbaseline = 0\n[grant.kpi.increments]\nR7 = 4 # 令和7\n2026 = 5\n"},
		"text over lines before": {"[program]\nnote = \"\"\"\n[targets]\nfirst = 1\n\"\"\"\n[targets]\n  first = 2\n",
			[]Edit{{path("targets/first"), Literal("3")}, {path("targets/second"), Literal("4")}},
			"[program]\nnote = \"\"\"\n[targets]\nfirst = 1\n\"\"\"\n[targets]\n  first = 3\n  second = 4\n"},
		"a line taken out": {"[targets]\n# 人数\nfirst = 1 # 8人まで\nsecond = 2\n",
			[]Edit{{path("targets/first"), nil}}, "[targets]\n# 人数\nsecond = 2\n"},
		"a pair in braces taken out": {"k = { a = 1, b = 2, c = 3 }\n",
			[]Edit{{path("k/b"), nil}, {path("k/c"), nil}}, "k = { a = 1 }\n"},
		"an element taken out": {
			"[[grant]]\n\n[[grant.kpi]]\nfigure = \"x\"\n# ふたつめ\n[[grant.kpi]]\nfigure = \"y\"\n\n[ledger]\n",
			[]Edit{{path("grant/0/kpi/0"), nil}}, "[[grant]]\n\n# ふたつめ\n[[grant.kpi]]\nfigure = \"y\"\n\n[ledger]\n"},
		"the last element taken out": {"[[grant]]\nname = \"あ\"\n\n[[grant.kpi]]\nfigure = \"x\"\n\n[ledger]\n",
			[]Edit{{path("grant/0/kpi/0"), nil}}, "[[grant]]\nname = \"あ\"\n\n[ledger]\n"},
		"a table with its remark taken out": {
			"[a]\nx = 1\n\n# 8月は別の様式\n# （山田）\n[[t]]\ny = 1\n\n# 9月\n[[t]]\ny = 2\n",
			[]Edit{{path("t/0"), nil}}, "[a]\nx = 1\n\n# 9月\n[[t]]\ny = 2\n"},
		"a remark below other lines stays": {"[a]\nx = 1\n# y = 2\n[b]\nz = 1\n", []Edit{{path("b"), nil}},
			"[a]\nx = 1\n# y = 2\n"},
		"the head of the text stays": {"# 緑野町（山田）\n[a]\nx = 1\n[b]\nz = 1\n", []Edit{{path("a"), nil}},
			"# 緑野町（山田）\n[b]\nz = 1\n"},
		"the last dotted key": {"program.name = \"あ\"\nx = nan\n", []Edit{{path("program/name"), nil}}, "x = nan\n"},
		"numbers and days stay as written": {
			"[a]\nn = 1_000\nd = 1979-05-27T07:32:00+09:00\nh = 0x1F\nf = 1e3\ns = 'a\\b'\nt = 1\n",
			[]Edit{{path("a/t"), true}},
			"[a]\nn = 1_000\nd = 1979-05-27T07:32:00+09:00\nh = 0x1F\nf = 1e3\ns = 'a\\b'\nt = true\n"},
	} {
		got, err := Apply([]byte(tt.doc), tt.edits)
		if err != nil || string(got) != tt.want {
			t.Errorf("%s: %v\n%q, want\n%q", name, err, got, tt.want)
		}
	}
}

// TestRefused: where a value cannot be placed safely nothing is changed, and the line is named.
func TestRefused(t *testing.T) {
	for name, tt := range map[string]struct {
		doc  string
		edit Edit
		line int
	}{
		"a key with an escape":     {"[program]\n\"n\\u0061me\" = \"あ\"\n", Edit{path("program/name"), "い"}, 1},
		"a value where a table is": {"[targets]\nfirst = 1\n", Edit{path("targets/first/x"), Literal("1")}, 2},
		"no TOML":                  {"[program\n", Edit{path("program/name"), "い"}, 0},
		"not UTF-8":                {"# \x82\xa0\n", Edit{path("program/name"), "い"}, 0},
		"no literal":               {"[a]\nb = 1\n", Edit{path("a/b"), Literal("1\nc = 2")}, 2},
		"nothing to take out":      {"[a]\nb = 1\n", Edit{path("a/c"), nil}, 1},
		"two on a line":            {"a = { b = 1 }\n", Edit{path("a/b/c"), nil}, 1},
		"a number too far":         {"[[a]]\nb = 1\n", Edit{path("a/2"), Table{}}, 0},
		"a table in two parts":     {"[a.b]\nx = 1\n[c]\ny = 1\n[a.d]\nz = 1\n", Edit{path("a"), nil}, 0},
	} {
		got, err := Apply([]byte(tt.doc), []Edit{tt.edit})
		var refused *Refused
		if !errors.As(err, &refused) || refused.Line != tt.line || refused.Why.JA == "" {
			t.Errorf("%s: %q, %+v, want a refusal at line %d", name, got, err, tt.line)
		}
		if tt.line > 0 && refused != nil && refused.Text != strings.Split(tt.doc, "\n")[tt.line-1] {
			t.Errorf("%s: names the line %q", name, refused.Text)
		}
	}
}

// FuzzApply: no text and no path make an edit fail otherwise than by a refusal, and one edit taken back by another
// of the old value gives the old text.
func FuzzApply(f *testing.F) {
	for _, doc := range []string{"a = 1\n", "[a]\nb = 1\n", "a = { b = 1 }", "[[a]]\nb=1\n[[a]]", "a = [[1], {b=2}]"} {
		f.Add(doc, "a/b")
	}
	f.Fuzz(func(t *testing.T, doc, at string) {
		for _, value := range []any{nil, Literal("2"), "x", Table{}} {
			if got, err := Apply([]byte(doc), []Edit{{path(at), value}}); err == nil && value != nil {
				if _, err := Apply(got, []Edit{{path(at), nil}}); err != nil {
					if _, ok := errors.AsType[*Refused](err); !ok {
						t.Errorf("%v", err)
					}
				}
			}
		}
	})
}

// TestOtherMeaning: a text that means something else than the values it is held against is refused.
func TestOtherMeaning(t *testing.T) {
	text, e := "[a]\nb = 1\nc = 2\n", Edit{path("a/b"), Literal("3")}
	for c, want := range map[int64]bool{2: true, 9: false} {
		values := map[string]any{"a": map[string]any{"b": int64(1), "c": c}}
		if got, ok := apply(text, e, values); ok != want {
			t.Errorf("c = %d: %v\n%s", c, ok, got)
		}
	}
}
