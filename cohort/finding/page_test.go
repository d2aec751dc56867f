package finding

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
)

func pageOf(t *testing.T, fs []Finding, lang Lang) string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteHTML(&b, fs, lang); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWriteHTML(t *testing.T) {
	nasty := example
	nasty.Value, nasty.Message.JA = `<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`
	out := pageOf(t, []Finding{nasty}, JA)
	for _, want := range []string{
		`<html lang="ja">`, "作業ログ!E17 時間", "C109", "誤り 1件", "0004", "2025-07-03", "1.5 や 90分 のように", "参加者!A4",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in the page", want)
		}
	}
	if strings.Contains(out, "<script") || strings.Contains(out, "<img") {
		t.Error("text of a cell became markup")
	}
	if outside := regexp.MustCompile(`(?i)https?://|@import|url\(`).FindString(out); outside != "" {
		t.Errorf("the page refers to something outside: %q", outside)
	}
}

func TestWriteHTMLClean(t *testing.T) {
	out := pageOf(t, nil, EN)
	if !strings.Contains(out, Clean.EN) || strings.Contains(out, "<table") || !strings.Contains(out, `lang="en"`) {
		t.Errorf("a clean ledger's page:\n%s", out)
	}
}

// TestWriteHTMLOrder: errors first; numbers, dates and codes have no place to break, and each
// value has a label for a narrow screen.
func TestWriteHTMLOrder(t *testing.T) {
	info, fault := example, example
	info.Severity, info.Code, info.Range = Info, "C190", "E2"
	fault.Severity, fault.Range = Error, "E99"
	out := pageOf(t, []Finding{info, fault}, JA)
	if strings.Index(out, "C190") < strings.Index(out, "E99") {
		t.Error("an error stands below an info")
	}
	for _, want := range []string{
		`<td class="short" data-label="番号">1</td>`,
		`<td class="date" data-label="日付">2025-07-03</td>`,
		`data-label="コード">C109</td>`,
		"td:empty { display: none }",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("no %s in the page", want)
		}
	}
}
