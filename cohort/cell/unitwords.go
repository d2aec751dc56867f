package cell

import (
	"strings"
	"sync"

	"pilot90/cohort/lang"
)

// unitWords are the words of notes by what the column measures, as unitKey writes them. They are the one
// place of units: headings, unit rows, remarks and number formats are read with them.
var unitWords = sync.OnceValue(func() map[Measure]map[string]Unit {
	return map[Measure]map[string]Unit{
		TimeMeasure:  wordsOf(timeWords),
		MoneyMeasure: wordsOf(moneyWords),
		ScoreMeasure: wordsOf(scoreWords),
		CountMeasure: wordsOf(countWords),
	}
})

// unitList is words of one kind and factor, with spaces between them.
type unitList struct {
	kind   UnitKind
	factor float64
	words  string
}

// wordsOf makes a table of lists, with the words that mean the same in every column.
func wordsOf(lists []unitList) map[string]Unit {
	table := map[string]Unit{}
	for _, list := range append(lists, anyWords...) {
		for _, word := range strings.Fields(list.words) {
			if _, taken := table[word]; !taken {
				table[word] = Unit{Kind: list.kind, Factor: list.factor}
			}
		}
	}
	return table
}

var timeWords = []unitList{
	{UnitHours, 1, "時間 時 h hr hrs hour hours 時間数 10進 10進法 10進数 10進表記 十進 十進法 十進数 小数 小数表記 小数点 decimal"},
	{UnitMinutes, 1.0 / 60, "分 分間 分数 min mins minute minutes inminutes"},
	{UnitSeconds, 1.0 / 3600, "秒 秒間 秒数 s sec secs second seconds inseconds"},
	{UnitBase60, 0, "60進 60進法 60進数 60進表記 六十進 六十進法 六十進数 時間.分 時.分 時分 h.mm hh.mm 時間・分 時間分"},
	{UnitColon, 0, "時:分 時間:分 h:mm hh:mm h:m h]:mm h:mm:ss hh:mm:ss 時:分:秒 時刻形式 時間形式"},
	{UnitHMM, 0, "hmm hhmm"},
	{UnitMinSec, 0, "分:秒 分秒 m:ss mm:ss 分.秒"},
	{UnitLessons, 0, "コマ コマ数 こま 限 時限 時限数 lesson lessons 枠 枠数 スロット slot slots ユニット unit units セット 口"},
	{UnitDays, 0, "日 日数 日間 人日 人月 人工 月数 day days 半日"},
	{UnitSum, 0, "週 月 月次 年 日計 日合計"},
	{UnitCount, 0, "件 件数 回 回数 本 枚 個 名 人 人数 点 ページ 頁 文字 字"},
	{UnitShare, 0, "% 割 割合 率"},
	{UnitNone, 0, "実働 実労働 正味 休憩除く 休憩除 休憩を除く 休憩含まず 休憩控除後 延べ 延 概算 在宅 通所 申告 自己申告 本人申告 本人の申告"},
}

