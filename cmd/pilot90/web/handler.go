package web

import (
	"embed"
	"net/http"

	"pilot90/report/html"
)

//go:embed assets
var assets embed.FS

// handler routes the pages. What changes anything is a POST.
func (s *Server) handler(hosts []string) http.Handler {
	mux := http.NewServeMux()
	for pattern, handle := range map[string]http.HandlerFunc{
		"GET /{$}":                  s.home,
		"GET /start":                s.startPage,
		"GET /week":                 s.opened(s.weekPage),
		"GET /check":                s.opened(s.checkPage),
		"GET /check/{key}":          s.opened(s.findingPage),
		"GET /cells":                s.opened(s.cellsPage),
		"GET /figures":              s.opened(s.figuresPage),
		"GET /figures/{id}":         s.opened(s.figurePage),
		"GET /report":               s.opened(s.reportPage),
		"GET /chart/{id}/{picture}": s.opened(s.chartPicture),
		"GET /reading":              s.opened(s.readingPage),
		"POST /reading":             s.opened(s.saveReading),
		"POST /reading/try":         s.opened(s.tryReading),
		"POST /reading/undo":        s.opened(s.undoReading),
		"GET /settings":             s.opened(s.settingsPage),
		"POST /settings":            s.opened(s.saveSettings),
		"POST /settings/look":       s.opened(s.saveSettings),
		"POST /settings/undo":       s.opened(s.undoSettings),
		"POST /settings/logo":       s.opened(s.saveLogo),
		"GET /made/{number}/{name}": s.madeFile,
		"GET /events":               s.events,
		"POST /open":                s.openLedger,
		"POST /upload":              s.upload,
		"POST /new":                 s.newLedger,
		"POST /save":                s.opened(s.saveUpload),
		"POST /choice":              s.opened(s.choose),
		"POST /out":                 s.opened(s.chooseFolder),
		"POST /make":                s.opened(s.makeReport),
		"POST /show":                s.opened(s.show),
		"POST /quit":                s.quitPage,
		"GET /page.js":              asset("text/javascript", "page.js", ""),
		"GET /page.css":             asset("text/css", "page.css", html.Style()),
		"GET /desk.js":              asset("text/javascript", "desk.js", ""),
		"GET /desk.css":             asset("text/css", "desk.css", ""),
		"GET /icon.svg":             asset("image/svg+xml", "icon.svg", ""),
	} {
		mux.HandleFunc(pattern, handle)
	}
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		s.sorry(w, http.StatusNotFound, s.say("この画面はありません。", "There is no such page."),
			s.say("上の見出しから選び直してください。", "Choose from the start page."))
	})
	return s.guard(hosts, mux)
}

// asset serves a built-in file, after the text before it.
func asset(kind, name, before string) http.HandlerFunc {
	data, err := assets.ReadFile("assets/" + name)
	if err != nil {
		panic(err) // the file is part of the program
	}
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", kind+"; charset=utf-8")
		w.Write([]byte(before))
		w.Write(data)
	}
}

// home is where the address leads: to the open ledger, or to the choice of one.
func (s *Server) home(w http.ResponseWriter, r *http.Request) {
	if s.desk.current() == nil {
		s.startPage(w, r)
		return
	}
	http.Redirect(w, r, s.firstPage(), http.StatusSeeOther)
}

// opened calls handle with the ledger as it was last read; without one it leads to the start.
func (s *Server) opened(handle func(http.ResponseWriter, *http.Request, *reading)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if now := s.desk.current(); now != nil {
			handle(w, r, now)
			return
		}
		http.Redirect(w, r, "/start", http.StatusSeeOther)
	}
}

// quitPage says good-bye and ends the server.
func (s *Server) quitPage(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Connection", "close")
	s.sorry(w, http.StatusOK, s.say("pilot90 を終了しました。", "pilot90 has ended."),
		s.say("この画面は閉じてかまいません。もう一度使うときは、pilot90 を起動してください。", "You can close this page. Start pilot90 again to go on."))
	s.quit()
}
