package report

import (
	"strings"
	"testing"

	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/report/plan"
)

// TestOwnWords: what the officer writes in pilot.toml for a passage stands in its edition, in the place of the sentence
// that was there; what the plan itself says goes before.
func TestOwnWords(t *testing.T) {
	// A sentence of each passage as it is made from the figures of the sample.
	made := map[string]string{"council.title": "8人が初めて収入を得て、目標に届いた。", "council.conclusion": "参加した12人のうち、11人が研修を終え",
		"council.failures": "納品の翌月末と60日の両方を過ぎた支払い。", "council.next": "未払いを毎週確かめる。",
		"council.questions": "いくら使って、何人が収入を得たのですか。", "public.lead": "長く続く仕事を増やすことが、次の課題です。",
		"public.money": "ふつうの月で約18,000円", "public.learned": "毎週確かめるようにします。",
		"overview.title": "目標のある6つの指標のうち、4つが届いた。", "overview.summary": "このうち初めて収入を得た住民は8人である。",
		"grant.title": "3つの指標のうち2つが目標と同じ"}
	run := runOf(t, "../samples/midorino", lang.JA)
	pilot := run.Cohort.Pilot
	before := pilot.Words
	t.Cleanup(func() { pilot.Words = before })
	for edition, keys := range setting.WordKeys {
		for _, key := range keys {
			sentence, own := made[edition+"."+key], "担当者の言葉："+key+"のこと"
			pilot.Words = nil
			r, _ := Build(builtin(t, edition), run)
			if text := dump(r); sentence == "" || !strings.Contains(text, sentence) {
				t.Errorf("%s.%s: without own words there is no %q", edition, key, sentence)
			}
			pilot.Words = map[string]map[string]string{edition: {key: own}}
			r, _ = Build(builtin(t, edition), run)
			text := dump(r)
			if !strings.Contains(strings.ReplaceAll(text, " | ", "："), "のこと") || strings.Contains(text, sentence) {
				t.Errorf("%s.%s: own words are not in the place of %q", edition, key, sentence)
			}
		}
	}
	p := builtin(t, "overview")
	p.Sections[0].Blocks[0].Text = plan.Words{JA: "版の言葉"}
	pilot.Words = map[string]map[string]string{"overview": {"title": "設定の言葉"}}
	if r, _ := Build(p, run); r.Title != "版の言葉" {
		t.Errorf("title %q, want that of the plan", r.Title)
	}
}
