package ods

import (
	"pilot90/cohort/sheet/grid"
	"pilot90/cohort/sheet/xml"
)

// checkEncryption refuses a file that was saved with a password.
func (d *document) checkEncryption() error {
	encrypted := !d.pack.Has(contentPart) && d.pack.Has(encryptedPart)
	if !encrypted && d.pack.Has(manifestPart) {
		var err error
		if encrypted, err = d.manifestTells(); err != nil {
			return err
		}
	}
	if encrypted {
		return grid.NewFault(grid.CodeEncrypted, grid.PasswordNeeded, removePassword)
	}
	return nil
}

// manifestTells reports whether the list of parts describes an encryption.
func (d *document) manifestTells() (encrypted bool, err error) {
	toks, err := d.pack.SmallTokensIn(manifestPart, words)
	if err != nil {
		return false, err
	}
	defer toks.Close()
	var t xml.Token
	for {
		if err := toks.Next(&t); err != nil || t.Kind == xml.EndPart {
			return encrypted, err
		}
		encrypted = encrypted || t.Kind == xml.StartTag && string(t.Name) == "manifest:encryption-data"
	}
}
