package rollup_test

import (
	"bytes"
	"io"
	"testing"

	"pilot90/cohort/lang"
	"pilot90/report/rollup"
)

// FuzzRead: whatever a file says, it is refused or can be put together with others, shown and printed.
func FuzzRead(f *testing.F) {
	for _, s := range []*rollup.Submission{handed(a, "2026-03-31", 20, 10, 200), prefecture()[3].Submission} {
		data, err := s.Bytes()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte(`{"schema": "pilot90/submission/1"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := rollup.Read(bytes.NewReader(data))
		if err != nil {
			return
		}
		sources := append(prefecture(), rollup.Source{Submission: s, From: "fuzz"})
		for _, by := range rollup.Groupings {
			r := rollup.Pooled(sources, nil, rollup.Options{By: by}, lang.JA)
			for _, profile := range rollup.Profiles {
				shown := rollup.Shown(r, profile)
				if err := shown.WriteJSON(io.Discard, lang.JA); err != nil {
					t.Fatal(err)
				}
				if err := rollup.WriteText(io.Discard, shown, lang.EN); err != nil {
					t.Fatal(err)
				}
				rollup.Paper(shown, lang.JA, "fuzz")
			}
		}
	})
}
