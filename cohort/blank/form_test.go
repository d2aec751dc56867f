package blank

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/schema"
)

// byHand is a small hub's year as its clerk types it into the simple form, below the headings that stand there.
var byHand = map[string][][]string{
	"参加者": {
		{"氏名", "性別", "年代", "開始日", "研修修了日", "離脱日"},
		{"佐藤 花子", "女性", "30代", "2025/6/2", "2025/6/27", ""},
		{"鈴木 一郎", "男性", "60代", "2025/6/2", "2025/6/30", "2025/8/20"},
	},
	"案件": {
		{"案件名", "発注者名", "所在", "発注者区分", "種別", "開始日", "終了日", "月額", "契約額"},
		{"経理入力", "甲社", "域内", "企業", "定期", "2025/7/1", "", "30000", ""},
		{"議事録の作成", "みどり野町", "域内", "自治体", "単発", "2025/8/1", "2025/8/31", "", "20000"},
	},
	"作業ログ": {
		{"作業日", "氏名", "案件", "時間", "納品日", "納期", "Wチェック"},
		{"2025/7/3", "佐藤 花子", "経理入力", "3", "2025/7/3", "2025/7/6", "○"},
		{"2025/7/4", "佐藤花子", "経理入力", "1:30", "2025/7/4", "2025/7/7", "○"},
		{"2025/8/5", "鈴木 一郎", "議事録の作成", "2.5", "2025/8/6", "2025/8/8", "○"},
	},
	"支払": {
		{"支払日", "氏名", "対象月", "支払額"},
		{"2025/8/20", "佐藤 花子", "2025/7", "5000"},
		{"2025/9/20", "鈴木 一郎", "2025/8", "3000"},
	},
}

// typeIn writes what a person types below the headings of a workbook.
func typeIn(t *testing.T, data []byte, sheets map[string][][]string) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for sheet, rows := range sheets {
		at := map[string]int{}
		have, err := f.GetRows(sheet)
		if err != nil || len(have) == 0 {
			t.Fatalf("%s: %v %v", sheet, have, err)
		}
		for i, h := range have[0] {
			at[h] = i + 1
		}
		for i, row := range rows[1:] {
			for j, s := range row {
				col, ok := at[rows[0][j]]
				if !ok {
					t.Fatalf("%s has no column %s: %v", sheet, rows[0][j], have[0])
				}
				ref, _ := excelize.CoordinatesToCellName(col, i+2)
				var value any = s
				if y, rest, isDay := strings.Cut(s, "/"); isDay {
					m, d, whole := strings.Cut(rest, "/")
					if !whole {
						d = "1"
					}
					value = int(day(t, y, m, d) - epoch)
				} else if n, err := strconv.ParseFloat(s, 64); err == nil {
					value = n
				}
				if s != "" {
					if err := f.SetCellValue(sheet, ref, value); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func day(t *testing.T, y, m, d string) cell.Day {
	t.Helper()
	got, _, fault := cell.ReadDate(cell.Value{Kind: cell.Text, Text: y + "-" + m + "-" + d})
	if fault != nil {
		t.Fatal(fault.Message.EN)
	}
	return got
}

// TestSimpleForm: the simple form is read back without errors or warnings, empty, as its own examples and filled in by
// hand, and every row is used.
func TestSimpleForm(t *testing.T) {
	empty := workbook(t, Options{Template: Simple, Program: "緑野町"})
	examples := map[string][][]string{}
	for _, table := range simpleTables() {
		rows := [][]string{headings(table)}
		examples[table.Sheet.JA] = append(rows, table.Examples()...)
	}
	for name, sheets := range map[string]map[string][][]string{"empty": nil, "by hand": byHand, "examples": examples} {
		c := load(t, typeIn(t, empty, sheets))
		for _, f := range c.Findings {
			if f.Severity != finding.Info {
				t.Errorf("%s: %s %s: %s", name, f.Code, f.Place, f.Message.JA)
			}
		}
		for _, table := range simpleTables() {
			used := 0
			for _, in := range c.Inputs {
				for _, s := range in.Sheets {
					if s.Key == table.Key {
						used += s.Used
					}
				}
			}
			if want := max(len(sheets[table.Sheet.JA])-1, 0); used != want {
				t.Errorf("%s: %d rows of %s, want %d", name, used, table.Sheet.JA, want)
			}
		}
	}
	c := load(t, typeIn(t, empty, byHand))
	if h := c.Tasks.Rows[1]; h.Hours.Value != 1.5 || h.Participant == nil || h.Participant.Name.Value != "佐藤 花子" ||
		h.Contract == nil || h.Contract.Monthly.Value != 30000 {
		t.Errorf("the second task is %+v", h)
	}
	if p := c.Payments.Rows[0]; p.Amount.Value != 5000 || p.Participant == nil {
		t.Errorf("the first payment is %+v", p)
	}
}

// TestSimpleFormTakesOver: people, clients and contracts of a full ledger go into the simple form by their names.
func TestSimpleFormTakesOver(t *testing.T) {
	full := load(t, fill(t, workbook(t, Options{}), examples()))
	again := load(t, workbook(t, Options{Template: Simple, From: full, Tables: Roster()}))
	if len(again.Participants.Rows) != len(full.Participants.Rows) ||
		len(again.Contracts.Rows) != len(full.Contracts.Rows) {
		t.Errorf("%d people and %d contracts, want %d and %d", len(again.Participants.Rows), len(again.Contracts.Rows),
			len(full.Participants.Rows), len(full.Contracts.Rows))
	}
	for i, k := range again.Contracts.Rows {
		was := full.Contracts.Rows[i]
		client := full.Client(was.ClientID.Value)
		if k.Title.Value != was.Title.Value || k.Kind.Value != was.Kind.Value || again.Client(k.ClientID.Value) == nil ||
			again.Client(k.ClientID.Value).Region.Value != client.Region.Value {
			t.Errorf("contract %+v was %+v of %+v", k, was, client)
		}
	}
	if len(again.Tasks.Rows) != 0 || schema.ByKey(schema.Payments) == nil {
		t.Error("more than the roster was taken over")
	}
}
