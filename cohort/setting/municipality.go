package setting

import (
	"fmt"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Municipality is a municipality by its code (全国地方公共団体コード): five digits and a check digit.
type Municipality struct {
	Code       string // six digits
	Prefecture string // with 都, 道, 府 or 県
}

// ReadMunicipality reads a code as it is typed, with its check digit or without; false where it is none: other than
// five or six digits, of no prefecture, or with a wrong check digit. right is then the code with the right one, ""
// where there is none.
func ReadMunicipality(text string) (m Municipality, right string, ok bool) {
	digits := strings.NewReplacer("-", "", " ", "").Replace(norm.NFKC.String(strings.TrimSpace(text)))
	if len(digits) != 5 && len(digits) != 6 || strings.Trim(digits, "0123456789") != "" {
		return Municipality{}, "", false
	}
	prefecture := int(digits[0]-'0')*10 + int(digits[1]-'0')
	if prefecture < 1 || prefecture > len(prefectures) || digits[2:5] == "000" {
		return Municipality{}, "", false
	}
	right = digits[:5] + checkDigit(digits[:5])
	if len(digits) == 6 && digits != right {
		return Municipality{}, right, false
	}
	return Municipality{Code: right, Prefecture: prefectures[prefecture-1]}, right, true
}

// checkDigit is the sixth digit: the first five times 6, 5, 4, 3 and 2 add up to S; where S < 11 it is 11 − S, else
// the last digit of 11 − S mod 11.
func checkDigit(five string) string {
	sum := 0
	for i, d := range five {
		sum += int(d-'0') * (6 - i)
	}
	return fmt.Sprint((11 - sum%11) % 10)
}

// prefectures in the order of their codes, 01 to 47.
var prefectures = strings.Fields(`北海道 青森県 岩手県 宮城県 秋田県 山形県 福島県 茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県
	新潟県 富山県 石川県 福井県 山梨県 長野県 岐阜県 静岡県 愛知県 三重県 滋賀県 京都府 大阪府 兵庫県 奈良県 和歌山県 鳥取県 島根県
	岡山県 広島県 山口県 徳島県 香川県 愛媛県 高知県 福岡県 佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県 沖縄県`)
