package ods

import (
	"strings"
	"testing"

	"pilot90/cohort/sheet/grid"
)

// numbered is a number with attributes, and texts among its digits.
func numbered(attrs string, inside ...string) string {
	return `<number:number ` + attrs + `>` + strings.Join(inside, "") + `</number:number>`
}

func word(text string) string { return `<number:text>` + text + `</number:text>` }

// at is a text before so many digits.
func at(position, text string) string {
	return `<number:embedded-text number:position="` + position + `">` + text + `</number:embedded-text>`
}

const (
	whole   = `number:decimal-places="0" number:min-decimal-places="0" number:min-integer-digits="1"`
	grouped = whole + ` number:grouping="true"`
	zeros   = `number:decimal-places="0" number:min-integer-digits=`
)

// TestFormats: what a number is under a format, as under the same format of an .xlsx.
func TestFormats(t *testing.T) {
	for _, c := range []struct{ name, kind, inside, value, want string }{
		{"General", "number", numbered(`number:min-integer-digits="1"`), "1.5", "#=1.5"},
		{"0000", "number", numbered(zeros + `"4"`), "12", "#=0012"},
		{"000-0000", "number", numbered(zeros+`"7"`, at("4", "-")), "600001", "#=060-0001"},
		{"0:00", "number", numbered(zeros+`"3"`, at("2", ":")), "930", "#=9:30"},
		{"#:00", "number", numbered(zeros+`"2"`, at("2", ":")), "930", "#=930"},
		{"0-00-00, in any order", "number", numbered(zeros+`"5"`, at("2", "-"), at("4", "-")), "70401", "#=7-04-01"},
		{"No.0000", "number", word("No.") + numbered(zeros+`"4"`), "12", "#=No.0012"},
		{"0000 with a quote", "number", word(`"`) + numbered(zeros+`"4"`), "12", `#="0012`},
		{"0000 and a blank", "number", numbered(zeros+`"4"`) + word(" "), "12", "#=0012"},
		{"0000, a blank as wide as - and 円", "number", numbered(zeros+`"4"`) +
			`<number:text loext:blank-width-char="-"> 円</number:text>`, "12", "#=0012円"},
		{"0時間00分", "number", numbered(zeros+`"3"`, at("2", "時間")) + word("分"), "130", "=1時間30分"},
		{"0分", "number", numbered(whole) + word("分"), "45", "=45分"},
		{"千円", "number", numbered(grouped) + word("千円"), "1704", "=1704千円"},
		{"General千円", "number", numbered(`number:min-integer-digits="1"`) + word("千円"), "30.5", "=30.5千円"},
		{"千円 of yen", "number", numbered(grouped+` number:display-factor="1000"`) + word("千円"), "1704000", "#=1704000"},
		{"百万円 of yen", "number", numbered(grouped+` number:display-factor="1000000"`) + word("百万円"), "1704000", "#=1704000"},
		{"百万円 of thousands", "number", numbered(grouped+` number:display-factor="1000"`) + word("百万円"), "1704000",
			"=1704百万円"},
		{"円", "number", numbered(grouped) + word("円"), "3300", "#=3300"},
		{"decimals", "number", numbered(`number:decimal-places="2" number:min-integer-digits="1"`), "1.25", "#=1.25"},
		{"decimals and a unit", "number", numbered(`number:decimal-places="1" number:min-integer-digits="1"`) + word("人日"),
			"1.5", "=1.5人日"},
		{"0,000", "number", numbered(zeros + `"4" number:grouping="true"`), "12", "#=12"},
		{"currency", "currency", `<number:currency-symbol number:language="ja">￥</number:currency-symbol>` +
			numbered(grouped), "3300", "#=3300"},
		{"percent", "percentage", numbered(whole) + word("%"), "0.5", "#=0.5"},
		{"scientific", "number", `<number:scientific-number number:decimal-places="2" number:min-exponent-digits="2"/>`,
			"1200", "#=1200"},
		{"fraction", "number", `<number:fraction number:min-numerator-digits="1"/>`, "0.5", "#=0.5"},
		{"text", "text", `<number:text-content/>`, "12", "#=12"},
		{"boolean", "boolean", `<number:boolean/>`, "1", "#=1"},
		{"fill", "currency", word(" ") + `<number:currency-symbol/><number:fill-character> </number:fill-character>` +
			numbered(grouped) + word(" "), "5", "#=5"},
		{"more digits than any", "number",
			numbered(`number:decimal-places="999999999" number:min-integer-digits="999999999"`), "12", "#=12"},
		{"more zeros than any", "number", numbered(zeros + `"999999999"`), "12", "#=" + strings.Repeat("0", 28) + "12"},
		{"date", "date", `<number:era number:calendar="gengou"/><number:year number:calendar="gengou"/>` + word("年"),
			"45748", "#d=2025-04-01"},
		{"era", "date", `<number:era number:calendar="gengou" number:style="long"/>`, "45748", "#d=2025-04-01"},
		{"month", "date", `<number:month/>` + word("月"), "45748", "#d=2025-04-01"},
		{"weekday", "date", `<number:day-of-week/>`, "45748", "#d=2025-04-01"},
		{"date and time", "date", `<number:year/><number:month/><number:day/><number:hours/><number:minutes/>`, "45748.5",
			"#d=2025-04-01 12:00"},
		{"time", "time", `<number:hours/>` + word("時") + `<number:minutes/>` + word("分"), "0.0625", "#t=1:30"},
		{"time of a half of a day", "time", `<number:hours/>` + word(":") + `<number:minutes/><number:am-pm/>`, "0.75",
			"#t=18:00"},
		{"minutes", "time", `<number:minutes/>` + word("分"), "0.0625", "#t=1:30"},
		{"am and hours", "time", `<number:am-pm/><number:hours/>`, "0.75", "#t=18:00"},
		{"seconds", "time", `<number:minutes/>` + word(":") + `<number:seconds number:decimal-places="1"/>`, "0.0625",
			"#t=1:30"},
	} {
		t.Run(c.name, func(t *testing.T) {
			styles := `<number:` + c.kind + `-style style:name="N1">` + c.inside + `</number:` + c.kind +
				`-style><style:style style:name="c" style:family="table-cell" style:data-style-name="N1"/>`
			if got := shownSheet(t, content(styles, tableOf(rowOf(numberCell(` table:style-name="c"`, c.value)))),
				nil); got != "A1"+c.want {
				t.Errorf("got %q, want %q", got, "A1"+c.want)
			}
		})
	}
}

