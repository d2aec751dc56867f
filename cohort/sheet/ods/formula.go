package ods

import "bytes"

// excelFormula writes a formula as Excel shows it, without its =, as far as a reader needs it to
// find the cell: of:=SUM([.A1:.B2];[$表.C3]) becomes SUM(A1:B2,表!C3).
func excelFormula(formula []byte) []byte {
	if prefix, rest, ok := bytes.Cut(formula, []byte(":=")); ok && !bytes.ContainsAny(prefix, "=\"[ ") {
		formula = rest
	}
	formula = bytes.TrimPrefix(formula, []byte("="))
	out := make([]byte, 0, len(formula))
	for i := 0; i < len(formula); {
		n := 1
		switch c := formula[i]; c {
		case '"', '\'':
			n = quotedLen(formula[i:], c)
			out = append(out, formula[i:i+n]...)
		case '[':
			n = referenceLen(formula[i:])
			out = appendReference(out, formula[i:i+n])
		case ';':
			out = append(out, ',')
		default:
			out = append(out, c)
		}
		i += n
	}
	return out
}

// quotedLen returns the length of the quoted text at the front, to the end when it is open.
func quotedLen(b []byte, quote byte) int {
	if end := bytes.IndexByte(b[1:], quote); end >= 0 {
		return end + 2
	}
	return len(b)
}

// referenceLen returns the length of the reference at the front; a sheet's name in quotes may
// hold a bracket.
func referenceLen(b []byte) int {
	for i := 1; i < len(b); i++ {
		switch b[i] {
		case '\'':
			i += quotedLen(b[i:], '\'') - 1
		case ']':
			return i + 1
		}
	}
	return len(b)
}

// appendReference writes [.A1], [.A1:.B2] or [$表.A1] as A1, A1:B2 or 表!A1.
func appendReference(dst, b []byte) []byte {
	b = bytes.TrimSuffix(b[1:], []byte("]"))
	first := true // of an address
	for i := 0; i < len(b); {
		n := 1
		switch c := b[i]; {
		case c == '\'':
			n = quotedLen(b[i:], c)
			dst = append(dst, b[i:i+n]...)
		case c == '.' && !first:
			dst = append(dst, '!')
		case c != '.' && (c != '$' || !first || !bytes.ContainsRune(b[i:], '.')):
			dst = append(dst, c)
		}
		first = b[i] == ':'
		i += n
	}
	return dst
}
