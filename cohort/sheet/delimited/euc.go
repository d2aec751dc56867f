package delimited

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding/japanese"

	"pilot90/cohort/lang"
	"pilot90/cohort/sheet/grid"
)

// otherEncoding is the C308 of text in an encoding that is told from its bytes and not read.
func otherEncoding(name string) *grid.Fault {
	f := encodingFault("文字コードが "+name+" のようです。この文字コードは読めません。", "The encoding seems to be "+name+", which is not read.")
	f.Fix = lang.Text{
		JA: "書き出した元のソフトで文字コードを UTF-8 か Shift_JIS にして書き出し直すか、Excelの「データ」タブの「テキストまたはCSVから」で文字コードを選んで開き、『Excelブック " +
			"(*.xlsx)』として保存し直してください。",
		EN: "Export it again as UTF-8 or Shift_JIS, or open it with \"From Text/CSV\" on the Data tab of Excel, choose " +
			"the encoding there, and save it as \"Excel Workbook (*.xlsx)\".",
	}
	return f
}

// ambiguousEUC is the fault of text that fits CP932 as well.
func ambiguousEUC() *grid.Fault {
	f := otherEncoding("EUC-JP")
	f.Fix.JA += "Shift_JISで正しいときは、pilot.toml の [ledger] に encoding = \"cp932\" と書いてください。"
	f.Fix.EN += " If Shift_JIS is right, write encoding = \"cp932\" in [ledger] of pilot.toml."
	return f
}

// isEUC reports whether every byte fits EUC-JP.
func isEUC(raw string) bool {
	fits := true
	err := transformed(raw, japanese.EUCJP.NewDecoder(), func(piece []byte) bool {
		fits = !bytes.ContainsRune(piece, utf8.RuneError)
		return fits
	})
	return err == nil && fits
}

// looksLikeEUC reports whether bytes that are valid CP932 are more likely EUC-JP: they are
// valid there too, and would be mostly half-width katakana in CP932. Hiragana tells it, and so does
// a half-width middle dot at nearly every second place, the first byte of katakana.
func looksLikeEUC(raw string) bool {
	if !isEUC(raw) {
		return false
	}
	hiragana := false
	err := transformed(raw, japanese.EUCJP.NewDecoder(), func(piece []byte) bool {
		hiragana = hiragana || bytes.ContainsFunc(piece, func(r rune) bool { return 'ぁ' <= r && r <= 'ん' })
		return !hiragana
	})
	if err != nil {
		return false
	}
	dots, half, wide := 0, 0, 0
	err = transformed(raw, newCP932Decoder(), func(piece []byte) bool {
		for _, r := range string(piece) {
			switch {
			case '｡' <= r && r <= 'ﾟ':
				half++
				if r == '･' {
					dots++
				}
			case r >= utf8.RuneSelf:
				wide++
			}
		}
		return true
	})
	return err == nil && half > wide && (hiragana || 4*dots > half)
}
