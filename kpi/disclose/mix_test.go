package disclose_test

import (
	"fmt"
	"strings"
	"testing"

	"pilot90/kpi"
	"pilot90/kpi/disclose"
)

// TestMixes: the kinds of work of five contracts of 10,000 to 50,000 yen for the whole of a year of twelve months: 経理
// 1 and 2, 広報 3 and 4, EC 5. A kind with one contract goes to その他, with the smallest other one where it would be
// alone there; where all would be in one line the revenue is left out. A kind that is a client's name goes to その他.
func TestMixes(t *testing.T) {
	for _, tt := range []struct {
		kinds string // of the five
		want  string // kind, contracts, revenue in thousands, or x
	}{
		{"経理 経理 広報 広報 EC", "広報 2 840 · other 3 960"},
		{"経理 経理 広報 広報 広報", "広報 3 1440 · 経理 2 360"},
		{"経理 広報 EC EC EC", "EC 3 1440 · other 2 360"},
		{"鶴巻醸造 鶴巻醸造 雉子商会の EC EC", "EC 2 1080 · other 3 720"},
		{"経理 経理 経理 経理 鶴巻醸造", "other 1 - · 経理 4 -"},
		{"経理 経理 広報 広報 鶴巻醸造", "広報 2 840 · other 3 960"},
		{"鶴巻醸造 鶴巻醸造 広報 EC EC", "EC 2 1080 · other 3 720"},
		{"経理 経理 経理 経理 経理", "経理 5 1800"},
	} {
		var list, people strings.Builder
		for i, kind := range strings.Fields(tt.kinds) {
			fmt.Fprintf(&list, "C%d | K%d | %s | 定期 | 2025-04-01 | %d0000\n", i, 1+i%2, kind, i+1)
			fmt.Fprintf(&people, "P%d | 2025-04-01\n", i)
		}
		hub := resultOf(t, "\n## 参加者\n参加者ID | 開始日\n"+people.String()+
			"\n## 発注者\n発注者ID | 名称\nK1 | 有限会社鶴巻醸造\nK2 | 雉子商会\n"+
			"\n## 案件\n案件ID | 発注者ID | 業務区分 | 種別 | 開始日 | 月額\n"+list.String(), "2026-03-31")
		for _, name := range outside {
			f := kpi.Find(disclose.Apply(hub, disclose.ProfileOf(name, defaults()), nil).Figures, "category_mix")
			got := map[string]string{}
			for _, g := range f.Parts[0].Value.([]kpi.Group) {
				revenue := "-"
				for _, p := range g.Parts {
					if p.Key == "revenue" {
						revenue = fmt.Sprint(p.Value.(float64) / 1000)
					}
				}
				got[g.Key] = fmt.Sprintf("%s %v %s", g.Key, g.Parts[0].Value, revenue)
			}
			for _, want := range strings.Split(tt.want, " · ") {
				if key, _, _ := strings.Cut(want, " "); got[key] != want {
					t.Errorf("%s, %s: %q, want %q", tt.kinds, name, got[key], want)
				}
				delete(got, strings.Fields(want)[0])
			}
			if len(got) > 0 || f.Value == nil || *f.Value != 5 {
				t.Errorf("%s, %s: also %v, of %v", tt.kinds, name, got, f.Value)
			}
		}
		if groups := kpi.Find(hub.Figures, "category_mix").
			Parts[0].Value.([]kpi.Group); len(groups[0].Parts) != 4 {
			t.Errorf("%s: the hub's own is changed", tt.kinds)
		}
	}
}
