// Package web turns an open ledger into pages that the browser of the same computer shows: this
// week, the findings, the figures, the reports.
//
// The one idea: a page is made on the server from the latest reading of the ledger, by the same
// code as the files of report; what follows a save is only a sign to fetch it again. Nobody else
// can ask: the server listens on 127.0.0.1, lets in one browser by a token that only the opened address holds, and
// refuses requests that another site's page makes (guard.go).
//
// The package never changes a ledger and writes no file; what goes to the disk is done by the Program that starts it.
// What is shown of the week, of a figure by month and of an edition that was kept is put together in rooms below.
package web

import (
	"cmp"
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/report"
	"pilot90/report/bridge"
	"pilot90/report/edition"
	"pilot90/report/plan"
	"pilot90/report/rollup"
)

// Program is what the page has done by the program around it.
type Program interface {
	// Compute computes every figure of a ledger that was read; ledger is its folder, with the editions sealed before,
	// or "". The error says that one of these cannot be read.
	Compute(ledger string, c *cohort.Ledger, clock setting.Clock) (report.Run, error)
	// Town is the run of one municipality of the hub that a run is of.
	Town(run report.Run, name string) (report.Run, error)
	// Make makes the files of an edition, and names the characters that no font can draw. The
	// editions sealed before are those of the ledger's folder; "" has none.
	Make(ctx context.Context, ledger string, run report.Run, plan *plan.Plan,
		formats []string) (files []report.File, replaced []rune, err error)
	// Form fills in a copy of a municipality's own workbook, by the rules of the grant report.
	Form(ledger string, run report.Run, name string, original []byte) (*report.Form, error)
	// Seal keeps an edition beside the ledger; edition.ErrRevision asks for a reason.
	Seal(ctx context.Context, ledger string, run report.Run, order Order) (*edition.Outcome, error)
	// Verify checks the editions of a ledger against it.
	Verify(ctx context.Context, ledger string, l lang.Lang) ([]*edition.Verdict, error)
	// Compare leads from an edition that was kept, by its folder, to the run.
	Compare(ctx context.Context, ledger, kept string, run report.Run) (*bridge.Result, error)
	// HandOver makes the successor's folder, which must not exist, and returns the name of the file to begin with.
	HandOver(ctx context.Context, ledger string, run report.Run, order HandOver) (first string, err error)
	// Copies makes copies of the ledger's files with the cells to correct marked.
	Copies(ctx context.Context, ledger string, run report.Run) ([]report.File, error)
	// Place writes reports into a folder, all or none, and never over a file of the user's.
	Place(dir string, files []report.File) error
	// Database is the address of a database of submissions that was named by its place; false for anything else.
	Database(place string) (address string, ok bool)
	// Stored are the submissions of a database, whose wholes can be read until shut is called.
	Stored(ctx context.Context, address string) (all []rollup.Source, shut func() error, err error)
	// Begin makes a new ledger in a folder.
	Begin(ctx context.Context, dir string, a Answers) error
	// Save writes the files of a ledger into a folder, all or none, and over no file that is there.
	Save(dir string, files map[string][]byte) error
	// Replace writes a text file of the user's and keeps the one before; Undo changes the two.
	Replace(path string, text []byte) error
	Undo(path string) error
	// Hold keeps others from saving in a folder until release is called.
	Hold(dir string) (release func(), err error)
	// Rewrite writes files of settings into a folder over those that are there, all or none; nil takes one away.
	Rewrite(dir string, files map[string][]byte) error
	// Remember keeps the list of recent ledgers.
	Remember(list []byte) error
	// Show opens a file or a folder with the program that the system has for it.
	Show(path string) error
}

// Answers are what a new ledger begins with, as typed.
type Answers struct{ Program, Municipality, Prefecture, Start, Hub string }

// Order is what is to be kept: an edition by its plan, with the plan's text where it is the municipality's own, and why
// it is kept once more.
type Order struct {
	Plan   *plan.Plan
	Own    []byte // nil: the plan is built in
	Reason string
}

// HandOver is where the successor's folder goes, what it says of the ledger's place, and whether the ledger goes along.
type HandOver struct {
	Out, Place string
	WithLedger bool
}

