package cell

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pilot90/cohort/pattern"
)

// variants are characters that are typed for one another, as old and new forms of one or with a stroke more or
// less, in groups. Names that differ only so are near, never equal.
var variants = strings.Fields(`
	高髙 崎﨑嵜碕埼 辺邊邉 斎齋斉齊 沢澤 浜濱濵 島嶋嶌 広廣 桜櫻 国國圀 真眞 恵惠 蔵藏 滝瀧 竜龍 学學 条條 寿壽 栄榮 徳德 浅淺 関關 桧檜 弥彌弥
	礼禮 円圓 穂穗 寛寬 曽曾 園薗 富冨 吉𠮷 土圡士 館舘 峰峯 祐裕佑 柳栁 角⻆ 渕淵渊 鴎鷗 芦蘆 薮藪 槙槇 遥遙 尭堯 晋晉 巌巖 実實 亘亙 来來
	万萬 与與 台臺 数數 豊豐 宝寶 黒黑 剣劍 静靜 総總 緑綠縁 郎郞朗 頼賴 顕顯 灯燈 尽盡 覚覺 観觀 祇祗 籠篭 桑桒 柿杮 刈苅 会會 仏佛 伝傳
	塩鹽 応應 横橫 温溫 画畫 戸戶 教敎 暁曉 駆驅 勲勳 恒恆 巣巢 糸絲 児兒 写寫 将將 証證 乗乘 穣穰 慎愼 尊尊 帯帶 鉄鐵 当當 楽樂 為爲 団團
	大太犬 夫天 千干于 末未 己已巳 日曰 田由甲申 王玉 人入 永氷 石右 問間 綱網 候侯 木本 今令 享亨 崇祟 幸辛 季李 晴睛 栗粟 治冶 微徴
	萩荻 廷延 宣宜 宮官 孝考 宇字 弟第 折析 ノの之 ケヶが 一ー`)

// variantOf maps a character to the first of its group.
var variantOf = func() map[rune]rune {
	table := map[rune]rune{}
	for _, group := range variants {
		first, _ := utf8.DecodeRuneInString(group)
		for _, r := range group {
			if _, taken := table[r]; !taken {
				table[r] = first
			}
		}
	}
	return table
}()

// NearName reports two names of people that are not equal but may be meant for one: kanji in another form or with a
// stroke more or less (髙/高, 大/太), kana of the other sort, a missing given name, a title or a remark beside
// it, the parts of a foreign name the other way round.
func NearName(a, b string) bool {
	if len(a) > maxNoteBytes || len(b) > maxNoteBytes || NameKey(a) == NameKey(b) {
		return false
	}
	one, other := nameParts(a), nameParts(b)
	whole, wholeOther := strings.Join(one, ""), strings.Join(other, "")
	switch {
	case whole == "" || wholeOther == "":
		return false
	case whole == wholeOther:
		return true
	case len(one) > 1 && len(one) == len(other):
		slices.Sort(one)
		slices.Sort(other)
		return slices.Equal(one, other)
	}
	return lacksGivenName(one, other) || lacksGivenName(other, one)
}

// NearClient reports two names of firms that are not equal but may be meant for one: as NearName has it, or with the
// form of the firm (株式会社) elsewhere or left out.
func NearClient(a, b string) bool {
	if len(a) > maxNoteBytes || len(b) > maxNoteBytes || ClientKey(a) == ClientKey(b) {
		return false
	}
	one, other := clientCore(a), clientCore(b)
	return one != "" && one == other
}

// corporateMark is the form of a firm in its short form.
var corporateMark = pattern.New(`\((地独|独|大|特非|一社|公社|一財|公財|福|医|学|農|株|有|同|資|名|社|財)\)`)

// clientCore is the name of a firm without its form.
func clientCore(s string) string {
	return nearFold(cutTitle(corporateMark.ReplaceAllString(ClientKey(s), ""), clientTitles))
}

// nameParts returns the parts of a name between spaces and middle dots, without title and remark, as
// near names have them alike.
func nameParts(s string) []string {
	name := cleanText(s)
	if outside, _ := cutBrackets(name); outside != "" {
		name = outside
	}
	parts := strings.FieldsFunc(cutTitle(name, titles), func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("・･.,=＝", r)
	})
	for i := range parts {
		parts[i] = nearFold(NameKey(parts[i]))
	}
	return slices.DeleteFunc(parts, func(p string) bool { return p == "" })
}

// nearFold writes near names alike: the first of each group of variants, hiragana, small letters, no joints and
// no variation selectors.
func nearFold(key string) string {
	last := rune(-1)
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Variation_Selector, r) || strings.ContainsRune("・･.,'’-_()", r):
			return -1
		case r == '々' && last >= 0:
			return last
		}
		if v, ok := variantOf[r]; ok {
			r = v
		}
		r = largeKana(unicode.ToLower(r))
		last = r
		return r
	}, key)
}

// largeKana returns the hiragana of a kana, the large one of a small one.
func largeKana(r rune) rune {
	if r >= 'ァ' && r <= 'ヶ' {
		r -= 'ァ' - 'ぁ'
	}
	switch r {
	case 'ぁ', 'ぃ', 'ぅ', 'ぇ', 'ぉ', 'っ', 'ゃ', 'ゅ', 'ょ', 'ゎ':
		return r + 1
	}
	return r
}

// lacksGivenName reports a name that is the first part of another. Where nothing stands between the parts of the
// other, the surname is told from the length: 鈴木 of 鈴木恵, 長谷川 of 長谷川花子, but not 鈴木恵 of 鈴木恵子.
func lacksGivenName(short, long []string) bool {
	switch {
	case len(short) != 1 || len(long) == 0:
		return false
	case len(long) > 1:
		return short[0] == long[0]
	}
	rest, ok := strings.CutPrefix(long[0], short[0])
	given := utf8.RuneCountInString(rest)
	switch utf8.RuneCountInString(short[0]) {
	case 1, 3:
		return ok && given == 2
	case 2:
		return ok && given >= 1 && given <= 3
	}
	return false
}
