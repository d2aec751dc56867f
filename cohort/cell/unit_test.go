package cell

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// unitNames are the kinds in short.
var unitNames = map[UnitKind]string{
	UnknownUnit: "?", UnitNone: "none", UnitHours: "h", UnitMinutes: "min", UnitSeconds: "s", UnitStep: "step",
	UnitBase60: "60", UnitColon: "h:mm", UnitHMM: "hmm",
	UnitMinSec: "mm:ss", UnitLessons: "lesson", UnitDays: "day", UnitYen: "yen", UnitTaxIncluded: "tax+",
	UnitTaxExcluded: "tax-", UnitForeign: "foreign",
	UnitNet: "net", UnitRate: "rate", UnitMonthly: "monthly", UnitYearly: "yearly", UnitCount: "count", UnitShare: "share",
	UnitSum:     "sum",
	UnitPlanned: "plan", UnitOtherTime: "other time", UnitScale: "1-5", UnitOtherScale: "scale", UnitBestIsLeast: "1 best",
}

// unitOutcome writes a unit as its name, its factor and ! when its numbers are not read.
func unitOutcome(u Unit) string {
	s := unitNames[u.Kind]
	if u.Factor != 0 && u.Factor != 1 {
		s += fmt.Sprintf("*%.6g", u.Factor)
	}
	if !u.Why.Empty() {
		s += "!"
	}
	return s
}

func checkUnits(t *testing.T, m Measure, tests map[string]string) {
	t.Helper()
	for in, want := range tests {
		for _, note := range strings.Fields(in) {
			u := UnitOf(m, note)
			if got := unitOutcome(u); got != want {
				t.Errorf("UnitOf(%d, %s) = %s, want %s", m, note, got, want)
			}
			if u.Readable() != (want != "?" && !strings.HasSuffix(want,
				"!")) || u.Why.Empty() != u.Fix.Empty() || u.Text != note {
				t.Errorf("%s: %+v", note, u)
			}
			if strings.Contains(u.Why.JA+u.Why.EN+u.Fix.JA+u.Fix.EN, "%") && !strings.ContainsAny(note, "%％") {
				t.Errorf("%s: %+v", note, u)
			}
		}
	}
}

// 1/60 = 0.0166667, 1/3600 = 0.000277778
func TestUnitsOfTime(t *testing.T) {
	checkUnits(t, TimeMeasure, map[string]string{
		"時間 h H ｈ hours Hrs 時間単位 10進 １０進法 単位：時間 小数 0.5時間単位 0.25h刻み": "h",
		"分 分単位 分間 分数 min Mins minutes 単位:分 分で入力 分で記入 (分) ［分］":       "min*0.0166667",
		"秒 秒数 seconds Sec 秒単位": "s*0.000277778",
		"60進 ６０進 60進法 六十進法 時間.分 時．分 時分 時間・分 60進で入力":                     "60",
		"1.30=1時間30分 1.30＝1時間30分 例:1時間30分→1.30 1時間30分は1.30 1.15=1時間15分": "60",
		"1.5=1時間30分 0.5=0時間30分": "h", "90=1時間30分": "min*0.0166667", "130=1時間30分": "hmm", "1:30=1時間30分": "h:mm",
		"1.7=1時間30分":              "?",
		"例：1.5 例:0.25h 記入例:1.5時間": "h", "例：1:30": "h:mm", "例：1.30 例：90": "?", "小数点以下2桁まで ※1 注2": "none",
		"時:分 h:mm HH:MM [h]:mm 時刻形式": "h:mm", "HMM hhmm ＨＭＭ": "hmm", "分:秒 mm:ss 分：秒": "mm:ss",
		"15分単位 15分刻み 単位：15分単位": "step*15", "30分単位": "step*30", "1分単位": "?",
		"コマ コマ数 時限": "lesson!", "1コマ90分 1コマ＝90分 コマ(90分) 90分/コマ 1コマ1.5時間": "lesson*1.5", "1コマ＝50分": "lesson*0.833333",
		"1コマ＝0分":       "?",
		"日 人日 日数 days": "day!", "1日=8時間 人日(8h) 1人日＝8時間": "day*8",
		"件 回 人 枚": "count!", "% ％ 割": "share!",
		"週計 月合計 累計 年間 月間 通算 週": "sum!", "予定 見込 見込み 計画 目標": "plan!", "前年度 前月 差額": "other time!",
		"実績 必須 半角 自動計算 実働 休憩除く 合計 令和7年度 2025年度 R7": "none",
		"円 千円 税込 ほげ 単位時間あたり 人時":                    "?",
	})
}

