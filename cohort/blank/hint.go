package blank

import (
	"pilot90/cohort"
)

// hintOf is what a chosen cell says: the heading, and what belongs there and how to write it.
// Excel shows 32 characters of the first and 255 of the second.
func hintOf(t *cohort.TableSchema, c *cohort.Column) (title, hint string) {
	title = c.Heading.JA
	if c.Required {
		title += "（必須）"
	}
	return title, c.Description.JA + howTo(t, c)
}

// howTo says how a value is written; what the description says already is left out.
func howTo(t *cohort.TableSchema, c *cohort.Column) string {
	switch c.Kind {
	case cohort.DateKind:
		return "2025/6/2 のように年から書きます。"
	case cohort.YearKind:
		return "西暦4けたで書きます。"
	case cohort.HoursKind:
		return "1時間30分は 1.5 または 1:30 と書きます。"
	case cohort.AmountKind:
		return "数字だけを書きます。"
	case cohort.YesNoKind:
		return "はいは " + yesWord + "、いいえは " + noWord + "。"
	case cohort.CountKind:
		return "ありは " + yesWord + "、なしは " + noWord + "、または回数。"
	case cohort.ListKind:
		return "2つ以上は「、」で区切って書きます。"
	case cohort.ChoiceKind, cohort.DecadeKind:
		return "一覧から選びます。"
	case cohort.IDKind:
		if t.Columns[0].Key == c.Key {
			return examples[t.Key][0][0] + " のように短く付けます。"
		}
		return "一覧から選びます。"
	}
	return ""
}
