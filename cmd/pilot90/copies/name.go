package copies

import (
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"pilot90/cmd/pilot90/disk"
	"pilot90/report"
)

// keep notes a copy under the original's path with the share in its name:
// 作業記録/2025-07_第1期.xlsx. A CSV's copy is 作業ログ.csv.xlsx; a name in use gets a number.
func (m *Copier) keep(file, share string, data []byte) {
	m.size += len(data)
	ext := path.Ext(file)
	base := strings.TrimSuffix(file, ext)
	if lower := strings.ToLower(ext); lower != ".xlsx" && lower != ".xlsm" {
		base, ext = file, ".xlsx"
	}
	if share != "" {
		base += "_" + disk.FileName(share)
	}
	taken := func(name string) bool {
		return slices.ContainsFunc(m.files, func(f report.File) bool { return strings.EqualFold(f.Name, name) })
	}
	target := filepath.Join(m.out, filepath.FromSlash(base+ext))
	for n := 2; taken(target); n++ {
		target = filepath.Join(m.out, filepath.FromSlash(fmt.Sprintf("%s_%d%s", base, n, ext)))
	}
	m.files = append(m.files, report.File{Name: target, Data: data})
}
