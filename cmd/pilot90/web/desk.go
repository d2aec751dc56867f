package web

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"sync"

	"pilot90/cmd/pilot90/web/gauge"
	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/report/edition"
)

// desk is the open ledger with what the user chose for it. One user has one desk, in however many
// pages it is shown.
type desk struct {
	server *Server

	loading sync.Mutex // held while a ledger is read: the last to begin is the last to be shown

	mu       sync.Mutex
	source   *source
	choice   choice
	out      string   // folder for reports; "" = none but the memory
	now      *reading // nil: no ledger is open
	many     *many    // nil: no folder of many municipalities is open
	version  int      // of now; grows with every reading
	failure  string   // why the ledger cannot be read just now
	made     []made
	number   int    // of the last report made
	told     string // what the page 報告 says next; see tellOnce
	checked  int    // version of the reading that verdicts are of
	verdicts []*edition.Verdict
	watch    context.CancelFunc
	streams  map[chan sign]bool
	memories map[[sha256.Size]byte]*gauge.Memory // by the contents of a ledger
	begun    int                                 // number of the last work begun
	stops    map[int]context.CancelFunc          // of the works that are not done
}

// choice is the as-of date, the fiscal year, and the ends of another period, as typed; "" leaves them to the ledger.
type choice struct{ AsOf, Period, From, To string }

// sign tells the open pages that something is new.
type sign struct {
	Version int    `json:"version"`
	Text    string `json:"text"`    // for the banner
	Failing bool   `json:"failing"` // the text is about something that does not work just now
	Busy    bool   `json:"busy"`    // the text is about something that is being made, and can be stopped
	Percent int    `json:"percent"` // of what is being made; 0 where it is not known yet
	Done    bool   `json:"done"`    // what was being made is made, or was stopped
}

func newDesk(s *Server) *desk {
	return &desk{server: s, choice: s.first(), streams: map[chan sign]bool{}, watch: func() {},
		stops: map[int]context.CancelFunc{}}
}

// current is the ledger as it was last read, nil when none is open.
func (d *desk) current() *reading {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.now
}

// first is the choice with which a ledger is opened.
func (s *Server) first() choice { return choice{AsOf: s.opt.AsOf, Period: s.opt.Period} }

// options turns a choice into what the reader takes; the error says which of its parts is not understood.
func (d *desk) options(c choice) (cohort.LoadOptions, error) {
	opt := cohort.LoadOptions{Today: d.server.opt.Today(), FiscalYear: c.Period}
	for _, t := range []struct {
		name lang.Text
		text string
		to   **cell.Day
	}{
		{lang.Text{JA: "基準日", EN: "As of"}, c.AsOf, &opt.AsOf},
		{lang.Text{JA: "期間の始まり", EN: "From"}, c.From, &opt.From},
		{lang.Text{JA: "期間の終わり", EN: "To"}, c.To, &opt.To},
	} {
		if t.text == "" {
			continue
		}
		day, _, fault := cell.ReadDate(cell.Value{Kind: cell.Text, Text: t.text})
		if fault != nil {
			return opt, told(t.name.JA+"「"+t.text+"」："+fault.Message.JA+fault.Fix.JA,
				t.name.EN+" “"+t.text+"”: "+fault.Message.EN+" "+fault.Fix.EN)
		}
		*t.to = &day
	}
	if opt.From != nil && opt.To != nil && *opt.To < *opt.From {
		return opt, told("期間の終わり "+c.To+" は、始まり "+c.From+" より前の日です。確かめてください。",
			"The period's end "+c.To+" is before its beginning "+c.From+"; check the two.")
	}
	if _, ok := setting.ReadFiscalYear(c.Period); c.Period != "" && !ok {
		return opt, told("年度「"+c.Period+"」は、2025 または 令和7年度 のように書いてください。", "Write the fiscal year “"+c.Period+"” like 2025.")
	}
	return opt, nil
}

