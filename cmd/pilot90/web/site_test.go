package web

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"mime/multipart"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/result"
	"pilot90/report"
	"pilot90/report/bridge"
	"pilot90/report/edition"
	"pilot90/report/plan"
	"pilot90/report/rollup"
	"pilot90/report/step"
)

// program stands in for the program around the page and notes what it was asked.
type program struct {
	mu       sync.Mutex
	shown    []string
	placed   []string
	begun    []Answers
	saved    map[string][]byte
	refusal  error         // of Place and Begin
	breaking bool          // Make panics
	slow     chan struct{} // Make does a quarter, closes it, and goes on until it is stopped
	sealed   []Order
	revision bool // Seal asks for a reason
	stored   []rollup.Source
	towns    []string // of which runs Make and Seal were asked
}

func (p *program) Compute(_ string, c *cohort.Ledger, clock setting.Clock) (report.Run, error) {
	w := kpi.NewWindow(c, clock)
	return report.Run{Cohort: c, Window: w, Result: result.Compute(catalog.All(), w),
		Definitions: kpi.Expanded(catalog.All(), w), Lang: lang.JA}, nil
}

func (p *program) Make(ctx context.Context, _ string, run report.Run, _ *plan.Plan,
	_ []string) ([]report.File, []rune, error) {
	p.towns = append(p.towns, run.Town())
	if p.slow != nil {
		step.Expect(ctx, 4)
		step.Done(ctx)
		close(p.slow)
		<-ctx.Done()
		return nil, nil, ctx.Err()
	}
	if p.breaking {
		panic(errors.New("index out of range"))
	}
	return []report.File{{Name: "report.html", Data: []byte("<p>made")}}, nil, nil
}

func (p *program) Form(_ string, _ report.Run, name string, data []byte) (*report.Form, error) {
	return &report.Form{File: report.File{Name: "記入済み" + name, Data: data}, Filled: 3}, nil
}

func (p *program) Seal(_ context.Context, ledger string, run report.Run, o Order) (*edition.Outcome, error) {
	p.sealed, p.towns = append(p.sealed, o), append(p.towns, run.Town())
	if p.revision && o.Reason == "" {
		return &edition.Outcome{}, edition.ErrRevision
	}
	return &edition.Outcome{Dir: filepath.Join(ledger, "editions", "x"), Number: "0123456789abcdef01"}, nil
}

func (p *program) Verify(context.Context, string, lang.Lang) ([]*edition.Verdict, error) {
	return nil, p.refusal
}

func (p *program) Compare(context.Context, string, string, report.Run) (*bridge.Result, error) {
	return nil, errors.New("nothing to compare")
}

func (p *program) HandOver(_ context.Context, _ string, _ report.Run, o HandOver) (string, error) {
	p.placed = append(p.placed, o.Out)
	return "はじめに.html", p.refusal
}

func (p *program) Town(run report.Run, name string) (report.Run, error) {
	run.Result = result.OfTown(catalog.All(), run.Window, kpi.Town{Name: name})
	run.Window = run.Result.Town.Sight()
	run.Cohort = run.Window.Cohort
	return run, nil
}

func (p *program) Copies(context.Context, string, report.Run) ([]report.File, error) {
	return []report.File{{Name: "作業ログ.xlsx", Data: []byte("marked")}}, nil
}

func (p *program) Database(place string) (string, bool) {
	return place, strings.HasSuffix(place, ".db")
}

func (p *program) Stored(context.Context, string) ([]rollup.Source, func() error, error) {
	return p.stored, func() error { return nil }, p.refusal
}

func (p *program) Replace(path string, text []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, text, 0o644)
}

func (p *program) Hold(string) (func(), error) { return func() {}, p.refusal }

func (p *program) Undo(path string) error { return os.Remove(path) }

func (p *program) Place(dir string, files []report.File) error {
	p.placed = append(p.placed, filepath.Join(dir, files[0].Name))
	return p.refusal
}

func (p *program) Begin(_ context.Context, dir string, a Answers) error {
	p.begun = append(p.begun, a)
	if p.refusal != nil {
		return p.refusal
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "参加者.csv"), []byte("参加者ID,氏名,開始日\n"), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "pilot.toml"), []byte("[program]\nname = \"新しい事業\"\n"), 0o644)
}