var moneyWords = []unitList{
	{UnitYen, 1, "円 yen jpy ¥ 日本円 円建て"},
	{UnitYen, 1e3, "千円 千 1,000円 1000円 kyen"}, {UnitYen, 1e4, "万円 万 10,000円"}, {UnitYen, 1e5, "十万円 10万円"},
	{UnitYen, 1e6, "百万円 百万 1,000千円"}, {UnitYen, 1e8, "億円 億"},
	{UnitTaxIncluded, 0, "税込 税込み 税込額 税込金額 消費税込 消費税込み 内税 taxincluded 税込価格"},
	{UnitTaxExcluded, 0, "税抜 税抜き 税抜額 税抜金額 消費税抜 消費税抜き 税別 消費税別 外税 本体 本体価格 taxexcluded 税抜価格"},
	{UnitForeign, 0, `usd ドル 米ドル 米$ $ us$ eur ユーロ € gbp ポンド £ cny 元 人民元 rmb krw ウォン ₩ twd 台湾ドル nt$ 豪ドル aud カナダドル
		cad sgd hkd 香港ドル thb バーツ vnd ドン php ペソ inr ルピー chf スイスフラン 外貨 pt ポイント 地域通貨 地域ポイント クーポン`},
	{UnitNet, 0, "差引 差引額 差引後 手取 手取り 手取額 源泉後 源泉徴収後 源泉引後 税引後 控除後 振込手数料差引後 net"},
	{UnitRate, 0, `単価 時給 時間給 日給 日額 時間額 時間単価 件単価 文字単価 h hr hour 時間 1時間 分 日 件 人 人日 回 本 枚 文字 字 語 個 ページ 頁
		円/h 円/hr 円/時間 円/時 円/分 円/日 円/件 円/人 円/人日 円/回 円/本 円/枚 円/文字 円/字 円/語 円/個 円/ページ 円/頁 yen/h 1件当たり 1件あたり
		1時間当たり 1時間あたり 1人当たり 1人あたり 1本当たり 1本あたり 当たり あたり`},
	{UnitMonthly, 0, "月額 月次 毎月 月々 月給 月単価 月 円/月 月当たり 月あたり 千円/月 万円/月"},
	{UnitYearly, 0, "年額 年次 毎年 年 円/年 年当たり 年あたり 千円/年 万円/年"},
	{UnitShare, 0, "% 割 割合 率"},
	{UnitNone, 0, `源泉前 源泉徴収前 源泉込 税引前 控除前 額面 総額 総支給 総支給額 グロス gross 支給額 支払額 支給 ワーカー ワーカー分 本人 個人
		受託 委託 契約 全額 一括 全期間 期間全体 契約総額 振込額 振込 報酬 謝金 謝礼 委託料 請求 請求額 売上`},
}

var scoreWords = []unitList{
	{UnitNone, 0, "点 点数 得点 評点 評価 総合 全体 数値回答 発注者 ワーカー 働き手 学生 受入企業 地域事業者 利用者 受講者 参加者 本人"},
	{UnitOtherScale, 0, "% 割 偏差値 件 人 回"},
}

var countWords = []unitList{
	{UnitCount, 1, "件 件数 人 人数 名 回 回数 個 社 本 枚 冊 台 か所 ヶ所 箇所 点 頁 ページ 組 世帯 戸 時間 h 分 日 泊 pv 人日 人泊 フォロワー"},
	{UnitCount, 1e3, "千件 千人 千名 千回 千個 千本 千枚"}, {UnitCount, 1e4, "万件 万人 万名 万回 万個 万本 万枚"},
	{UnitYen, 1, "円 yen jpy ¥"}, {UnitYen, 1e3, "千円"}, {UnitYen, 1e4, "万円"}, {UnitYen, 1e6, "百万円"}, {UnitYen, 1e8, "億円"},
	{UnitForeign, 0, "usd ドル 米ドル $ eur ユーロ €"},
	{UnitShare, 0.01, "%"},
}

// anyWords mean the same beside every column of numbers.
var anyWords = []unitList{
	{UnitSum, 0, `週計 週合計 週間 週間計 週間合計 月計 月合計 月間 月間計 月間合計 月累計 累計 累積 通算 年計 年合計 年間 年間計 年間合計 年度計
		年度合計 期計 期間計 期間合計 ytd`},
	{UnitPlanned, 0, "予定 予定額 見込 見込み 見込額 計画 計画額 見積 見積り 見積もり 見積額 目標 目標額 仮 想定 予測 plan planned estimate"},
	{UnitOtherTime, 0, "前年 前年度 昨年 昨年度 前期 前月 先月 前回 翌月 来月 次月 来年度 翌年度 差額 増減 前年比 前月比"},
	{UnitNone, 0, `実績 実績値 実績額 確定 確定額 実数 実 実際 執行 精算 決算 必須 任意 半角 半角数字 数字 数字のみ 数値 数値のみ 整数 小数可 入力 記入 手入力 要入力
		入力不要 自動 自動計算 自動入力 計算式 関数 選択 合計 計 小計 総計 合計額 本年 本年度 今年度 当年度 当年 当月 今月 当日 この日 1日分 1回分 半角で入力`},
}

// A reason says why numbers with a note are not used, and the way out; %s stands for the note.
type reason struct{ why, fix lang.Text }

