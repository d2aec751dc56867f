package report

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"

	"pilot90/kpi/catalog"
	"pilot90/report/term"
	"pilot90/templates"
)

// CopyPlan returns the plan of a built-in edition as a file that a municipality can change: what
// may be changed and how stands above it, the blocks and the figures that there are below. An
// unknown edition is the error of BuiltinPlan.
func CopyPlan(edition string) ([]byte, error) {
	plan, err := BuiltinPlan(edition)
	if err != nil {
		return nil, err
	}
	data, err := templates.Plan(edition)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, planHead, plan.Label.JA, edition, edition, edition, plan.Profile)
	b.Write(bytes.TrimRight(data, "\n"))
	b.WriteString(planTail)
	for _, kind := range slices.Sorted(maps.Keys(builders)) {
		fmt.Fprintf(&b, "#   %s %s\n", term.Pad(kind, 17), kindWords[kind])
	}
	b.WriteString("#\n# 指標（figures に書く名前）:\n")
	for _, d := range catalog.All() {
		id := d.ID
		if d.Expand != nil {
			id += ".台帳の指標名"
		}
		fmt.Fprintf(&b, "#   %s %s\n", term.Pad(id, 33), strings.ReplaceAll(d.Title.JA, "\n", " "))
	}
	return b.Bytes(), nil
}

const planHead = `# 「%s」の版の構成です。pilot90 plan copy %s で作りました。
# # から右は説明で、読み飛ばされます。メモ帳などで直し、UTF-8 で保存してください。
#
#   pilot90 plan check %s.toml                     書き方を確かめる（行と列を示します）
#   pilot90 report 台帳 --plan %s.toml --out out   この構成で報告書をつくる
#
# ・節（[[section]]）と部品（[[section.block]]）は、上から順に並びます。消す、並べ替える、足すことができます。
# ・title などの文字は、ja が日本語、en が英語（--lang en）です。
# ・new_page = true の節は、新しいページから始まります。
# ・profile は公表の範囲です。この版では %q より緩くすると、つくれません。
#   氏名や少人数の数を載せる版（profile = "hub"）には、必ず「内部限り」と印字されます。
# ・部品と指標の名前は、このファイルの終わりに一覧があります。

`

const planTail = `

# ---------------------------------------------------------------------------
# 部品（kind に書く名前）:
`

// kindWords say what each kind of block shows.
var kindWords = map[string]string{
	"all_lists":        "今週の一覧をすべて（profile = \"hub\" の版だけ）",
	"budget":           "予算の費目ごとの表",
	"cards":            "指標を大きな数字で（figures が必要）",
	"changes":          "前回残した週次版からの変化（profile = \"hub\" の版だけ）",
	"checklist":        "つまずきを防ぐチェックリスト",
	"contract_curve":   "案件の継続の曲線",
	"dates":            "引き継ぐ人のための日付の一覧",
	"definitions":      "使った指標の定義",
	"figures":          "指標の表（figures が必要。text は表の題）",
	"findings":         "台帳の点検結果",
	"funnel":           "参加から定期案件までの人数",
	"gantt":            "参加者ごとの90日（profile = \"hub\" の版だけ）",
	"gantt_chart":      "参加者ごとの90日の図（profile = \"hub\" の版だけ）",
	"glance":           "今週の六つの数字（profile = \"hub\" の版だけ）",
	"grants":           "交付金の指標と、事業効果の案",
	"handover_start":   "引き継ぎの最初の説明",
	"income_bands":     "月収の分布",
	"inputs":           "読んだ台帳とその照合用の値",
	"kept":             "残した版の一覧",
	"leak":             "いちばん人が減っている段階",
	"lists":            "今週の一覧（1ページ目に入る分。profile = \"hub\" の版だけ）",
	"lists_in_full":    "今週の一覧の残り（profile = \"hub\" の版だけ）",
	"marks":            "† と x の説明",
	"next_steps":       "次の一手",
	"next_year":        "次の年度にすること",
	"open_errors":      "台帳の直すところの数",
	"outlook":          "期末の見通し",
	"pillars":          "三つの数字と、そのもとの図",
	"precedent":        "国の先行事例と並べた、成果1件あたりの費用",
	"questions":        "想定問答",
	"recurring_months": "月ごとの売上（定期と単発）",
	"recurring_share":  "定期の割合（件数と金額の輪）",
	"revenue_years":    "年度ごとの売上の線",
	"rows":             "指標の根拠の行（figures が必要。profile = \"hub\" の版だけ）",
	"rule":             "10-10-10ルール",
	"sentence":         "はじめの数字の意味を一文で",
	"settings":         "pilot.toml の設定の意味",
	"spending":         "費目ごとの予算と執行",
	"stages":           "参加から定期案件までの図だけ",
	"states":           "参加者ごとの今の段階（profile = \"hub\" の版だけ）",
	"summary":          "主な数字の意味を2、3文で",
	"targets":          "目標に対する達成（figures が必要）",
	"text":             "自分で書いた文章（text が必要）",
	"weak_and_next":    "うまくいかなかったことと次の一手",
	"weak_points":      "うまくいかなかったこと",
	"week_hours":       "週ごとの作業時間",
	"work_map":         "参加者ごとの作業の暦（profile = \"hub\" の版だけ）",
	"worker_curve":     "参加者の継続の曲線",
}
