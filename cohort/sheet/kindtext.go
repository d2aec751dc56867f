package sheet

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"pilot90/cohort/sheet/delimited"
	"pilot90/cohort/sheet/grid"
)

// pageStarts are the beginnings of pages that programs save under the name of a workbook.
var pageStarts = []string{
	"<!doctype html", "<html", "<table", "<meta", "<head", "<body", "<div", "<style", "<script", "<center", "<!--",
}

// detectText tells pages, XML and plain text apart; named says that the name is one of a text.
func detectText(named bool, head []byte) (fileKind, error) {
	text := markedText(head)
	start := strings.ToLower(strings.TrimSpace(text))
	isXML := strings.HasPrefix(start, "<?xml") || strings.HasPrefix(start, "<workbook")
	isPage := hasAnyPrefix(start, pageStarts) || strings.HasPrefix(start, "<") && strings.Contains(start, "<table")
	switch {
	case strings.HasPrefix(start, "<") && strings.Contains(start, "<html"), isPage && !isXML:
		return 0, grid.OtherKind("ホームページの形式（HTML）", "an HTML page", grid.ResaveInExcel)
	case strings.HasPrefix(start, "mime-version:"):
		return 0, grid.OtherKind("ホームページの形式（MHT）", "a web page (MHT)", grid.ResaveInExcel)
	case isXML && strings.Contains(start, "<office:document"):
		return 0, grid.OtherKind("圧縮していないOpenDocument形式（.fods）", "a flat OpenDocument file (.fods)", grid.ResaveInCalc)
	case isXML, !named && strings.HasPrefix(start, "<"):
		return 0, grid.OtherKind("XML", "an XML file", grid.ResaveInExcel)
	case named:
		return kindText, nil
	case looksLikeText(text):
		return 0, grid.OtherKind("文字だけのファイル（CSVなど）", "plain text such as CSV", grid.RenameToCSV)
	}
	return 0, grid.Damaged("Excelブックの形をしていません", "it does not have the form of a workbook")
}

// markedText returns the first bytes as UTF-8 when a byte order mark says what they are, and as
// they are otherwise. They may end in the middle of a character.
func markedText(head []byte) string {
	cs, body := delimited.ByteOrderMark(string(head))
	if cs == delimited.UnknownCharset || cs == delimited.UTF8Charset {
		return body
	}
	var text bytes.Buffer
	_ = delimited.DecodePieces(body[:len(body)/4*4], cs, func(piece []byte) { text.Write(piece) }) // as far as it goes
	return text.String()
}

// looksLikeText reports whether there are no control characters but tabs and line ends.
func looksLikeText(text string) bool {
	return utf8.RuneCountInString(text) > 0 &&
		!strings.ContainsFunc(text, func(r rune) bool { return r < ' ' && r != '\t' && r != '\n' && r != '\r' })
}

func hasAnyPrefix(s string, prefixes []string) bool {
	for _, prefix := range prefixes {
		if strings.HasPrefix(s, prefix) {
			return true
		}
	}
	return false
}
