package main

import (
	"bytes"
	_ "embed"
	"fmt"
	"image"
	"os"
	"path/filepath"

	"github.com/tc-hib/winres"
	"github.com/tc-hib/winres/version"
)

// manifest asks for no rights beyond the user's, for paths of any length and for sharp text. No
// UTF-8 code page is asked for: the program speaks UTF-16 to Windows.
//
//go:embed manifest.xml
var manifest []byte

const (
	languageJA = 0x411
	languageEN = 0x409
)

// writeResources writes an object file for each kind of Windows that go build links by its name:
// icon, version and manifest.
func writeResources(dir, ver string) error {
	set, err := resources(ver)
	if err != nil {
		return err
	}
	for _, arch := range []winres.Arch{winres.ArchAMD64, winres.ArchARM64} {
		var object bytes.Buffer
		if err := set.WriteObject(&object, arch); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, "rsrc_windows_"+string(arch)+".syso"), object.Bytes(), 0o644); err != nil {
			return err
		}
	}
	return nil
}

func resources(ver string) (*winres.ResourceSet, error) {
	set := &winres.ResourceSet{}
	var images []image.Image
	for _, size := range iconSizes {
		images = append(images, icon(size))
	}
	drawn, err := winres.NewIconFromImages(images)
	if err != nil {
		return nil, err
	}
	if err := set.SetIcon(winres.ID(1), drawn); err != nil {
		return nil, err
	}
	if err := set.Set(winres.RT_MANIFEST, winres.ID(1), languageEN, manifest); err != nil {
		return nil, err
	}
	info, err := versionInfo(ver)
	if err != nil {
		return nil, err
	}
	set.SetVersionInfo(info)
	return set, nil
}

// versionInfo is what the properties of the file show.
func versionInfo(ver string) (version.Info, error) {
	var info version.Info
	info.SetFileVersion(ver)
	info.SetProductVersion(ver)
	for language, description := range map[uint16]string{
		languageJA: "pilot90 90日テレワークパイロットの台帳の点検と報告書",
		languageEN: "pilot90: ledgers of a 90-day telework pilot, checked and reported",
	} {
		for key, value := range map[string]string{
			version.FileDescription: description, version.ProductName: "pilot90", version.InternalName: "pilot90",
			version.OriginalFilename: "pilot90.exe", version.LegalCopyright: "Apache License 2.0",
			version.CompanyName: "pilot90",
		} {
			if err := info.Set(language, key, value); err != nil {
				return version.Info{}, err
			}
		}
	}
	return info, nil
}

// hasResources reads a program back: go build takes the resources by the name of their file
// alone, and says nothing when it finds none.
func hasResources(program string) error {
	file, err := os.Open(program)
	if err != nil {
		return err
	}
	defer file.Close()
	set, err := winres.LoadFromEXE(file)
	if err != nil {
		return fmt.Errorf("%s: no Windows resources: %w", program, err)
	}
	for _, kind := range []winres.ID{winres.RT_GROUP_ICON, winres.RT_VERSION, winres.RT_MANIFEST} {
		found := false
		set.WalkType(kind, func(winres.Identifier, uint16, []byte) bool { found = true; return false })
		if !found {
			return fmt.Errorf("%s: no Windows resource of type %d", program, kind)
		}
	}
	return nil
}
