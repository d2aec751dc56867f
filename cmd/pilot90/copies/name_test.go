package copies

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestCopyNames: a share goes into the name, and no two copies have the same.
func TestCopyNames(t *testing.T) {
	m := &Copier{out: "結果"}
	for _, c := range []struct{ file, share, want string }{
		{"台帳.xlsx", "", "結果/台帳.xlsx"},
		{"台帳.XLSX", "", "結果/台帳_2.XLSX"}, // the same file on Windows and macOS
		{"macro.xlsm", "第1期", "結果/macro_第1期.xlsm"},
		{"作業記録/2025-11.csv", "", "結果/作業記録/2025-11.csv.xlsx"},
		{"作業記録/2025-11.tsv", "佐藤", "結果/作業記録/2025-11.tsv_佐藤.xlsx"},
		{"台帳.xlsx", "佐藤/鈴木: 班", "結果/台帳_佐藤_鈴木_ 班.xlsx"},
		{"台帳.xlsx", "佐藤?鈴木: 班", "結果/台帳_佐藤_鈴木_ 班_2.xlsx"},
		{"台帳.xlsx", "..", "結果/台帳__.xlsx"},
		{"台帳.xlsx", strings.Repeat("長", 50), "結果/台帳_" + strings.Repeat("長", 40) + ".xlsx"},
	} {
		m.keep(c.file, c.share, nil)
		if got := filepath.ToSlash(m.files[len(m.files)-1].Name); got != c.want {
			t.Errorf("%s %s: %s, want %s", c.file, c.share, got, c.want)
		}
	}
}