func TestUnitsOfMoney(t *testing.T) {
	checkUnits(t, MoneyMeasure, map[string]string{
		"円 ¥ ￥ JPY yen 円単位 単位：円 日本円": "yen", "千円 千円単位 単位：千円 1,000円 １０００円": "yen*1000", "万円": "yen*10000", "十万円": "yen*100000",
		"百万円": "yen*1e+06", "億円": "yen*1e+08",
		"税込 税込み 内税 消費税込": "tax+", "税抜 税抜き 税別 外税": "tax-",
		"USD usd ドル 米ドル $ ＄ US$ EUR ユーロ € ポンド 元 ポイント 地域通貨": "foreign!",
		"差引 手取り 源泉後 控除後":                                   "net!", "源泉前 総額 額面 支給額 実績 確定 必須 11か月分 3年間 4月分 令和7年8月": "none",
		"時給 単価 円/時間 円／h 1時間あたり 円/件 日給 h 時間 件": "rate!", "月額 円/月 1か月 1か月当たり １ヶ月あたり": "monthly!", "年額 円/年": "yearly!",
		"月合計 累計 年間": "sum!", "予定 見込額 見積": "plan!", "前年度": "other time!", "% 割合": "share!",
		"分の1 コマ 60進 ほげ 円安": "?",
	})
}

func TestScales(t *testing.T) {
	checkUnits(t, ScoreMeasure, map[string]string{
		"5段階 ５段階評価 五段階 5点満点 5点法 1〜5 1-5 1～5点 5が最高 1から5 5:とても満足〜1:とても不満 1:とても不満〜5:とても満足 1（悪い）〜5（良い） 1=低い、5=高い ★5 5点": "1-5",
		"1:とても満足〜5:とても不満 1とても満足〜5とても不満 1が最高":                                "1 best!",
		"1が最も良い 1＝最高 小さいほど良い 5が最低 逆順":                                       "1 best!",
		"5段階（1が最高） 1：良い、5：悪い 5:不満足〜1:満足":                                    "1 best!",
		"10点満点 10段階 100点満点 100点 7段階 4段階 0〜10 1〜4 2〜5 NPS 10が最高 1:不満〜4:満足 %": "scale!",
		"点 点数 総合 必須 ※1 注2":                                                  "none", "満足度 ほげ": "?",
	})
}

func TestUnitsOfCounts(t *testing.T) {
	checkUnits(t, CountMeasure, map[string]string{
		"件 人 回 名": "count", "千件 千人": "count*1000", "万人": "count*10000", "円": "yen", "千円": "yen*1000", "%": "share*0.01",
		"USD": "foreign!", "累計": "sum!", "ほげ": "?",
	})
}

func TestHeadingUnits(t *testing.T) {
	for _, tt := range []struct {
		m        Measure
		in, want string
	}{
		{TimeMeasure, "時間", ""}, {TimeMeasure, "労働時間（60進）", "60"}, {TimeMeasure, "労働時間（分単位）", "min*0.0166667"},
		{TimeMeasure, "作業時間(h)", "h"},
		{TimeMeasure, "Duration (seconds)", "s*0.000277778"}, {TimeMeasure, "時間（コマ）", "lesson!"},
		{TimeMeasure, "稼働（日）", "day!"},
		{TimeMeasure, "作業\n時間\n［分］", "min*0.0166667"}, {TimeMeasure, "作業\n時間", ""},
		{TimeMeasure, "作業時間\n【分】", "min*0.0166667"}, {TimeMeasure, "作業時間/分", "min*0.0166667"}, {TimeMeasure, "作業時間・分", "60"},
		{TimeMeasure, "作業時間・実績", "none"}, {TimeMeasure, "Duration_min", "min*0.0166667"},
		{TimeMeasure, "秒数", "s*0.000277778"}, {TimeMeasure, "作業分数", "min*0.0166667"}, {TimeMeasure, "作業時間分", "min*0.0166667"},
		{TimeMeasure, "Total minutes", "min*0.0166667"},
		{TimeMeasure, "区分", ""}, {TimeMeasure, "時間（分・実績）", "min*0.0166667 none"}, {TimeMeasure, "時間（ほげ・実績）", "?"},
		{TimeMeasure, "時間[h]", "h"}, {TimeMeasure, "時間（h）（週計）", "h sum!"},
		{TimeMeasure, "作業時間（1.30＝1時間30分）", "60"}, {TimeMeasure, "時間（分", "min*0.0166667"}, {TimeMeasure, "時間（）", ""},
		{MoneyMeasure, "報酬（税込・千円）", "tax+ yen*1000"}, {MoneyMeasure, "月額（USD）", "foreign!"}, {MoneyMeasure, "月額（税込）", "tax+"},
		{MoneyMeasure, "契約額／月", "monthly!"}, {MoneyMeasure, "契約額（月額・税込）", "monthly! tax+"},
		{MoneyMeasure, "契約額（単位：千円）", "yen*1000"},
		{MoneyMeasure, "報酬/h", "rate!"},
		{MoneyMeasure, "支払額（予定）", "plan!"}, {MoneyMeasure, "報酬千円", "yen*1000"}, {MoneyMeasure, "契約額（税抜、千円）", "tax- yen*1000"},
		{MoneyMeasure, "定期・単発", ""},
		{MoneyMeasure, "報酬（円（税込））", "yen tax+"}, {MoneyMeasure, "報酬（税込千円）", "tax+ yen*1000"}, {MoneyMeasure, "報酬（税込ほげ）", "?"},
		{MoneyMeasure, "報酬（※1）", "none"},
		{ScoreMeasure, "満足度（1:とても満足〜5:とても不満）", "1 best!"}, {ScoreMeasure, "満足度（5段階）", "1-5"},
		{ScoreMeasure, "点数（10点満点）", "scale!"}, {ScoreMeasure, "満足度5段階", "1-5"},
		{ScoreMeasure, "満足度（1とても満足〜5とても不満）", "1 best!"}, {ScoreMeasure, "満足度（1（とても不満）〜5（とても満足））", "1-5"},
		{ScoreMeasure, "点数", ""}, {ScoreMeasure, "満足度（ワーカー）", "none"},
	} {
		var got []string
		for _, u := range HeadingUnits(tt.m, tt.in) {
			got = append(got, unitOutcome(u))
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("HeadingUnits(%d, %q) = %q, want %q", tt.m, tt.in, s, tt.want)
		}
	}
	words, notes := HeadingNotes(TimeMeasure, "作業時間（分・実績）")
	if words != "作業時間" || strings.Join(notes, "|") != "分|実績" {
		t.Errorf("%q %q", words, notes)
	}
	if words, notes := HeadingNotes(TimeMeasure, strings.Repeat("長", 100)); notes != nil || words == "" {
		t.Errorf("a long text: %q %q", words, notes)
	}
}

