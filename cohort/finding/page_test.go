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
	for _, want := range []string{`<html lang="ja">`, "作業ログ!E17 時間", "C109", "誤り 1件", "0004", "2025-07-03", "1.5 や 90分 のように", "参加者!A4"} {
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
