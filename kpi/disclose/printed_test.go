package disclose_test

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/disclose"
	"pilot90/kpi/result"
)

// TestPrintedReadsBack: what a result prints, read back from its JSON, is the same under an open
// and under a hiding profile.
func TestPrintedReadsBack(t *testing.T) {
	c, clock := cohorttest.Load(t, `
## 参加者
参加者ID | 開始日
P01      | 2025-04-01

## 案件
案件ID | 発注者ID | 種別 | 開始日     | 月額
K1     | C1       | 定期 | 2025-04-01 | 30000

## 作業ログ
作業日     | 参加者ID | 案件ID | 時間 | 報酬 | 支払日
2025-05-01 | P01      | K1     | 1.5  | 2000 | 2025-06-30
`)
	full := result.Compute(catalog.All(), kpi.NewWindow(c, clock))
	for _, r := range []*result.Result{full, disclose.Apply(full, disclose.ProfileOf("public", defaults()), nil)} {
		var file bytes.Buffer
		if err := r.WriteJSON(&file, lang.JA); err != nil {
			t.Fatal(err)
		}
		got, err := result.ReadPrinted(&file)
		if err != nil {
			t.Fatal(err)
		}
		if want := r.Printed(lang.JA); !reflect.DeepEqual(got, want) {
			t.Errorf("profile %q: read back\n%+v\nwant\n%+v", r.Profile, got, want)
		}
	}
	// One of one contract is 定期.
	if f := full.Printed(lang.JA).Find("recurring_contract_ratio"); f == nil || f.Value == nil || *f.Value != 1 {
		t.Errorf("recurring_contract_ratio is %+v, want 1", f)
	}
	for _, bad := range []string{
		"",
		"[]",
		`{"schema": "pilot90/findings/1"}`,
		`{"schema": "pilot90/figures/1", "as_of": "7.4.1"}`,
	} {
		if _, err := result.ReadPrinted(strings.NewReader(bad)); err == nil {
			t.Errorf("%q must be an error", bad)
		}
	}
}
