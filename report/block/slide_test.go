package block

import (
	"strings"
	"testing"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/report/content"
)

// slideOf is the slide of a kind as the council may see it; nil: it is left out.
func slideOf(t *testing.T, kind string, all *Env) *content.SlideParts {
	t.Helper()
	blocks := one(t, kind, "council", all)
	if len(blocks) == 0 {
		return nil
	}
	return blocks[0].(*content.SlideParts)
}

// TestSlidesOfLittle: slides without data are left out, and titles claim no more than there is: no targets, no change
// of contracts, nobody who earned.
func TestSlidesOfLittle(t *testing.T) {
	const people = `as_of: 2026-03-31
fiscal_year: 2025

## 参加者
参加者ID | 開始日
P1 | 2025-06-01
P2 | 2025-06-01
P3 | 2025-06-01
P4 | 2025-06-01
P5 | 2025-06-01
`
	run := written(t, people+`
## 案件
案件ID | 案件名 | 種別 | 開始日 | 月額
C1 | <b>入力</b> | 定期 | 2025-04-01 | 10000
`)
	for kind, want := range map[string]string{
		"slide_cover": "5人が参加した。",
		// 12 months with C1 each, 1 of 1 recurring
		"slide_months":  "続いている定期の契約は、はじめの月も終わりの月も1件だった。",
		"slide_lengths": "定期の契約1件が、いまも続いている。",
		"slide_stages":  "5人が参加した。",
	} {
		s := slideOf(t, kind, run)
		if s == nil {
			t.Errorf("%s is left out", kind)
		} else if !strings.HasPrefix(s.Title, want) {
			t.Errorf("%s: %q, want %q", kind, s.Title, want)
		}
	}
	for _, kind := range []string{"slide_income", "slide_money"} {
		if s := slideOf(t, kind, run); s != nil {
			t.Errorf("%s shows %q without data", kind, s.Title)
		}
	}
	if s := slideOf(t, "slide_months", written(t, people)); s != nil {
		t.Errorf("months of no contracts: %q", s.Title)
	}
}

// TestSlideTitles: the sample's titles on the day of its year's end, and in the middle of it, where less has happened.
func TestSlideTitles(t *testing.T) {
	run := computed(t, samples+"midorino", cell.NewDay(2026, 3, 31))
	for kind, want := range map[string]string{
		"slide_cover":   "8人が初めて収入を得た。\n次は、定期の仕事を増やす。",
		"slide_months":  "続いている定期の契約は、2件から5件に増えた。\n1年の契約全体では11件中6件（54.5%）にとどまる。",
		"slide_lengths": "定期の契約6件のうち5件が、いまも続いている。",
		"slide_stages":  "12人のうち10人が収入を得て、9人が定期の仕事に進んだ。",
		// 2,280,000 of 4,186,200 yen is 54.5 %; 523,275 yen is 52万円
		"slide_money": "費用は419万円。初めて収入を得た住民1人あたり52万円で、54.5%は伴走の費用だった。",
		"slide_next":  "足りなかったのは、定期案件の割合と、定着率。",
	} {
		if s := slideOf(t, kind, run); s == nil || s.Title != want {
			t.Errorf("%s: %+v, want %q", kind, s, want)
		}
	}
	half := slideOf(t, "slide_months", computed(t, samples+"midorino", cell.NewDay(2025, 9, 30)))
	if half == nil || strings.Contains(half.Title, "1年") || len(half.Chart.Categories) != 3 { // July to September
		t.Errorf("in September: %+v", half)
	}
	if half != nil && (half.Chart.Groups[0] != "令和7年" || half.Chart.Groups[1] != "") {
		t.Errorf("years %q", half.Chart.Groups)
	}
}

// TestBandNames: bands of pay in few signs, also where several are one.
func TestBandNames(t *testing.T) {
	e := &Env{Lang: lang.JA}
	for keys, want := range map[string]string{
		"zero": "0円", "zero+to_5000": "5,000円|以下", "to_5000": "5,000円|以下", "to_29999": "5,001〜|29,999円",
		"to_29999+to_49999": "5,001〜|49,999円", "to_49999+from_50000": "30,000円|以上", "odd": "別の名前",
	} {
		got := e.bandName(band{strings.Split(keys, "+"), lang.Text{JA: "別の名前"}, 3}, "|")
		if got != want {
			t.Errorf("%s: %q, want %q", keys, got, want)
		}
	}
}
