package blank

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"pilot90/cohort/cell"
	"pilot90/cohort/tomledit"
)

// Settings are the answers with which a pilot.toml begins.
type Settings struct {
	Program      string
	Municipality string
	Prefecture   string // as Prefecture returns it
	Start        cell.Day
	Hub          string // the hub and how to reach it; may be empty
}

// TOML returns the pilot.toml.
func (s Settings) TOML() []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s の設定。「#」から行の終わりまでは説明です。\n\n[program]\n", plain(s.Program))
	fmt.Fprintf(&b, "name = %s\n", tomledit.Quoted(plain(s.Program)))
	fmt.Fprintf(&b, "municipality = %s\n", tomledit.Quoted(plain(s.Municipality)))
	fmt.Fprintf(&b, "prefecture = %s            # 最低賃金（参考）を調べるのに使います\n", tomledit.Quoted(plain(s.Prefecture)))
	if s.Hub != "" {
		fmt.Fprintf(&b, "contact = %s\n", tomledit.Quoted(plain(s.Hub)))
	}
	end := s.Start + 89
	fmt.Fprintf(&b, "\n# 1日目は %s、90日目は %s。\n", s.Start, end)
	fmt.Fprintf(&b, "# 数字は from から、その年度の終わり（3月31日）までを数えます。次の年度からは\n# from の行を消すと、年度ごとに数えます。\n[period]\nfrom = %q\n",
		s.Start.String())
	b.WriteString("\n# 目標を書くと、実績と並べて示します（指標の名前は「pilot90 kpi --list」で見られます）。\n# [targets]\n# first_income_residents = 8\n")
	return []byte(b.String())
}

// plain is the text on one line without control characters, which neither TOML nor a workbook
// can hold.
func plain(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, s))
}

// prefectures are the 47 prefectures.
var prefectures = strings.Fields(`北海道 青森県 岩手県 宮城県 秋田県 山形県 福島県 茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県
	新潟県 富山県 石川県 福井県 山梨県 長野県 岐阜県 静岡県 愛知県 三重県 滋賀県 京都府 大阪府 兵庫県 奈良県 和歌山県
	鳥取県 島根県 岡山県 広島県 山口県 徳島県 香川県 愛媛県 高知県 福岡県 佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県 沖縄県`)

// Prefecture returns the full name of a prefecture that is written with or without 都道府県.
func Prefecture(s string) (string, bool) {
	i := slices.IndexFunc(prefectures, func(full string) bool {
		return s == full || s == strings.TrimRight(full, "都府県") && full != "京都府" || s == "京都" && full == "京都府"
	})
	if i < 0 {
		return "", false
	}
	return prefectures[i], true
}

// Prefectures returns the full names of the 47 prefectures from north to south.
func Prefectures() []string { return slices.Clone(prefectures) }