// TestConditionalFormats: the formats for numbers of one kind are the sections before the last.
func TestConditionalFormats(t *testing.T) {
	positive := `<number:number-style style:name="N1P0" style:volatile="true">` + numbered(zeros+`"4"`) +
		`</number:number-style>`
	negative := `<number:number-style style:name="N1">` + word("-") + numbered(whole) +
		`<style:map style:condition="value()&gt;=0" style:apply-style-name="N1P0"/></number:number-style>`
	texts := `<number:text-style style:name="N2"><number:text-content/>` +
		`<style:map style:condition="value()&lt;=1.7E+308" style:apply-style-name="D"/></number:text-style>`
	circle := `<number:number-style style:name="N3">` + numbered(whole) +
		strings.Repeat(`<style:map style:apply-style-name="N3"/>`, 9) + `</number:number-style>`
	lost := `<number:number-style style:name="N4">` + numbered(zeros+`"3"`) +
		`<style:map style:apply-style-name="nowhere"/></number:number-style>`
	date := `<number:date-style style:name="D" style:volatile="true"><number:year/></number:date-style>`
	var styles, cells strings.Builder
	styles.WriteString(positive + negative + texts + date + circle + lost)
	for _, n := range []string{"1", "2", "3", "4", "5"} {
		styles.WriteString(`<style:style style:name="c` + n + `" style:family="table-cell" style:data-style-name="N` + n +
			`"/>`)
		cells.WriteString(numberCell(` table:style-name="c`+n+`"`, "12"))
	}
	if got := shownSheet(t, content(styles.String(), tableOf(rowOf(cells.String()))),
		nil); got != "A1#=0012 B1#d=1900-01-12 C1#=12 D1#=12 E1#=12" {
		t.Error(got)
	}
}

// TestScopes: a style is looked up where it is named, then among those that users name; two lists
// may use one name.
func TestScopes(t *testing.T) {
	format := func(name, digits string) string {
		return `<number:number-style style:name="` + name + `">` + numbered(zeros+`"`+digits+`"`) + `</number:number-style>`
	}
	cell := func(name, parent, format string) string {
		return `<style:style style:name="` + name + `" style:family="table-cell" style:parent-style-name="` + parent +
			`" style:data-style-name="` + format + `"/>`
	}
	styles := styled(`<style:default-style style:family="table-cell" style:data-style-name="N5"/>`+format("N2",
		"2")+format("N5", "5")+cell("Default", "", "")+cell("Common", "Default", "N2")+cell("Page", "", "N3")+cell("Alone",
		"", ""), format("N3", "3"))
	auto := format("N2", "4") + cell("ce1", "Common", "") + cell("ce2", "Default", "N2") + cell("ce3", "Page", "") +
		cell("ce4", "", "N5") + cell("ce5", "ce6", "") + cell("ce6", "ce5", "") + cell("ce7", "Alone", "nowhere")
	var cells strings.Builder
	for _, name := range []string{"ce1", "ce2", "ce3", "ce4", "ce5", "ce7", "Common", "nowhere"} {
		cells.WriteString(numberCell(` table:style-name="`+name+`"`, "1"))
	}
	const want = "A1#=01 B1#=0001 C1#=001 D1#=00001 E1#=1 F1#=00001 G1#=01 H1#=00001"
	if got := shownSheet(t, content(auto, tableOf(rowOf(cells.String()))), parts{"styles.xml": styles}); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestLongFormats: a format that no program writes is refused, however it is made long.
func TestLongFormats(t *testing.T) {
	long := strings.Repeat("あ", 400) // 1,200 bytes
	for _, inside := range []string{word(long), strings.Repeat(word("あああ"), 200), numbered(zeros+`"3"`, at("2", long)),
		numbered(zeros+`"3"`, strings.Repeat(at("2", "ああ"), 200)), strings.Repeat("<number:year/>", 300),
		strings.Repeat(numbered(zeros+`"30"`), 40)} {
		xml := content(`<number:number-style style:name="N1">`+inside+`</number:number-style>`, tableOf(""))
		if got := shownSheet(t, xml, nil); got != grid.CodeLimit {
			t.Errorf("%.80s: %s", inside, got)
		}
	}
}
