package blank

import "pilot90/cohort/schema"

// hintOf is what a chosen cell says: the heading, and what belongs there and how to write it.
// Excel shows 32 characters of the first and 255 of the second.
func hintOf(t *schema.Table, c *schema.Column) (title, hint string) {
	title = c.Heading.JA
	if c.Filled() {
		title += "（必須）"
	}
	return title, c.Description.JA + howTo(t, c)
}

// howTo says how a value is written; what the description says already is left out.
func howTo(t *schema.Table, c *schema.Column) string {
	switch c.Kind {
	case schema.DateKind:
		return "2025/6/2 のように年から書きます。"
	case schema.MonthKind:
		return "2025/7 のように年から書きます。"
	case schema.YearKind:
		return "西暦4けたで書きます。"
	case schema.HoursKind:
		return "1時間30分は 1.5 または 1:30 と書きます。"
	case schema.AmountKind:
		return "数字だけを書きます。"
	case schema.YesNoKind:
		return "はいは " + yesWord + "、いいえは " + noWord + "。"
	case schema.CountKind:
		return "ありは " + yesWord + "、なしは " + noWord + "、または回数。"
	case schema.ListKind:
		return "2つ以上は「、」で区切って書きます。"
	case schema.ChoiceKind, schema.DecadeKind:
		return "一覧から選びます。"
	case schema.IDKind:
		switch {
		case t.Columns[0].Key == c.Key && idWord(c) != "ID":
			return "ほかのシートでは、この名前で選びます。"
		case t.Columns[0].Key == c.Key:
			return t.Examples()[0][0] + " のように短く付けます。"
		}
		return "一覧から選びます。"
	}
	return ""
}
