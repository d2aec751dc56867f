package web

import (
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"path"
	"slices"
	"strings"

	"pilot90/cohort/setting"
	"pilot90/cohort/sheet"
)

// Bounds of what can be dropped on the page.
const (
	largestUpload = 200 << 20 // bytes in all
	mostFiles     = 300
	longestName   = 400
)

// upload takes the workbooks of a ledger into memory and opens them. Nothing is written.
func (s *Server) upload(w http.ResponseWriter, r *http.Request) {
	files, skipped, err := received(r)
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		err = told(fmt.Sprintf("全部で %d MB までです。フォルダーの場所を書いて開いてください。", largestUpload>>20),
			fmt.Sprintf("At most %d MB in all. Open the folder by its place instead.", largestUpload>>20))
	case err == nil && len(files) == 0:
		err = told("台帳に使うファイル（.xlsx .xlsm .xls .ods .csv .tsv）がありませんでした。",
			"There was no file of a ledger (.xlsx .xlsm .xls .ods .csv .tsv).")
		if skipped > 0 {
			err = told(fmt.Sprintf("台帳に使うファイル（.xlsx .xlsm .xls .ods .csv .tsv）がありませんでした（ほかの種類のファイル %d 個は読みません）。", skipped),
				fmt.Sprintf("There was no file of a ledger (.xlsx .xlsm .xls .ods .csv .tsv); %d others are not read.", skipped))
		}
	case err == nil:
		name, inside := stripped(files)
		if name == "" {
			name = s.say(fmt.Sprintf("置かれたファイル（%d個）", len(files)), fmt.Sprintf("%d files", len(files)))
		}
		err = s.desk.open(r.Context(), &source{name: name, files: inside, password: s.opt.Password}, "")
	}
	if err != nil {
		s.renderStart(w, http.StatusUnprocessableEntity, s.startView(), s.explained(err))
		return
	}
	http.Redirect(w, r, s.firstPage(), http.StatusSeeOther)
}

// received reads the files of a form by their cleaned names. A field "path" names the file that
// follows it; without one the file's own name counts.
func received(r *http.Request) (files map[string][]byte, skipped int, err error) {
	form, err := r.MultipartReader()
	if err != nil {
		return nil, 0, told("ファイルを受け取れませんでした。もう一度お試しください。", "The files did not arrive. Please try again.")
	}
	files = map[string][]byte{}
	given := ""
	for {
		part, err := form.NextPart()
		if err == io.EOF {
			return files, skipped, nil
		}
		if err != nil {
			return nil, 0, err
		}
		if part.FormName() == "path" {
			text, err := io.ReadAll(io.LimitReader(part, longestName*4))
			if err != nil {
				return nil, 0, err
			}
			given = string(text)
			continue
		}
		name, ok := cleanName(given)
		if given == "" {
			name, ok = cleanName(fileName(part))
		}
		given = ""
		if !ok {
			skipped++
			continue
		}
		if len(files) == mostFiles {
			return nil, 0, told(fmt.Sprintf("ファイルは %d 個までです。", mostFiles), fmt.Sprintf("At most %d files.", mostFiles))
		}
		if files[name], err = io.ReadAll(part); err != nil {
			return nil, 0, err
		}
	}
}

// fileName is the name of a file in a form with its folders, which FileName would drop.
func fileName(part *multipart.Part) string {
	_, fields, err := mime.ParseMediaType(part.Header.Get("Content-Disposition"))
	if err != nil {
		return ""
	}
	return fields["filename"]
}

// cleanName makes a relative, slash-separated name of what a browser sent; false for a name that
// leads outside, and for files that are no part of a ledger.
func cleanName(name string) (string, bool) {
	name = strings.ReplaceAll(name, `\`, "/")
	if len(name) > longestName || strings.ContainsFunc(name, func(r rune) bool {
		return r < ' ' || r == '\x7f' || r == '\uFFFD'
	}) ||
		slices.Contains(strings.Split(name, "/"), "..") || strings.Contains(name, ":") {
		return "", false
	}
	name = strings.TrimPrefix(path.Clean("/"+name), "/")
	base := path.Base(name)
	if name == "" || sheet.IsLockFile(base) || strings.HasPrefix(base, ".") {
		return "", false
	}
	kinds := []string{".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv"}
	return name, setting.IsSettings(base) || slices.Contains(kinds, strings.ToLower(path.Ext(base)))
}

// stripped takes the folder that all files lie in off their names, and names the ledger by it, or
// by its only file; "" when there is neither.
func stripped(files map[string][]byte) (ledger string, inside map[string][]byte) {
	for name := range files {
		folder, _, ok := strings.Cut(name, "/")
		if !ok || ledger != "" && folder != ledger {
			ledger = ""
			break
		}
		ledger = folder
	}
	if ledger == "" {
		if len(files) == 1 {
			for name := range files {
				return name, files
			}
		}
		return "", files
	}
	inside = map[string][]byte{}
	for name, data := range files {
		inside[strings.TrimPrefix(name, ledger+"/")] = data
	}
	return ledger, inside
}

// saveUpload writes the ledger in memory into a folder, and goes on with it from there.
func (s *Server) saveUpload(w http.ResponseWriter, r *http.Request, now *reading) {
	dir, err := givenPath(r.PostFormValue("folder"))
	switch {
	case err != nil:
	case !now.source.inMemory():
		err = told("この台帳はもうパソコンにあります。", "This ledger is on the disk already.")
	default:
		if err = s.opt.Program.Save(dir, now.source.files); err == nil {
			err = s.open(r.Context(), dir)
		}
	}
	if err != nil {
		s.renderReport(w, http.StatusUnprocessableEntity, now, s.explained(err))
		return
	}
	http.Redirect(w, r, "/week", http.StatusSeeOther)
}
