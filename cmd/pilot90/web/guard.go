package web

import (
	"crypto/subtle"
	"net"
	"net/http"
	"runtime/debug"
	"slices"
	"strings"
	"time"
)

// largestForm bounds the body of a request; see largestBody for the others.
const largestForm = 64 << 10

// policy lets a page run the program's own script and style, and nothing else.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; " +
	"connect-src 'self'; frame-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// hostsOf are the names under which a browser on this computer may ask for the listener. A page of
// another site that had its own name point to 127.0.0.1 would ask under that name.
func hostsOf(a net.Addr) []string {
	_, port, err := net.SplitHostPort(a.String())
	if err != nil {
		return nil
	}
	return []string{net.JoinHostPort("127.0.0.1", port), net.JoinHostPort("localhost", port)}
}

// guard lets through what the user's own page asks: the right host, the cookie that the token gave, no other site's
// page behind it, a body within bounds. It answers all else, and a handler's panic, in words. The token gives the
// cookie once: whoever reads the address later, on the screen or in a record, does not come in.
func (s *Server) guard(hosts []string, next http.Handler) http.Handler {
	_, port, _ := net.SplitHostPort(hosts[0])
	cookie := "pilot90_" + port // cookies do not tell ports apart
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer s.recovered(w, r)
		setHeaders(w.Header())
		switch {
		case !slices.Contains(hosts, r.Host):
			s.refuse(w, r, http.StatusMisdirectedRequest)
		case r.Method == http.MethodGet && r.URL.Path == "/" && same(r.URL.Query().Get("t"), s.token):
			s.atDoor(w, r, cookie)
		case !s.hasCookie(r, cookie):
			s.unknown(w, r)
		case fromElsewhere(r, hosts):
			s.refuse(w, r, http.StatusForbidden)
		default:
			s.life.touch()
			r.Body = http.MaxBytesReader(w, r.Body, s.largestBody(r.URL.Path))
			next.ServeHTTP(w, r)
		}
	})
}

// atDoor answers whoever has the token: the first gets the cookie, and the browser that has it already goes on.
func (s *Server) atDoor(w http.ResponseWriter, r *http.Request, cookie string) {
	switch {
	case s.hasCookie(r, cookie):
		enter(w, r)
	case s.used.CompareAndSwap(false, true):
		http.SetCookie(w, &http.Cookie{Name: cookie, Value: s.pass, Path: "/", HttpOnly: true,
			SameSite: http.SameSiteStrictMode})
		enter(w, r)
	case r.Header.Get("Sec-Fetch-Site") == "cross-site": // the browser may have the cookie, and shows it to our page alone
		enter(w, r)
	default:
		s.unknown(w, r)
	}
}

