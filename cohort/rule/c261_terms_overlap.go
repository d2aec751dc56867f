package rule

import (
	"cmp"
	"slices"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC261 = Rule{
	Code: "C261", Severity: finding.Warning,
	Title: lang.Say("同じ案件の契約期間が重なる", "Terms of one contract overlap"),
	Long: lang.Say(
		"発注者と案件名が同じ2つの行、または更新元案件IDでつながる2つの行の契約期間が重なっています。更新した案件なら、前の行の終了日を次の行の開始日の前日にしてください。"+
			"重なりが renewal_gap_days（31日）以内なら、更新された1件の案件として数えます。それより長ければ、別の2件の案件として数えます。"+
			"同時に進む別の案件なら、案件名を変えると、この注意は出なくなります。",
		"Two rows of one client and one title, or that 更新元案件ID joins, have terms that overlap. If the contract was renewed, "+
			"end the earlier row on the day before the later one begins. Up to renewal_gap_days (31) of overlap they "+
			"count as one renewed contract, beyond that as two. Two contracts side by side need two titles.",
	),
	Check: func(all *record.Tables, run Run, report reporter) {
		if run.Renewals.Separate {
			return
		}
		chains := chainsOf(all, run)
		for _, rows := range sameTitle(all.Contracts.Every()) {
			for i, k := range rows[1:] {
				before := rows[i]
				if (chains[k] == nil || chains[k] != chains[before]) && overlap(before, k) > 1 {
					report(overlapping(before, k, lang.Say("別の2件の案件として数えました。", "They count as two contracts.")))
				}
			}
		}
	},
}

// sameTitle are the rows of one client whose titles are wholly the same, two or more, by start.
func sameTitle(rows []*record.Contract) [][]*record.Contract {
	type title struct{ client, title string }
	var all [][]*record.Contract
	at := map[title]int{}
	for _, k := range rows {
		if !k.Title.Known || !k.StartDate.Known || !k.ClientID.Known {
			continue
		}
		key := title{record.ClientKey(k.ClientID.Value), record.TitleKey(k.Title.Value)}
		i, seen := at[key]
		if !seen {
			i, at[key] = len(all), len(all)
			all = append(all, nil)
		}
		all[i] = append(all[i], k)
	}
	for _, rows := range all {
		slices.SortStableFunc(rows, func(a, b *record.Contract) int {
			return cmp.Compare(a.StartDate.Value, b.StartDate.Value)
		})
	}
	return slices.DeleteFunc(all, func(rows []*record.Contract) bool { return len(rows) < 2 })
}

// overlap is how many days two terms share, the earlier one first; a term without an end goes on.
func overlap(before, k *record.Contract) int {
	const ever = cell.Day(1 << 30)
	end := func(k *record.Contract) cell.Day {
		if k.EndDate.Known {
			return k.EndDate.Value
		}
		return ever
	}
	return int(min(end(before), end(k)) - k.StartDate.Value + 1)
}

func overlapping(before, k *record.Contract, counted lang.Text) finding.Finding {
	end := lang.Say("終了日が空欄", "without an end")
	if before.EndDate.Known {
		end = lang.Sayf("%[1]sまで", "to %[1]s", record.DateText(before.EndDate))
	}
	return record.About(k, k.StartDate,
		lang.Sayf("「%[1]s」の契約期間が、同じ案件名の「%[2]s」の期間（%[3]sから、%[4]s）と重なります。%[6]s",
			"The term of “%[1]s” overlaps that of “%[2]s” of the same title (from %[3]s, %[5]s). %[7]s",
			lang.Quote(k.ID.Text), lang.Quote(before.ID.Text), record.DateText(before.StartDate), end.JA, end.EN,
			counted.JA, counted.EN),
		lang.Say("更新した案件なら、前の行の終了日を次の行の開始日の前日にしてください。別の案件なら、案件名を変えてください。",
			"If it was renewed, end the earlier row on the day before; if they are two contracts, give them two titles."),
		record.PlaceOf(before, before.StartDate), record.PlaceOf(before, before.EndDate))
}
