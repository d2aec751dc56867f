package rollup

import (
	"strconv"

	"pilot90/cohort/lang"
	"pilot90/kpi/result"
)

// inEnglish are the prefectures in the order of their codes, 01 to 47 (JIS X 0401).
var inEnglish = [...]string{"Hokkaido", "Aomori", "Iwate", "Miyagi", "Akita", "Yamagata", "Fukushima", "Ibaraki",
	"Tochigi", "Gunma", "Saitama", "Chiba", "Tokyo", "Kanagawa", "Niigata", "Toyama", "Ishikawa", "Fukui", "Yamanashi",
	"Nagano", "Gifu", "Shizuoka", "Aichi", "Mie", "Shiga", "Kyoto", "Osaka", "Hyogo", "Nara", "Wakayama", "Tottori",
	"Shimane", "Okayama", "Hiroshima", "Yamaguchi", "Tokushima", "Kagawa", "Ehime", "Kochi", "Fukuoka", "Saga", "Nagasaki",
	"Kumamoto", "Oita", "Miyazaki", "Kagoshima", "Okinawa"}

// prefectureOf is that of a municipality in both languages.
func prefectureOf(code, name string) lang.Text {
	if n, err := strconv.Atoi(code[:min(2, len(code))]); err == nil && 1 <= n && n <= len(inEnglish) {
		return lang.Text{JA: name, EN: inEnglish[n-1]}
	}
	return lang.Text{JA: name, EN: name}
}

func (p *paper) prefecture(of result.Place) string {
	return prefectureOf(of.Code, of.Prefecture).In(p.Lang)
}
