package sheet

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"pilot90/cohort/finding"
)

var (
	passwordNeeded = finding.Text{JA: "パスワードで保護されているため、読めません。", EN: "The file is protected by a password."}
	wrongPassword  = finding.Text{JA: "パスワードが合わないため、開けません。", EN: "The password is wrong."}
	unlock         = finding.Text{
		JA: "パスワードを書いたファイルを --password-file で指定してください。または、Excelで開いてパスワードを外し、保存し直してください。",
		EN: "Name a file that holds the password with --password-file, or remove the password in Excel and save again.",
	}
	checkPassword = finding.Text{
		JA: "--password-file のファイルに書いたパスワードを確かめてください（全角・半角、大文字・小文字も区別します）。",
		EN: "Check the password in the file named by --password-file (case and width matter).",
	}
	unlockZip = finding.Text{
		JA: "ZIPのパスワードを外して保存し直してください。",
		EN: "Remove the password of the archive and save it again.",
	}
)

// decrypt opens an OLE container. One that holds an encrypted workbook becomes that workbook;
// every other one is a finding.
func decrypt(data io.ReaderAt, size int64, password string) (io.ReaderAt, int64, error) {
	raw := make([]byte, size)
	if _, err := io.ReadFull(io.NewSectionReader(data, 0, size), raw); err != nil {
		return nil, 0, err
	}
	streams, err := compoundStreams(raw)
	if err != nil {
		return nil, 0, err
	}
	switch {
	case streams["encryptedpackage"] && streams["encryptioninfo"]:
	case streams["workbook"], streams["book"]:
		return nil, 0, oldExcel()
	case streams["worddocument"]:
		return nil, 0, otherKind("Word文書", "a Word document", useSpreadsheet)
	case streams["powerpoint document"]:
		return nil, 0, otherKind("PowerPointのファイル", "a PowerPoint file", useSpreadsheet)
	default:
		return nil, 0, otherKind("Excelブックではない形式", "not a workbook", useSpreadsheet)
	}
	if password == "" {
		return nil, 0, fault(CodeEncrypted, passwordNeeded, unlock)
	}
	plain, err := decryptPackage(raw, password)
	if err != nil {
		return nil, 0, err
	}
	return bytes.NewReader(plain), int64(len(plain)), nil
}

// maxSpin bounds the rounds of key derivation a file may ask for; Excel uses 100,000.
const maxSpin = 2_000_000

// decryptPackage returns the workbook inside. The library indexes into the file without
// checks, so a damaged one may make it panic: that is damage, reported as such.
func decryptPackage(raw []byte, password string) (plain []byte, err error) {
	defer func() {
		if recover() != nil {
			plain, err = nil, damaged("暗号化の情報が読めません", "bad encryption information")
		}
	}()
	if spin, ok := spinCount(raw); ok && spin > maxSpin {
		return nil, overLimit("暗号化の繰り返し回数", "The number of encryption rounds", maxSpin)
	}
	plain, err = excelize.Decrypt(raw, &excelize.Options{Password: password})
	switch {
	case errors.Is(err, excelize.ErrWorkbookPassword):
		return nil, fault(CodePassword, wrongPassword, checkPassword)
	case err != nil:
		return nil, damaged("この暗号化の方式は読めません", "unknown encryption: "+strings.TrimSpace(err.Error()))
	case !bytes.HasPrefix(plain, []byte("PK")):
		return nil, fault(CodePassword, wrongPassword, checkPassword)
	}
	return plain, nil
}

// spinCount finds the number of rounds in the encryption information, which is plain XML.
func spinCount(raw []byte) (int, bool) {
	const key = `spinCount="`
	i := bytes.Index(raw, []byte(key))
	if i < 0 {
		return 0, false
	}
	digits, _, _ := bytes.Cut(raw[i+len(key):min(len(raw), i+len(key)+20)], []byte(`"`))
	n, ok := parseIndex(digits)
	if !ok {
		return maxSpin + 1, true
	}
	return n, true
}
