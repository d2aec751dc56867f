package setting

import (
	"bytes"
	"image"
	_ "image/jpeg" // the two kinds of picture that a logo may be
	_ "image/png"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

// Logo is the municipality's emblem, as read from the ledger's folder.
type Logo struct {
	Picture image.Image
	Name    string // of the file, as pilot.toml gives it
}

// The bounds of a logo; a picture is looked at before it is unpacked, since a small file may
// unpack to a very large one.
const (
	mostLogoBytes  = 2 << 20
	mostLogoPixels = 4000 // of either side
)

// OpenLogo reads the logo that pilot.toml names. Whatever is wrong with it is a finding, and the
// reports do without it.
func OpenLogo(dir string, pilot *Pilot) []finding.Finding {
	name := pilot.Program.Logo
	if name == "" {
		return nil
	}
	data, err := ReadLogo(dir, name)
	if err != nil {
		return []finding.Finding{pilot.logoFinding(codeLogoMissing,
			lang.Sayf("ロゴのファイル「%s」を読めません。", "The logo “%s” cannot be read.", name),
			lang.Say("台帳のフォルダーの中にある PNG か JPEG のファイルの名前を書いてください。不要なら logo の行を削除してください。",
				"Name a PNG or JPEG file inside the ledger's folder, or delete the line."))}
	}
	picture, message := decodeLogo(data)
	if picture == nil {
		return []finding.Finding{pilot.logoFinding(codeLogoUnusable,
			lang.Sayf("ロゴのファイル「%[1]s」は使えません（%[2]s）。", "The logo “%[1]s” cannot be used (%[3]s).", name, message.JA, message.EN),
			lang.Sayf("2 MB 以下、縦横それぞれ %d 画素以下の PNG か JPEG にしてください。",
				"Use a PNG or JPEG of at most 2 MB and %d pixels on either side.",
				mostLogoPixels))}
	}
	pilot.Logo = &Logo{Picture: picture, Name: name}
	return nil
}

func (p *Pilot) logoFinding(code string, message, fix lang.Text) finding.Finding {
	f := p.Wrong(code, "program.logo", message, fix)
	f.Severity, f.Value = finding.Warning, p.Program.Logo
	return f
}

// ReadLogo reads the file of a logo in the folder of a ledger, one byte more than a logo may have at most. A path or a
// link that leads out of the folder is refused.
func ReadLogo(dir, name string) ([]byte, error) {
	name = path.Clean(strings.ReplaceAll(name, `\`, "/"))
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	info, err := root.Stat(filepath.FromSlash(name))
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, os.ErrInvalid
	}
	f, err := root.Open(filepath.FromSlash(name))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, mostLogoBytes+1))
}

// decodeLogo returns the picture, or nil and what is wrong with it.
func decodeLogo(data []byte) (image.Image, lang.Text) {
	if len(data) > mostLogoBytes {
		return nil, lang.Say("2 MB を超えています", "more than 2 MB")
	}
	head, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, lang.Say("PNG でも JPEG でもありません", "neither PNG nor JPEG")
	}
	if head.Width < 1 || head.Height < 1 || head.Width > mostLogoPixels || head.Height > mostLogoPixels {
		return nil, lang.Sayf("%d × %d 画素です", "%d × %d pixels", head.Width, head.Height)
	}
	picture, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, lang.Say("途中で切れているか、壊れています", "cut off or damaged")
	}
	return picture, lang.Text{}
}
