package report

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"pilot90/cohort/finding"
)

// TestEditionsNameNobody searches every format of the editions that leave the hub, part by part,
// for the names and ids of the sample's participants; the hub's own edition must have them, or
// the search would find nothing anywhere.
func TestEditionsNameNobody(t *testing.T) {
	run := runOf(t, "../samples/midorino", finding.JA)
	var secrets []string
	for _, p := range run.Cohort.Participants.Rows {
		secrets = append(secrets, p.Name.Value, p.ID.Value)
	}
	if len(secrets) != 24 {
		t.Fatalf("%d secrets, want names and ids of 12 people", len(secrets))
	}
	plans := []*Plan{plan(t, "grant"), plan(t, "council"), plan(t, "public"), everything("grant"), everything("council"), everything("public"), everything("")}
	for _, p := range plans {
		for name, text := range texts(t, p, run) {
			for _, s := range secrets {
				if strings.Contains(text, s) {
					t.Errorf("%s (%s): %s holds %q", p.Edition, p.Profile, name, s)
				}
			}
		}
	}
	if hub := texts(t, plan(t, "hub"), run)["report.html"]; !strings.Contains(hub, secrets[0]) {
		t.Errorf("the hub's page does not hold %q: is the search looking in the right place?", secrets[0])
	}
}

// texts renders an edition and returns what can be read in each of its files.
func texts(t *testing.T, p *Plan, run Run) map[string]string {
	t.Helper()
	r, shown := Build(p, run)
	files, _, err := Render(r, shown, Formats)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range files {
		switch {
		case strings.HasSuffix(f.Name, ".pdf"):
			out[f.Name] = pdfText(t, f.Data)
		case strings.HasSuffix(f.Name, ".xlsx"):
			out[f.Name] = unzipped(t, f.Data)
		default:
			out[f.Name] = string(f.Data)
		}
	}
	return out
}

func unzipped(t *testing.T, data []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(&all, r); err != nil {
			t.Fatal(err)
		}
		r.Close()
	}
	return all.String()
}
