package sheet

import (
	"bytes"
	"path"
	"strings"

	"pilot90/cohort/lang"
	"pilot90/cohort/sheet/grid"
)

// IsLockFile reports whether the name is that of the file Excel keeps beside a workbook that
// is open (~$台帳.xlsx). Such a file is not part of a ledger.
func IsLockFile(name string) bool {
	return strings.HasPrefix(path.Base(strings.ReplaceAll(name, `\`, "/")), "~$")
}

// signatures are the first bytes of files that people name .xlsx or .csv by mistake.
var signatures = []struct{ head, ja, en string }{
	{"%PDF-", "PDF", "a PDF file"},
	{"\x89PNG", "画像（PNG）", "an image (PNG)"},
	{"\xff\xd8\xff", "画像（JPEG）", "an image (JPEG)"},
	{"GIF8", "画像（GIF）", "an image (GIF)"},
	{"II*\x00", "画像（TIFF）", "an image (TIFF)"},
	{"MM\x00*", "画像（TIFF）", "an image (TIFF)"},
	{"{\\rtf", "リッチテキスト（RTF）", "a rich text file (RTF)"},
	{"\x1f\x8b", "圧縮ファイル（gzip）", "a compressed file (gzip)"},
	{"7z\xbc\xaf\x27\x1c", "圧縮ファイル（7-Zip）", "a compressed file (7-Zip)"},
	{"Rar!", "圧縮ファイル（RAR）", "a compressed file (RAR)"},
	{"MZ", "プログラム", "a program"},
}

// A fileKind is what the first bytes and the name tell.
type fileKind uint8

const (
	kindZip fileKind = iota
	kindOLE
	kindText
)

const oleSignature = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// detect tells the kind of a file from its first bytes; the name only decides between text
// and damage. It returns a Fault for a file that is of no use.
func detect(name string, head []byte) (fileKind, error) {
	text := isTextName(name)
	switch {
	case len(head) == 0:
		return 0, grid.EmptyFile()
	case IsLockFile(name):
		return 0, grid.OtherKind("Excelの作業用ファイル", "a lock file of Excel", grid.CloseInExcel)
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return kindZip, nil
	case bytes.HasPrefix(head, []byte(oleSignature)):
		return kindOLE, nil
	case len(bytes.Trim(head, "\x00")) == 0:
		return 0, grid.NewFault(grid.CodeUnreadable, lang.Text{
			JA: "中身が書き込まれていないファイルです。", EN: "The contents of the file were never written.",
		}, grid.CopyAgain)
	}
	for _, s := range signatures {
		if bytes.HasPrefix(head, []byte(s.head)) && !(text && s.head == "MZ") {
			return 0, grid.OtherKind(s.ja, s.en, grid.UseSpreadsheet)
		}
	}
	if old := len(head) > 3 && head[0] == 9 && head[1] <= 8 && head[1]%2 == 0 && !text; old {
		return 0, grid.OldExcel()
	}
	if bytes.HasPrefix(head[min(4, len(head)):], []byte("ftyp")) {
		return 0, grid.OtherKind("画像か動画", "an image or a video", grid.UseSpreadsheet)
	}
	return detectText(text, head)
}

// isTextName reports whether a file of that name is read as separated text.
func isTextName(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".csv", ".tsv", ".txt", ".tab":
		return true
	}
	return false
}