func TestRemarkUnits(t *testing.T) {
	for in, want := range map[string]string{
		"単位：千円": "1 yen*1000", "（単位：千円）": "1 yen*1000", "(単位:円)": "1 yen", "単位：時間": "0 h", "（単位：時間、円）": "0 h, 1 yen",
		"単位は時間（h）": "0 h",
		"※金額は千円単位": "1 yen*1000", "※金額は千円単位で表示": "1 yen*1000", "金額の単位は千円です": "1 yen*1000", "※時間は分単位で記入": "0 min*0.0166667",
		"時間は分で入力してください":        "0 min*0.0166667",
		"※時間は60進（1.30＝1時間30分）": "0 60", "作業時間の単位は分": "0 min*0.0166667", "※報酬は税込": "1 tax+", "※金額はすべて税抜です。": "1 tax-",
		"（千円）": "1 yen*1000", "（税抜）": "1 tax-",
		"※満足度は1が最高": "2 1 best!", "※5段階（5が最高）": "2 1-5", "※時間は分、報酬は千円単位": "0 min*0.0166667, 1 yen*1000", "千円単位": "1 yen*1000",
		"単位：件": "3 count", "※時間はコマ単位": "0 lesson!",
		"※時間の単位はほげ": "0 ?", "※1 時間は分単位": "0 min*0.0166667", "単位：USD": "1 foreign!",
		"※ 日付をまたぐ場合は25:30のように記入": "", "※時間は厳守": "", "※千円単位で四捨五入": "", "※千円未満切り捨て": "", "作業時間を入力してください": "", "何時間かかりましたか？": "",
		"時間": "", "（時間）": "", "令和8年3月31日現在": "", "企画課": "", "※1 期は募集回をいう。": "",
		"※1〜5月は除く": "", "": "",
		"※ 終了日が空欄のものは継続中": "", "※時間は実働": "",
	} {
		var got []string
		for _, u := range RemarkUnits(in) {
			got = append(got, fmt.Sprintf("%d %s", u.Measure, unitOutcome(u.Unit)))
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("RemarkUnits(%q) = %q, want %q", in, s, want)
		}
	}
}

// Every kind has its reason or is readable, and no word is in two lists of one measure with different meanings.
func TestUnitTables(t *testing.T) {
	for m, lists := range map[Measure][]unitList{TimeMeasure: timeWords, MoneyMeasure: moneyWords,
		ScoreMeasure: scoreWords, CountMeasure: countWords} {
		seen := map[string]UnitKind{}
		for _, list := range append(lists[:len(lists):len(lists)], anyWords...) {
			if math.IsNaN(list.factor) || list.factor < 0 {
				t.Errorf("factor of %s", list.words)
			}
			for _, word := range strings.Fields(list.words) {
				if kind, ok := seen[word]; ok {
					t.Errorf("measure %d has %s twice, as %s and %s", m, word, unitNames[kind], unitNames[list.kind])
				}
				seen[word] = list.kind
				if key := unitKey(word); key != word {
					t.Errorf("measure %d: %s is never found; it is looked up as %s", m, word, key)
				}
			}
		}
	}
}

// TestUnitKey: blanks of every kind, as where a heading is broken in two lines, and brackets around are no part of a
// unit.
func TestUnitKey(t *testing.T) {
	for typed, want := range map[string]string{"（時\n間）": "時間", "(円\r\n)": "円", "千\r円": "千円", "千\u00a0円": "千円",
		"千\t円": "千円", "千　円": "千円", "※単位：Ｈ": "単位:h", "1〜2": "1~2", "分⇒時間": "分→時間"} {
		if got := unitKey(typed); got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
}