// enter leads from the address with the token to the one without, so that the address bar and the history lose it. A
// browser that comes from the file with which the program opened it would not send the cookie along a redirect: that
// request began elsewhere. Of a page of ours it does.
func enter(w http.ResponseWriter, r *http.Request) {
	if at := r.Header.Get("Sec-Fetch-Site"); at != "cross-site" {
		http.Redirect(w, r, "/", http.StatusSeeOther)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Write([]byte(`<!DOCTYPE html><html lang="ja"><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=/">` +
		`<title>pilot90</title><p><a href="/">pilot90</a></p></html>`))
}

// largestBody bounds the body of a request.
func (s *Server) largestBody(path string) int64 {
	switch {
	case path == "/upload":
		return s.limit
	case path == "/form":
		return mostForm
	case path == "/settings/logo":
		return largestLogo + largestForm
	case strings.HasPrefix(path, "/settings"), strings.HasPrefix(path, "/reading"):
		return 16 * largestForm // a field or two for every column of a wide sheet
	}
	return largestForm
}

func setHeaders(h http.Header) {
	for name, value := range map[string]string{
		"Content-Security-Policy":      policy,
		"Cache-Control":                "no-store",
		"Referrer-Policy":              "no-referrer",
		"X-Content-Type-Options":       "nosniff",
		"X-Frame-Options":              "DENY",
		"Cross-Origin-Opener-Policy":   "same-origin",
		"Cross-Origin-Resource-Policy": "same-origin",
		"Permissions-Policy":           "camera=(), geolocation=(), microphone=()",
	} {
		h.Set(name, value)
	}
}

// same compares what was shown with a secret, in a time that tells nothing of it.
func same(shown, secret string) bool {
	return subtle.ConstantTimeCompare([]byte(shown), []byte(secret)) == 1
}

func (s *Server) hasCookie(r *http.Request, name string) bool {
	c, err := r.Cookie(name)
	return err == nil && same(c.Value, s.pass)
}

// fromElsewhere reports whether a request was not made by the page itself or typed by the user.
// Browsers of today say so in Sec-Fetch-Site; of the others a request that may change something
// must name its origin.
func fromElsewhere(r *http.Request, hosts []string) bool {
	switch r.Header.Get("Sec-Fetch-Site") {
	case "same-origin":
		return false
	case "none":
		return !isSafe(r.Method)
	case "":
		origin, ok := strings.CutPrefix(r.Header.Get("Origin"), "http://")
		return !(ok && slices.Contains(hosts, origin)) && !(r.Header.Get("Origin") == "" && isSafe(r.Method))
	}
	return true
}

func isSafe(method string) bool { return method == http.MethodGet || method == http.MethodHead }

// unknown answers a browser that has not come in: once another has, the address is of no use to it.
func (s *Server) unknown(w http.ResponseWriter, r *http.Request) {
	if !s.used.Load() {
		s.refuse(w, r, http.StatusForbidden)
		return
	}
	s.sorry(w, http.StatusForbidden,
		s.say("この画面は、別のブラウザーですでに開かれています。", "These pages are already open in another browser."),
		s.say("表示されたアドレスは1回だけ使えます。すでに開いているブラウザーの画面でお続けください。"+
			"その画面が見つからないときは、pilot90 をいちど終えて、もう一度起動してください。新しいアドレスが表示されます。",
			"The address that pilot90 printed can be used once. Please go on in the browser that has the pages open. If "+
				"you cannot find them, end pilot90 and start it again: it prints a new address."))
}

// refuse says how the page is to be opened.
func (s *Server) refuse(w http.ResponseWriter, r *http.Request, status int) {
	s.sorry(w, status, s.say("この画面は、pilot90 が開いた画面からだけ使えます。", "These pages open from pilot90 only."),
		s.say("pilot90 を起動した窓に表示されているアドレス（?t= から後ろも含む）を開き直すか、pilot90 をもう一度起動してください。",
			"Open the whole address that pilot90 printed (with ?t=…) again, or start pilot90 once more."))
}

// recovered answers for a handler that panicked. The user's files were only read; what went wrong
// is for whoever looks after the program.
func (s *Server) recovered(w http.ResponseWriter, r *http.Request) {
	trouble := recover()
	if trouble == nil {
		return
	}
	if trouble == http.ErrAbortHandler {
		panic(trouble)
	}
	s.fault(r.URL.Path, trouble)
	s.sorry(w, http.StatusInternalServerError, s.unexpected(),
		s.say("前の画面に戻って、もう一度お試しください。続くときは、pilot90 を起動した窓に出た文を担当者にお知らせください。",
			"Go back and try again. If it happens again, pass on what pilot90 printed in its window."))
}

func (s *Server) unexpected() string {
	return s.say("思いがけない問題が起きました。台帳は書き換えていません。", "Something unexpected happened. The ledger was not changed.")
}

// fault prints a fault of the program's own: where it is, without what the ledger holds.
func (s *Server) fault(where string, trouble any) {
	kind := "fault"
	if err, ok := trouble.(error); ok {
		kind = err.Error()
	} else if text, ok := trouble.(string); ok {
		kind = text
	}
	s.opt.Say("pilot90 " + s.opt.Version + ": " + where + ": " + kind + "\n" + string(debug.Stack()))
}

// unlimited lifts the time limit of writing for a stream.
func unlimited(w http.ResponseWriter) error {
	return http.NewResponseController(w).SetWriteDeadline(time.Time{})
}
