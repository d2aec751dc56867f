package sheet

import (
	"bytes"
	"errors"
	"io"

	"github.com/xuri/excelize/v2"

	"pilot90/cohort/lang"
	"pilot90/cohort/sheet/grid"
)

var (
	wrongPassword = lang.Text{JA: "パスワードが合わないため、開けません。", EN: "The password is wrong."}
	unlock        = lang.Text{
		JA: "パスワードを書いたファイルを --password-file で指定してください。または、Excelで開いてパスワードを外し、保存し直してください。",
		EN: "Name a file that holds the password with --password-file, or remove the password in Excel and save again.",
	}
	checkPassword = lang.Text{
		JA: "--password-file のファイルに書いたパスワードを確かめてください（全角・半角、大文字・小文字も区別します）。",
		EN: "Check the password in the file named by --password-file (case and width matter).",
	}
	removePassword = lang.Text{
		JA: "Excelで開いてパスワードを外し、保存し直してください。",
		EN: "Open it in Excel, remove the password and save again.",
	}
)

// unknownEncryption is the C305 of a file that Excel opens and this program cannot.
func unknownEncryption() *grid.Fault {
	return grid.NewFault(grid.CodeEncrypted, lang.Text{
		JA: "パスワードで保護されていて、その保護の方式に対応していないため、読めません。",
		EN: "The file is protected by a password in a way that is not supported.",
	}, removePassword)
}

// openCompound fills r from an OLE container: one that holds an encrypted workbook, or an .xls. Every
// other one is a finding.
func (r *Reader) openCompound(opt Options, data contents) error {
	raw := make([]byte, data.size)
	if _, err := io.ReadFull(io.NewSectionReader(data, 0, data.size), raw); err != nil {
		return err
	}
	streams, entries, err := compoundStreams(raw)
	switch {
	case err != nil:
		return err
	case hasPackage(streams) && entries > maxEntries:
		return grid.Damaged("暗号化の情報が読めません", "bad encryption information")
	case hasPackage(streams):
		plain, err := decryptPackage(raw, opt.Password)
		if err != nil {
			return err
		}
		return r.openWorkbook(opt, bytes.NewReader(plain), int64(len(plain)))
	case streams["workbook"], streams["book"]:
		return r.openOld(opt, raw, streams)
	case entries > maxEntries:
		return otherCompound(streams)
	}
	return otherCompound(outermost(raw, streams))
}

// hasPackage reports the streams of an encrypted workbook.
func hasPackage(streams map[string]bool) bool {
	return streams["encryptedpackage"] && streams["encryptioninfo"]
}

// IsEncrypted reports whether the bytes of a file are an encrypted .xlsx or .xlsm.
func IsEncrypted(raw []byte) bool {
	if !IsCompound(raw) {
		return false
	}
	streams, _, err := compoundStreams(raw)
	return err == nil && hasPackage(streams)
}

// IsCompound reports whether the bytes of a file are an OLE container: an encrypted workbook, or an .xls.
func IsCompound(raw []byte) bool { return bytes.HasPrefix(raw, []byte(oleSignature)) }

// otherCompound is the fault of an OLE container without an encrypted workbook.
func otherCompound(streams map[string]bool) *grid.Fault {
	switch {
	case streams["worddocument"]:
		return grid.OtherKind("Word文書", "a Word document", grid.UseSpreadsheet)
	case streams["powerpoint document"]:
		return grid.OtherKind("PowerPointのファイル", "a PowerPoint file", grid.UseSpreadsheet)
	}
	return grid.OtherKind("Excelブックではない形式", "not a workbook", grid.UseSpreadsheet)
}

// defaultPassword is what Excel encrypts a workbook with that is only protected against changes.
// It opens such a file without a question.
const defaultPassword = "VelvetSweatshop"

// decryptPackage returns the workbook inside. The library indexes into the file without
// checks, so a damaged one may make it panic: that is damage, reported as such.
func decryptPackage(raw []byte, password string) (plain []byte, err error) {
	defer func() {
		if recover() != nil {
			plain, err = nil, grid.Damaged("暗号化の情報が読めません", "bad encryption information")
		}
	}()
	if err := checkEncryption(raw); err != nil {
		return nil, err
	}
	for _, try := range []string{password, defaultPassword} {
		if try == "" {
			continue
		}
		plain, err = excelize.Decrypt(raw, &excelize.Options{Password: try})
		switch {
		case errors.Is(err, excelize.ErrWorkbookPassword):
		case err != nil:
			return nil, unknownEncryption()
		case bytes.HasPrefix(plain, []byte("PK")):
			return plain, nil
		}
	}
	if password == "" {
		return nil, grid.NewFault(grid.CodeEncrypted, grid.PasswordNeeded, unlock)
	}
	return nil, grid.NewFault(grid.CodePassword, wrongPassword, checkPassword)
}
