package linebreak

import (
	"strings"
	"testing"
)

// Where a line may be broken is shown with "|" in the expectation.
func TestAllowed(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"今日は晴れ", "今|日|は|晴|れ"},
		{"です。次に、", "で|す。|次|に、"},                          // closing marks never first
		{"彼は「はい」と", "彼|は|「は|い」|と"},                       // opening marks never last
		{"キャッシュ", "キャッ|シュ"},                              // small kana and the long mark never first
		{"データー", "デー|ター"},                                //
		{"人々の〜", "人々|の〜"},                                // 々 and the wave dash never first
		{"約12件の", "約12件|の"},                              // number and unit
		{"10か月間と", "10か月間|と"},                            // unit of two letters
		{"3.5 時間", "3.5 時|間"},                            // see TestUnits for the tail after a space
		{"58.3 %で", "58.3 %|で"},                          // a space before the sign holds
		{"7 / 12 件中", "7 / 12 件|中"},                      // a fraction holds
		{"令和7年度の", "令和7年度|の"},                            // era and year
		{"第3回", "第3回"},                                   //
		{"3月31日まで", "3月|31日|ま|で"},                        // month and day may part
		{"telework program", "telework |program"},        // words whole, a space hangs
		{"recurring_contract", "recurring_contract"},     //
		{"準備――要件……", "準|備|――|要|件|……"},                    // double dash and ellipsis whole
		{"△12.5", "△12.5"},                               // minus sign of official tables
		{"100円（税込）", "100円|（税|込）"},                       //
		{"A社B社", "A|社|B|社"},                              //
		{"①②", "①|②"},                                    //
		{"2025 2026", "2025 |2026"},                      // two numbers may part
		{"ＡＢＣ事業", "ＡＢＣ|事|業"},                             // wide letters are letters
		{"¥1,200を", "¥1,200|を"},                          //
		{"「『二重』」", "「『二|重』」"},                            //
		{"https://example.jp/a", "https://example.jp/a"}, //
	} {
		runes := []rune(c.text)
		var b strings.Builder
		for i, ok := range allowed(runes) {
			if i == len(runes) {
				break
			}
			if ok {
				b.WriteByte('|')
			}
			b.WriteRune(runes[i])
		}
		if b.String() != c.want {
			t.Errorf("%s: got %s, want %s", c.text, b.String(), c.want)
		}
	}
}