// Options are what the page needs to know. Today and Program must be set.
type Options struct {
	Lang         lang.Lang
	Version      string // of the tool
	Today        func() cell.Day
	AsOf, Period string // the first choice, as typed; "" = as the ledger says
	Password     string // of encrypted workbooks
	Recent       []byte // the list of recent ledgers, as Remember kept it
	Suggested    string // folder proposed for a new ledger, "" for none
	Program      Program
	Say          func(text string) // prints for whoever started the program; nil = not at all
	Waits        Waits
}

// Waits are the times of the server.
type Waits struct {
	Look   time.Duration // between two looks at the files of the ledger
	Closed time.Duration // from the last page's closing to the end; 0 = DefaultWaits
	Unseen time.Duration // to the end when no page is opened; 0 = for ever
}

// DefaultWaits are the times that are told to the user.
var DefaultWaits = Waits{Look: 250 * time.Millisecond, Closed: 2 * time.Minute, Unseen: 30 * time.Minute}

// Server serves the pages of one user.
type Server struct {
	opt    Options
	token  string      // lets in once
	pass   string      // what the browser that came in shows ever after, in its cookie
	used   atomic.Bool // the token has let somebody in
	pages  map[lang.Lang]pages
	tongue atomic.Value // lang.Lang, of all pages
	desk   *desk
	life   *life
	recent recent
	limit  int64         // bytes of an upload
	saving sync.Mutex    // held while a file of settings is written
	done   chan struct{} // closed when the server ends
	quit   func()
}

// New returns a server without an open ledger.
func New(opt Options) *Server {
	if opt.Say == nil {
		opt.Say = func(string) {}
	}
	s := &Server{opt: opt, token: newToken(), pass: newToken(), life: newLife(time.Now), limit: largestUpload,
		done: make(chan struct{})}
	s.pages = map[lang.Lang]pages{lang.JA: parsePages(lang.JA), lang.EN: parsePages(lang.EN)}
	s.tongue.Store(cmp.Or(opt.Lang, lang.JA))
	s.desk = newDesk(s)
	s.recent.read(opt.Recent)
	s.quit = sync.OnceFunc(func() { close(s.done) })
	return s
}

// newToken returns 128 random bits.
func newToken() string {
	var b [16]byte
	rand.Read(b[:]) // never fails
	return hex.EncodeToString(b[:])
}

// Address is what the browser opens; it lets in the first browser that does.
func (s *Server) Address(at net.Addr) string { return fmt.Sprintf("http://%s/?t=%s", at, s.token) }

// Open opens the ledger at a path, as the page's form does.
func (s *Server) Open(ctx context.Context, path string) error { return s.open(ctx, path) }

// Serve answers on the listener until the context ends, the page is told to end, or the last page
// has been closed for a while.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	server := &http.Server{
		Handler:           s.handler(hostsOf(l.Addr())),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       2 * time.Minute, // an upload
		WriteTimeout:      2 * time.Minute, // a report of a large ledger
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    32 << 10,
	}
	ended := make(chan struct{}) // the last answer has been given
	go func() {
		defer close(ended)
		s.untilOver(ctx)
		s.quit()
		s.desk.close()
		ending, cancel := context.WithTimeout(context.WithoutCancel(ctx), 3*time.Second)
		defer cancel()
		if server.Shutdown(ending) != nil {
			server.Close()
		}
	}()
	err := server.Serve(l)
	s.quit()
	<-ended
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

// untilOver waits until the context or the server ends or nobody looks any more.
func (s *Server) untilOver(ctx context.Context) {
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.done:
			return
		case <-tick.C:
			if s.life.over(s.opt.Waits) {
				s.opt.Say(s.say("画面がすべて閉じられたため、終わります。", "All pages are closed; ending."))
				return
			}
		}
	}
}

// lang is the language of the pages.
func (s *Server) lang() lang.Lang { return s.tongue.Load().(lang.Lang) }

// say picks the text of the page's language.
func (s *Server) say(ja, en string) string { return lang.Text{JA: ja, EN: en}.In(s.lang()) }
