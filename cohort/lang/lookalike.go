package lang

import "strings"

var lookalikes = strings.NewReplacer("O", "0", "o", "0", "○", "0", "〇", "0", "◯", "0", "l", "1", "I", "1", "|", "1")

// LikeDigits puts digits for the letters and marks that are typed for them: O, o and circles for 0, l, I and |
// for 1.
func LikeDigits(s string) string { return lookalikes.Replace(s) }
