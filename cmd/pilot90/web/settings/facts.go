package settings

import (
	"os"
	"path/filepath"
	"strings"

	"pilot90/cohort/blank"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/report"
	"pilot90/report/content"
)

// FactsOf are what the form of a pilot.toml in the folder shows beside the settings; dir may be "".
func FactsOf(run report.Run, dir string, text []byte) Facts {
	pilot, _ := setting.Read(setting.File, text)
	year := run.Window.Clock.End.FiscalYear()
	facts := Facts{Year: year, Pilot: pilot, Prefs: blank.Prefectures(),
		Registered: len(run.Cohort.Participants.Rows), Pictures: pictures(dir), Cohorts: cohortStarts(run)}
	if _, own := pilot.YearTargets[year]; own {
		facts.InForce = year
	}
	for _, d := range run.Definitions {
		f := Figure{ID: d.ID, Title: d.Title, Unit: d.Unit, Of: d.Counts}
		if v := kpi.Find(run.Result.Figures, d.ID); v != nil && v.Value != nil {
			f.Title, f.Unit, f.Of = v.Title, v.Unit, v.Counts
			f.Now = content.Quantity(*v.Value, string(v.Unit), string(run.Lang))
			if v.Unit == kpi.Count {
				f.Now += UnitWord(f).In(run.Lang)
			}
			f.Met = v.Target != nil && v.Better.Meets(*v.Value, *v.Target)
		}
		facts.Figures = append(facts.Figures, f)
	}
	return facts
}

// pictures are the files of the folder that may be a logo.
func pictures(dir string) []string {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil // the page says elsewhere that the folder is gone
	}
	var out []string
	for _, e := range entries {
		switch strings.ToLower(filepath.Ext(e.Name())) {
		case ".png", ".jpg", ".jpeg":
			out = append(out, e.Name())
		}
	}
	return out
}