func (p *program) Save(_ string, files map[string][]byte) error { p.saved = files; return p.refusal }
func (p *program) Rewrite(dir string, files map[string][]byte) error {
	if p.refusal != nil {
		return p.refusal
	}
	for name, data := range files {
		var err error
		if data == nil {
			err = os.Remove(filepath.Join(dir, name))
		} else {
			err = os.WriteFile(filepath.Join(dir, name), data, 0o644)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (p *program) Remember([]byte) error  { return errors.New("no place for it") }
func (p *program) Show(path string) error { p.shown = append(p.shown, path); return nil }

// site is a running server and a browser without a window that has been let in.
type site struct {
	*testing.T
	*Server
	program *program
	base    string // http://127.0.0.1:port
	cookie  *http.Cookie
	printed *bytes.Buffer
	ended   chan error
}

// serve starts a server that looks at files every few milliseconds.
func serve(t *testing.T) *site {
	t.Helper()
	p := &program{}
	s := &site{T: t, program: p, printed: &bytes.Buffer{}, ended: make(chan error, 1)}
	s.Server = New(Options{
		Today: func() cell.Day { return cell.NewDay(2026, 3, 31) }, Program: p, Version: "0",
		Say:   func(text string) { p.mu.Lock(); defer p.mu.Unlock(); s.printed.WriteString(text + "\n") },
		Waits: Waits{Look: 5 * time.Millisecond},
	})
	l, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s.base = "http://" + l.Addr().String()
	ctx, cancel := context.WithCancel(context.Background())
	go func() { s.ended <- s.Serve(ctx, l) }()
	t.Cleanup(func() {
		cancel()
		<-s.done
	})
	answer := s.do(http.MethodGet, "/?t="+s.token, nil, map[string]string{"Cookie": ""})
	if answer.status != http.StatusSeeOther || len(answer.cookies) != 1 {
		t.Fatalf("the address with the token gives %d and %v", answer.status, answer.cookies)
	}
	s.cookie = answer.cookies[0]
	return s
}

// answer is what the server said.
type answer struct {
	status  int
	text    string
	header  http.Header
	cookies []*http.Cookie
}

// do asks for something as the page would; headers replace the page's own, "" takes one away.
func (s *site) do(method, path string, body io.Reader, headers map[string]string) answer {
	s.Helper()
	req, err := http.NewRequest(method, s.base+path, body)
	if err != nil {
		s.Fatal(err)
	}
	if s.cookie != nil {
		req.AddCookie(s.cookie)
	}
	req.Header.Set("Sec-Fetch-Site", "same-origin")
	if method == http.MethodPost {
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	for name, value := range headers {
		switch {
		case name == "Host":
			req.Host = value
		case value == "":
			req.Header.Del(name)
		default:
			req.Header.Set(name, value)
		}
	}
	client := http.Client{Transport: &http.Transport{DisableKeepAlives: true},
		CheckRedirect: func(*http.Request, []*http.Request) error {
			return http.ErrUseLastResponse
		}}
	resp, err := client.Do(req)
	if err != nil {
		s.Fatal(err)
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		s.Fatal(err)
	}
	return answer{resp.StatusCode, string(text), resp.Header, resp.Cookies()}
}

func (s *site) get(path string) answer { s.Helper(); return s.do(http.MethodGet, path, nil, nil) }

func (s *site) post(path string, fields ...string) answer {
	s.Helper()
	form := url.Values{}
	for i := 0; i < len(fields); i += 2 {
		form.Set(fields[i], fields[i+1])
	}
	return s.do(http.MethodPost, path, strings.NewReader(form.Encode()), nil)
}

// drop uploads files as the script of the page does: each with its path before it.
func (s *site) drop(files ...string) answer {
	s.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	for i := 0; i < len(files); i += 2 {
		form.WriteField("path", files[i])
		part, err := form.CreateFormFile("files", "x")
		if err != nil {
			s.Fatal(err)
		}
		io.WriteString(part, files[i+1])
	}
	form.Close()
	return s.do(http.MethodPost, "/upload", &body, map[string]string{"Content-Type": form.FormDataContentType()})
}

// folder makes a small ledger with one fault on the disk and opens it by its path.
func (s *site) folder() string {
	s.Helper()
	dir := s.TempDir()
	for name, text := range small {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			s.Fatal(err)
		}
	}
	if a := s.post("/open", "path", dir); a.status != http.StatusSeeOther {
		s.Fatalf("opening %s: %d\n%s", dir, a.status, a.text)
	}
	return dir
}

// small is a ledger whose third task has no hours that can be read.
var small = map[string]string{
	"参加者.csv": "参加者ID,氏名,開始日\nP1,佐藤 花,2025-06-01\nP2,田中 葵,2025-06-01\n",
	"案件.csv":  "案件ID,発注者ID,種別,開始日\nK1,C1,定期,2025-06-01\n",
	"作業ログ.csv": "作業日,参加者ID,案件ID,時間,報酬\n2025-07-01,P1,K1,1,1000\n2025-07-02,P2,K1,2,2000\n2025-07-03,P1,K1,すこし,1500\n202" +
		"5-07-04,P2,K1,3,3000\n",
}

// signs reads the stream of events.
func (s *site) signs() <-chan sign {
	s.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	s.Cleanup(cancel)
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, s.base+"/events", nil)
	if err != nil {
		s.Fatal(err)
	}
	req.AddCookie(s.cookie)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		s.Fatal(err)
	}
	out := make(chan sign, 16)
	go func() {
		defer resp.Body.Close()
		defer close(out)
		lines := bufio.NewScanner(resp.Body)
		for lines.Scan() {
			if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok && data != "{}" {
				var news sign
				if json.Unmarshal([]byte(data), &news) != nil {
					return
				}
				out <- news
			}
		}
	}()
	return out
}
