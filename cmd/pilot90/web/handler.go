package web

import (
	"embed"
	"net/http"
	"path"

	"pilot90/templates"
)

//go:embed assets
var assets embed.FS

// handler routes the pages. What changes anything is a POST.
func (s *Server) handler(hosts []string) http.Handler {
	mux := http.NewServeMux()
	for pattern, handle := range map[string]http.HandlerFunc{
		"GET /{$}":                   s.home,
		"GET /start":                 s.startPage,
		"GET /week":                  s.opened(s.weekPage),
		"GET /check":                 s.opened(s.checkPage),
		"GET /check/{key}":           s.opened(s.findingPage),
		"GET /cells":                 s.opened(s.cellsPage),
		"GET /figures":               s.opened(s.figuresPage),
		"GET /figures/{id}":          s.opened(s.figurePage),
		"GET /report":                s.opened(s.reportPage),
		"GET /report/{edition}":      s.opened(s.editionPage),
		"GET /preview/{edition}":     s.opened(s.previewPage),
		"GET /person":                s.opened(s.personPage),
		"GET /guide":                 s.opened(s.guidePage),
		"GET /kept/{name}":           s.opened(s.keptPage),
		"GET /kept/{name}/{file...}": s.opened(s.keptFile),
		"GET /reading":               s.opened(s.readingPage),
		"POST /reading":              s.opened(s.saveReading),
		"POST /reading/try":          s.opened(s.tryReading),
		"POST /reading/add":          s.opened(s.addFile),
		"POST /reading/undo":         s.opened(s.undoReading),
		"GET /settings":              s.opened(s.settingsPage),
		"POST /settings":             s.opened(s.saveSettings),
		"POST /settings/look":        s.opened(s.saveSettings),
		"POST /settings/undo":        s.opened(s.undoSettings),
		"POST /settings/logo":        s.opened(s.saveLogo),
		"GET /many":                  s.severally(s.manyPage),
		"GET /total":                 s.severally(s.totalPage),
		"GET /many/{code}":           s.severally(s.townPage),
		"POST /many/again":           s.severally(s.manyAgain),
		"POST /many/expected":        s.severally(s.saveExpected),
		"POST /many/make":            s.severally(s.makeMany),
		"GET /desk.js":               asset("text/javascript", "desk.js"),
		"GET /made/{number}/{name}":  s.madeFile,
		"GET /events":                s.events,
		"POST /open":                 s.openLedger,
		"POST /upload":               s.upload,
		"POST /new":                  s.newLedger,
		"POST /save":                 s.opened(s.saveUpload),
		"POST /choice":               s.opened(s.choose),
		"POST /out":                  s.opened(s.chooseFolder),
		"POST /make":                 s.opened(s.makeReport),
		"POST /copies":               s.opened(s.markedCopies),
		"POST /seal":                 s.opened(s.seal),
		"POST /verify":               s.opened(s.verify),
		"POST /words/{edition}":      s.opened(s.saveWords),
		"POST /handover":             s.opened(s.handOver),
		"POST /form":                 s.opened(s.fillForm),
		"POST /print":                s.opened(s.printWeek),
		"POST /show":                 s.opened(s.show),
		"POST /stop":                 s.stopWork,
		"POST /lang":                 s.speak,
		"POST /quit":                 s.quitPage,
		"GET /page.js":               asset("text/javascript", "page.js"),
		"GET /worker.js":             asset("text/javascript", "worker.js"),
		"GET /page.css":              s.style,
		"GET /font/{name}":           fontFile,
		"GET /icon.svg":              asset("image/svg+xml", "icon.svg"),
	} {
		mux.HandleFunc(pattern, handle)
	}
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		s.sorry(w, http.StatusNotFound, s.say("この画面はありません。", "There is no such page."),
			s.say("上の見出しから選び直してください。", "Choose from the start page."))
	})
	return s.guard(hosts, mux)
}

// asset serves a built-in file.
func asset(kind, name string) http.HandlerFunc {
	data, err := assets.ReadFile("assets/" + name)
	if err != nil {
		panic(err) // the file is part of the program
	}
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", kind+"; charset=utf-8")
		w.Write(data)
	}
}

// style serves every sheet of style, that of the frame before those of the tabs.
func (s *Server) style(w http.ResponseWriter, _ *http.Request) {
	entries, err := assets.ReadDir("assets")
	if err != nil {
		panic(err) // the folder is part of the program
	}
	names := []string{"page.css"}
	for _, e := range entries {
		if path.Ext(e.Name()) == ".css" && e.Name() != names[0] {
			names = append(names, e.Name())
		}
	}
	w.Header().Set("Content-Type", "text/css; charset=utf-8")
	for _, name := range names {
		data, err := assets.ReadFile("assets/" + name)
		if err != nil {
			panic(err)
		}
		w.Write(data)
	}
}

// fontFile serves the font of the reports, for computers that have it not.
func fontFile(w http.ResponseWriter, r *http.Request) {
	name, ok := map[string]string{"regular.ttf": templates.FontRegular,
		"bold.ttf": templates.FontBold}[r.PathValue("name")]
	data, err := templates.Asset(name)
	if !ok || err != nil {
		http.NotFound(w, r) // the browser takes the next font of its list
		return
	}
	w.Header().Set("Content-Type", "font/ttf")
	w.Header().Set("Cache-Control", "private, max-age=86400")
	w.Write(data)
}

// home is where the address leads: to the open ledger, or to the choice of one.
func (s *Server) home(w http.ResponseWriter, r *http.Request) {
	if s.desk.current() == nil && s.desk.openedMany() == nil {
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
