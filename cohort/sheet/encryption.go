package sheet

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"io"
	"strings"

	"github.com/richardlehane/mscfb"
	"github.com/xuri/excelize/v2"

	"pilot90/cohort/sheet/grid"
)

// maxSpin bounds the rounds of key derivation a file may ask for; Excel uses 100,000.
const maxSpin = 2_000_000

// maxInfo bounds the description of the encryption; Excel's has under 2 KB.
const maxInfo = 64 << 10

// checkEncryption refuses what the library would work on without end or read wrongly. It reads the
// description with the library's own reader and types, so that both see the same.
func checkEncryption(raw []byte) error {
	bad := grid.Damaged("暗号化の情報が読めません", "bad encryption information")
	stream, err := encryptionInfo(raw)
	if err != nil || len(stream) > maxInfo {
		return bad
	}
	if len(stream) < 8 || binary.LittleEndian.Uint32(stream) != 4|4<<16 { // version 4.4
		return nil // the older way, whose rounds are fixed
	}
	var info excelize.Encryption
	if err := xml.Unmarshal(stream[8:], &info); err != nil {
		return bad
	}
	for _, k := range info.KeyEncryptors.KeyEncryptor {
		key := k.EncryptedKey
		if key.SpinCount > maxSpin {
			f := grid.OverLimit("暗号化の繰り返し回数", "The number of encryption rounds", maxSpin)
			f.Fix = removePassword
			return f
		}
		if !strings.EqualFold(key.HashAlgorithm, info.KeyData.HashAlgorithm) { // the library knows one only
			return unknownEncryption()
		}
	}
	return nil
}

// encryptionInfo returns the stream that describes the encryption; of several the last counts, as
// in the library.
func encryptionInfo(raw []byte) (stream []byte, err error) {
	doc, err := mscfb.New(bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	for entry, end := doc.Next(); end == nil; entry, end = doc.Next() {
		if entry.Name != "EncryptionInfo" {
			continue
		}
		if stream, err = io.ReadAll(io.LimitReader(entry, maxInfo+1)); err != nil {
			return nil, err
		}
	}
	return stream, nil
}

// outermost returns the streams that lie in no storage, in small letters: a Word document with a
// table of Excel in it holds a workbook too. It returns all for a container it cannot walk.
func outermost(raw []byte, all map[string]bool) (streams map[string]bool) {
	defer func() {
		if recover() != nil {
			streams = all
		}
	}()
	doc, err := mscfb.New(bytes.NewReader(raw))
	if err != nil {
		return all
	}
	streams = map[string]bool{}
	for entry, end := doc.Next(); end == nil; entry, end = doc.Next() {
		if len(entry.Path) == 0 {
			streams[strings.ToLower(entry.Name)] = true
		}
	}
	if len(streams) < 2 { // the root alone
		return all
	}
	return streams
}
