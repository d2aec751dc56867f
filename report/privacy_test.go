package report

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"io"
	"path"
	"regexp"
	"strings"
	"testing"

	"pilot90/cohort/lang"
	"pilot90/report/plan"
)

// TestEditionsNameNobody searches every format of the editions that leave the hub, part by part,
// for the names and ids of the sample's participants; the hub's own edition must have them, or
// the search would find nothing anywhere.
func TestEditionsNameNobody(t *testing.T) {
	if testing.Short() {
		t.Skip("makes every format of every edition")
	}
	t.Parallel()
	run := runOf(t, "../samples/midorino", lang.JA)
	var secrets []string
	for _, p := range run.Cohort.Participants.Rows {
		secrets = append(secrets, p.Name.Value, p.ID.Value)
	}
	if len(secrets) != 24 {
		t.Fatalf("%d secrets, want names and ids of 12 people", len(secrets))
	}
	for _, c := range []struct {
		plan    *plan.Plan
		formats []string
	}{
		{builtin(t, "grant"), Formats}, {builtin(t, "council"), Formats}, {builtin(t, "public"), Formats},
		{everything("grant"), []string{"html", "xlsx", "csv"}}, {everything("public"), []string{"html", "xlsx"}},
		{everything("publik"), []string{"json"}},
	} {
		for name, text := range texts(t, c.plan, run, c.formats) {
			for _, s := range secrets {
				if strings.Contains(text, s) {
					t.Errorf("%s (%s): %s holds %q", c.plan.Edition, c.plan.Profile, name, s)
				}
			}
		}
	}
	hub := texts(t, everything("hub"), run, Formats)
	for name, text := range hub {
		secret := secrets[1] // an id
		if seen := strings.Contains(text, secret); !seen &&
			(name == "report.html" || name == "report.pdf" || name == "report.xlsx" || name == "charts/gantt.png") {
			t.Errorf("the hub's %s does not hold %q: is the search looking in the right place?", name, secret)
		}
	}
}

// texts renders an edition and returns what can be read in each of its files.
func texts(t *testing.T, p *plan.Plan, run Run, formats []string) map[string]string {
	t.Helper()
	r, shown := Build(p, run)
	files, _, err := Render(t.Context(), r, shown, formats)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range files {
		switch path.Ext(f.Name) {
		case ".pdf":
			out[f.Name] = pdfText(t, f.Data)
		case ".xlsx", ".pptx":
			out[f.Name] = cellAddress.ReplaceAllString(unzipped(t, f.Data), "")
		case ".png":
			out[f.Name] = chunks(t, f.Data)
		default:
			out[f.Name] = string(f.Data)
		}
	}
	return out
}

// cellAddress is the address of a cell in a sheet's XML, which looks like the id of a participant.
var cellAddress = regexp.MustCompile(` (?:r|ref|sqref|location|topLeftCell|activeCell)="[^"]*"`)

// chunks returns everything in a PNG but its pixels.
func chunks(t *testing.T, data []byte) string {
	t.Helper()
	var all strings.Builder
	for rest := data[8:]; len(rest) >= 12; {
		n := int(binary.BigEndian.Uint32(rest))
		if kind := string(rest[4:8]); kind != "IDAT" {
			all.WriteString(kind + " " + string(rest[8:8+n]) + "\n")
		}
		rest = rest[12+n:]
	}
	if !strings.HasSuffix(all.String(), "IEND \n") {
		t.Error("the picture's chunks cannot be walked")
	}
	return all.String()
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
		part, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		r.Close()
		if path.Ext(f.Name) == ".xlsx" { // the numbers of a chart
			all.WriteString(unzipped(t, part))
			continue
		}
		all.Write(part)
	}
	return all.String()
}
