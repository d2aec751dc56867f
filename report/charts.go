package report

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"sync"

	"pilot90/report/content"
	"pilot90/report/png"
	"pilot90/report/step"
)

// renderCharts draws each chart of the report as a picture, several at a time: none depends on
// another.
func renderCharts(ctx context.Context, r *content.Report) ([]File, error) {
	charts := slices.Collect(r.Charts())
	files, errs := make([]File, len(charts)), make([]error, len(charts))
	names := map[string]int{}
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	var done sync.WaitGroup
	step.Expect(ctx, len(charts))
	for i, c := range charts {
		name := c.ID
		if names[c.ID]++; names[c.ID] > 1 {
			name = fmt.Sprintf("%s-%d", c.ID, names[c.ID])
		}
		free <- struct{}{}
		done.Go(func() {
			defer func() { <-free }()
			if errs[i] = ctx.Err(); errs[i] == nil {
				files[i], errs[i] = rendered("charts/"+name+".png",
					func(w io.Writer) error { return png.Write(w, c, r.Lang) })
				step.Done(ctx)
			}
		})
	}
	done.Wait()
	return files, errors.Join(errs...)
}
