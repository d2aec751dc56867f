package web

import (
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
)

// TestGuard: who is let in, and what may be asked. The page is the start page, the POST one that
// would be refused in words (422) once it is let through.
func TestGuard(t *testing.T) {
	s := serve(t)
	port := s.base[strings.LastIndex(s.base, ":"):]
	for name, c := range map[string]struct {
		method  string
		headers map[string]string
		want    int
	}{
		"the page itself":   {"GET", nil, 200},
		"typed by the user": {"GET", map[string]string{"Sec-Fetch-Site": "none"}, 200},
		"an old browser":    {"GET", map[string]string{"Sec-Fetch-Site": ""}, 200},
		"by localhost":      {"GET", map[string]string{"Host": "localhost" + port}, 200},
		"no cookie":         {"GET", map[string]string{"Cookie": ""}, 403},
		"a guessed cookie": {"GET", map[string]string{"Cookie": "pilot90_" + port[1:] +
			"=00000000000000000000000000000000"}, 403},
		"a name that points here":    {"GET", map[string]string{"Host": "evil.example" + port}, 421},
		"another port":               {"GET", map[string]string{"Host": "127.0.0.1:1"}, 421},
		"no port":                    {"GET", map[string]string{"Host": "127.0.0.1"}, 421},
		"a link on another site":     {"GET", map[string]string{"Sec-Fetch-Site": "cross-site"}, 403},
		"another port's page":        {"GET", map[string]string{"Sec-Fetch-Site": "same-site"}, 403},
		"an image of another origin": {"GET", map[string]string{"Sec-Fetch-Site": "", "Origin": "http://evil.example"}, 403},
		"a form of the page":         {"POST", nil, 422},
		"a form, old browser":        {"POST", map[string]string{"Sec-Fetch-Site": "", "Origin": s.base}, 422},
		"a form without an origin":   {"POST", map[string]string{"Sec-Fetch-Site": ""}, 403},
		"a form of another site":     {"POST", map[string]string{"Sec-Fetch-Site": "cross-site", "Origin": s.base}, 403},
		"a form, wrong origin":       {"POST", map[string]string{"Sec-Fetch-Site": "", "Origin": "http://evil.example"}, 403},
		"a form, hidden origin":      {"POST", map[string]string{"Sec-Fetch-Site": "", "Origin": "null"}, 403},
		"a form without the cookie":  {"POST", map[string]string{"Cookie": ""}, 403},
		"a form by another name":     {"POST", map[string]string{"Host": "evil.example" + port}, 421},
	} {
		path := map[string]string{"GET": "/start", "POST": "/open"}[c.method]
		got := s.do(c.method, path, strings.NewReader(""), c.headers)
		if got.status != c.want {
			t.Errorf("%s: %d, want %d", name, got.status, c.want)
		}
		for header, want := range map[string]string{
			"Cache-Control":           "no-store",
			"X-Content-Type-Options":  "nosniff",
			"Referrer-Policy":         "no-referrer",
			"Content-Security-Policy": policy,
		} {
			if got.header.Get(header) != want {
				t.Errorf("%s: %s is %q", name, header, got.header.Get(header))
			}
		}
		if got.status >= 400 && !strings.Contains(got.text, "<h1>") {
			t.Errorf("%s: no words for people: %q", name, got.text)
		}
	}
}

// TestToken: the address lets in once the token is right, with a cookie that scripts and other
// sites do not get, and the token leaves the address bar.
func TestToken(t *testing.T) {
	s := serve(t)
	if other := New(s.opt); len(s.token) != 32 || len(s.pass) != 32 || s.token == other.token || s.pass == other.pass ||
		s.pass == s.token {
		t.Errorf("token %q, pass %q: want 128 random bits each", s.token, s.pass)
	}
	s.used.Store(false)
	got := s.do("GET", "/?t="+s.token, nil, map[string]string{"Cookie": "", "Sec-Fetch-Site": "none"})
	if got.header.Get("Location") != "/" || len(got.cookies) != 1 {
		t.Fatalf("%v", got.header)
	}
	if c := got.cookies[0]; !c.HttpOnly || c.SameSite != http.SameSiteStrictMode || c.Value != s.pass {
		t.Errorf("cookie %v", c)
	}
	for _, path := range []string{"/?t=", "/?t=" + strings.Repeat("0", 32), "/week?t=" + s.token} {
		if got := s.do("GET", path, nil, map[string]string{"Cookie": ""}); got.status != http.StatusForbidden {
			t.Errorf("%s: %d, want 403", path, got.status)
		}
	}
}