// read reads a source with a choice. It changes nothing of the desk.
func (d *desk) read(ctx context.Context, src *source, c choice) (r *reading, err error) {
	defer func() {
		if trouble := recover(); trouble != nil {
			d.server.fault("read", trouble)
			r, err = nil, errors.New(d.server.unexpected())
		}
	}()
	opt, err := d.options(c)
	if err != nil {
		return nil, err
	}
	settings := src.settings()
	ledger, clock, err := src.load(ctx, opt)
	if err != nil {
		return nil, err
	}
	run, err := d.server.opt.Program.Compute(src.path, ledger, clock)
	if err != nil {
		return nil, err
	}
	run.Lang = d.server.lang()
	r = newReading(src, run, opt.Today)
	if src.settings() == settings {
		r.memory = d.memoryOf(contentOf(ledger, settings))
	}
	return r, nil
}

// open puts another ledger on the desk. When it cannot be read, the old one stays.
func (d *desk) open(ctx context.Context, src *source, out string) error {
	d.loading.Lock()
	defer d.loading.Unlock()
	c := d.server.first()
	watch := newWatch(d, src)
	if err := watch.begin(); err != nil {
		return err
	}
	r, err := d.read(ctx, src, c)
	if err != nil {
		return err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.watch()
	d.source, d.choice, d.out, d.made = src, c, out, nil
	d.publish(r, "")
	watching, cancel := context.WithCancel(context.WithoutCancel(ctx))
	d.watch = cancel
	go watch.run(watching)
	return nil
}

// choose reads the open ledger with another choice.
func (d *desk) choose(ctx context.Context, c choice) error {
	d.loading.Lock()
	defer d.loading.Unlock()
	now := d.current()
	if now == nil {
		return told("台帳が閉じられています。開き直してください。", "The ledger was closed; open it again.")
	}
	r, err := d.read(ctx, now.source, c)
	if err != nil {
		return err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.choice = c
	d.publish(r, d.server.say("基準日と期間を変えました。", "The as-of date and the period were changed."))
	return nil
}

// again reads the open ledger once more, since it was saved or a new day has begun.
func (d *desk) again(ctx context.Context, src *source) error {
	d.loading.Lock()
	defer d.loading.Unlock()
	d.mu.Lock()
	c, same := d.choice, d.source == src
	d.mu.Unlock()
	if !same {
		return nil
	}
	r, err := d.read(ctx, src, c)
	if err != nil {
		return err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.source == src {
		errs, warnings, _ := finding.Counts(r.run.Cohort.Findings)
		d.publish(r, d.server.say(
			fmt.Sprintf("台帳が保存されました。新しい内容を表示しています（誤り %d件・注意 %d件）。", errs, warnings),
			fmt.Sprintf("The ledger was saved. The new contents are shown (errors: %d, warnings: %d).", errs, warnings)))
	}
	return nil
}

// publish shows a reading; d.mu is held.
func (d *desk) publish(r *reading, text string) {
	d.version++
	r.version = d.version
	d.now, d.failure = r, ""
	d.tell(sign{Version: d.version, Text: text})
}

// fails says that the ledger cannot be read just now; what was read before stays on the pages.
func (d *desk) fails(src *source, text string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.source == src && d.failure != text {
		d.failure = text
		d.tell(sign{Version: d.version, Text: text, Failing: true})
	}
}

// works takes back what fails said.
func (d *desk) works(src *source) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.source == src && d.failure != "" {
		d.failure = ""
		d.tell(sign{Version: d.version})
	}
}

// tell sends a sign to every open page; d.mu is held. A page that is slow gets the latest.
func (d *desk) tell(s sign) {
	for stream := range d.streams {
		select {
		case <-stream:
		default:
		}
		stream <- s
	}
}

// listen returns a stream of signs that begins with the present state.
func (d *desk) listen() (stream chan sign, end func()) {
	d.mu.Lock()
	defer d.mu.Unlock()
	stream = make(chan sign, 1)
	stream <- sign{Version: d.version, Text: d.failure, Failing: d.failure != ""}
	d.streams[stream] = true
	return stream, func() {
		d.mu.Lock()
		defer d.mu.Unlock()
		delete(d.streams, stream)
	}
}

// close stops watching.
func (d *desk) close() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.watch()
}