// reasons are those of the kinds that leave a column unread.
var reasons = map[UnitKind]reason{
	UnitLessons: {
		lang.Text{JA: "「%s」は、1つの長さが分からないと時間に直せません。", EN: "“%s” is no length of time until it is said how long one is."},
		lang.Text{
			JA: "見出しに「1コマ＝90分」のように長さを書くか、時間で記入してください。",
			EN: "Say how long one is in the heading, such as 1コマ＝90分, or write hours.",
		},
	},
	UnitDays: {
		lang.Text{JA: "「%s」は、1日の時間が分からないと時間に直せません。", EN: "“%s” is no number of hours until it is said how long a day is."},
		lang.Text{
			JA: "見出しに「1日＝8時間」のように長さを書くか、時間で記入してください。",
			EN: "Say how long a day is in the heading, such as 1日＝8時間, or write hours.",
		},
	},
	UnitForeign: {
		lang.Text{JA: "「%s」は円ではありません。", EN: "“%s” is no yen."},
		lang.Text{JA: "円に直した額を書き、見出しの単位を「円」にしてください。", EN: "Write the amounts in yen and give yen as the unit."},
	},
	UnitNet: {
		lang.Text{JA: "「%s」は、源泉徴収などを引いた後の額です。", EN: "“%s” is what is left after deductions."},
		lang.Text{JA: "引く前の総額の列を設けてください。", EN: "Keep a column with the gross amount."},
	},
	UnitRate: {
		lang.Text{
			JA: "「%s」は1時間や1件などに対する額で、行の額ではありません。",
			EN: "“%s” is an amount for one hour or piece, not that of the row.",
		},
		lang.Text{JA: "行ごとの額の列を設けてください。", EN: "Keep a column with the amount of each row."},
	},
	UnitMonthly: {
		lang.Text{JA: "「%s」は1か月の額で、行の額ではありません。", EN: "“%s” is an amount for one month, not that of the row."},
		lang.Text{JA: "行ごとの額の列を設けてください。", EN: "Keep a column with the amount of each row."},
	},
	UnitYearly: {
		lang.Text{JA: "「%s」は1年の額で、行の額ではありません。", EN: "“%s” is an amount for one year, not that of the row."},
		lang.Text{JA: "行ごとの額の列を設けてください。", EN: "Keep a column with the amount of each row."},
	},
	UnitSum: {
		lang.Text{JA: "「%s」は複数の行をまとめた値で、行の値ではありません。", EN: "“%s” is the value of several rows, not that of the row."},
		lang.Text{JA: "行ごとの値の列を設けてください。", EN: "Keep a column with the value of each row."},
	},
	UnitPlanned: {
		lang.Text{JA: "「%s」は、まだ実際の値ではありません。", EN: "“%s” is not yet a fact."},
		lang.Text{JA: "実際の値の列を設けてください。", EN: "Keep a column with what really was."},
	},
	UnitOtherTime: {
		lang.Text{JA: "「%s」は、行の時期の値ではありません。", EN: "“%s” is a value of another time than the row's."},
		lang.Text{JA: "行の時期の値の列を設けてください。", EN: "Keep a column with the value of the row's own time."},
	},
	UnitOtherScale: {
		lang.Text{JA: "「%s」の点数は、1〜5点（5がいちばん良い）の点数と比べられません。", EN: "Scores of “%s” do not compare with scores of 1 to 5."},
		lang.Text{JA: "1〜5点（5がいちばん良い）に直した列を設けてください。", EN: "Keep a column with scores from 1 to 5, 5 the best."},
	},
	UnitBestIsLeast: {
		lang.Text{JA: "「%s」では、小さい数がいちばん良い点数です。", EN: "With “%s” the least number is the best score."},
		lang.Text{JA: "5がいちばん良い点数になるように直した列を設けてください。", EN: "Keep a column in which 5 is the best score."},
	},
}

// otherUnit is the reason of a unit of another measure: 件 beside hours.
var otherUnit = reason{
	lang.Text{JA: "「%s」は、この列の単位ではありません。", EN: "“%s” is no unit of this column."},
	lang.Text{JA: "見出しの単位をお確かめください。", EN: "Check the unit in the heading."},
}