// TestTokenOnce: the address lets in one browser. Another that has it gets words and no cookie; the one that came in
// may open it again, also from the file with which the program opened it.
func TestTokenOnce(t *testing.T) {
	s := serve(t) // a browser has come in
	at := "/?t=" + s.token
	for name, headers := range map[string]map[string]string{
		"without a cookie":          {"Cookie": ""},
		"with another cookie":       {"Cookie": s.cookie.Name + "=" + strings.Repeat("0", 32)},
		"with the token as cookie":  {"Cookie": s.cookie.Name + "=" + s.token},
		"typed into another window": {"Cookie": "", "Sec-Fetch-Site": "none"},
	} {
		got := s.do("GET", at, nil, headers)
		if got.status != http.StatusForbidden || len(got.cookies) != 0 || !strings.Contains(got.text, "1回だけ使えます") {
			t.Errorf("%s: %d, cookies %v\n%s", name, got.status, got.cookies, got.text)
		}
		if got := s.do("GET", "/week", nil, headers); got.status != http.StatusForbidden {
			t.Errorf("%s: /week gives %d, want 403", name, got.status)
		}
	}
	if got := s.do("GET", at, nil, map[string]string{"Sec-Fetch-Site": "none"}); got.status != http.StatusSeeOther ||
		len(got.cookies) != 0 {
		t.Errorf("the same browser again: %d %v", got.status, got.cookies)
	}
	// From a file the browser sends no cookie yet; the page it gets leads it on, and gives none.
	got := s.do("GET", at, nil, map[string]string{"Cookie": "", "Sec-Fetch-Site": "cross-site"})
	if got.status != http.StatusOK || len(got.cookies) != 0 || strings.Contains(got.text, s.token) {
		t.Errorf("from a file: %d %v\n%s", got.status, got.cookies, got.text)
	}
}

// TestTokenAtOnce: of many who ask at the same time one comes in.
func TestTokenAtOnce(t *testing.T) {
	s := serve(t)
	s.used.Store(false)
	var in atomic.Int64
	var wait sync.WaitGroup
	for range 20 {
		wait.Go(func() {
			in.Add(int64(len(s.do("GET", "/?t="+s.token, nil, map[string]string{"Cookie": ""}).cookies)))
		})
	}
	wait.Wait()
	if in.Load() != 1 {
		t.Errorf("%d came in, want 1", in.Load())
	}
}

// TestNothingByGET: no address that changes something answers a GET.
func TestNothingByGET(t *testing.T) {
	s := serve(t)
	s.folder()
	for _, path := range []string{
		"/open?path=/", "/upload", "/new", "/save", "/choice?as_of=2020-01-01", "/out?out=/tmp", "/make?make=hub/html",
		"/show?what=ledger", "/quit",
	} {
		if got := s.get(path); got.status != http.StatusNotFound {
			t.Errorf("GET %s: %d, want 404", path, got.status)
		}
	}
	if now := s.desk.current(); now.version != 1 || len(s.program.placed)+len(s.program.shown) > 0 {
		t.Errorf("a GET changed something: version %d, %v", now.version, s.program)
	}
}

// TestBounds: a form or an upload that is too large is refused in words and opens nothing.
func TestBounds(t *testing.T) {
	s := serve(t)
	s.limit = 1000
	if got := s.post("/open", "path", "/"+strings.Repeat("a", largestForm)); got.status != http.StatusUnprocessableEntity {
		t.Errorf("a form of %d bytes: %d, want 422", largestForm, got.status)
	}
	got := s.drop("a.csv", strings.Repeat("a", 2000))
	if got.status != http.StatusUnprocessableEntity || !strings.Contains(got.text, "MB まで") {
		t.Errorf("an upload over the limit: %d\n%s", got.status, got.text)
	}
	many := []string{}
	for range mostFiles + 1 {
		many = append(many, strings.Repeat("b", len(many)/10+1)+string(rune('a'+len(many)/2%10))+".csv", "")
	}
	s.limit = largestUpload
	if got := s.drop(many...); got.status != http.StatusUnprocessableEntity {
		t.Errorf("%d files: %d, want 422", mostFiles+1, got.status)
	}
	if s.desk.current() != nil {
		t.Error("something was opened")
	}
}

// TestPanic: a fault of the program is said in words, without the inner workings, and the server
// goes on.
func TestPanic(t *testing.T) {
	s := serve(t)
	s.folder()
	s.program.breaking = true
	got := s.post("/make", "make", "hub/html")
	if got.status != http.StatusInternalServerError || !strings.Contains(got.text, "思いがけない問題") ||
		strings.Contains(got.text, "goroutine") || strings.Contains(got.text, "index out of range") {
		t.Errorf("%d\n%s", got.status, got.text)
	}
	s.program.mu.Lock()
	defer s.program.mu.Unlock()
	if !strings.Contains(s.printed.String(), "/make: index out of range") {
		t.Errorf("the console got %q", s.printed)
	}
	if got := s.get("/week"); got.status != http.StatusOK {
		t.Errorf("afterwards: %d", got.status)
	}
}
