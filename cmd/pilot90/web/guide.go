package web

import "net/http"

// todo is one thing to do at a time of the year, with the way to it.
type todo struct{ Text, Address, Way string }

// season is a time of the year.
type season struct {
	ID, Name, When string
	Steps          []todo
}

// guidePage is the year on one page.
func (s *Server) guidePage(w http.ResponseWriter, _ *http.Request, now *reading) {
	s.render(w, http.StatusOK, "guide", s.framed(now, "guide", s.say("使い方", "Guide"), s.year()))
}

// year is what to do from April to the hand-over.
func (s *Server) year() []season {
	week, check, figures := s.say("今週", "This week"), s.say("点検", "Check"), s.say("指標", "Figures")
	report, settings, read := s.say("報告", "Reports"), s.say("設定", "Settings"), s.say("読み取り", "Reading")
	return []season{
		{"april", s.say("4月", "April"), s.say("年度の初めに", "when the year begins"), []todo{
			{s.say("前の年度の台帳は、そのまま残しておく。新しい年度の行は同じ台帳に続けて書く。",
				"Leave last year's ledger as it is; go on in the same one."), "/week", week},
			{s.say("対象期間を新しい年度にし、目標と交付金の指標を書く。", "Set the new period, targets and grant indicators."),
				"/settings", settings},
			{s.say("新しい様式のファイルがあれば、列の読み方を確かめる。", "See how new files are read."), "/reading", read},
			{s.say("直すところが残っていないか確かめる。", "See that nothing is left to mend."), "/check", check},
		}},
		{"monday", s.say("毎週月曜", "Every Monday"), s.say("打ち合わせの前に10分", "ten minutes before the meeting"), []todo{
			{s.say("先週の作業・納品・支払いを台帳に書き、Excel で保存する（画面は自動で新しくなります）。",
				"Write last week's work, deliveries and payments; save in Excel. The pages follow."), "/check", check},
			{s.say("赤い印の誤りがあれば、その行を直す。", "Mend the rows with a red mark."), "/check", check},
			{s.say("することを上から片づけ、2ページを印刷して打ち合わせに持っていく。",
				"Do what is listed; print the two pages for the meeting."), "/week", week},
			{s.say("「今週の版を残す」を押す。来週、動いた数字の理由がここから分かります。",
				"Press “Keep this week's edition”: next week it tells why figures moved."), "/week", week},
		}},
		{"assembly", s.say("議会・委員会の前", "Before the assembly"), s.say("1週間前までに", "a week ahead"), []todo{
			{s.say("基準日を説明に使う日に合わせる（右上の「日付を変える」）。", "Set the as-of date (“Change” at the top)."),
				"/figures", figures},
			{s.say("目標に足りない指標と、†（直すと変わる）の付いた指標を先に見る。",
				"Look first at what is below target and what is marked †."), "/figures?only=missed", figures},
			{s.say("議会の版の中身を見て、担当者の文章を書く。PDF とスライドをつくる。",
				"See the council's edition, add your own sentences, make the PDF and the slides."), "/report/council", report},
			{s.say("配った版を残す。あとで数字が変わったときに、どの行のためかを示せます。",
				"Keep what was handed out: it shows later which rows changed a figure."), "/report/council", report},
		}},
		{"close", s.say("年度末", "Year end"), s.say("3月から出納整理期間（5月末）まで", "March to the end of May"), []todo{
			{s.say("3月31日までの作業と納品を書き終え、直すところを0にする。",
				"Complete the records up to 31 March and mend everything."), "/check", check},
			{s.say("4・5月の支払いは、支払日を書き足す。3月までの仕事の支払いとして数えます（基準日は支払いを確かめた日）。",
				"Add the dates of payments in April and May: they count for the work up to March."), "/week", week},
			{s.say("交付金の版で実績報告をつくる。自治体の様式があれば、数字を記入した写しをつくる。",
				"Make the grant report; fill in your own form."), "/report/grant", report},
			{s.say("公表の版をつくり、どちらも残す。", "Make the public edition; keep both."), "/report/public", report},
		}},
		{"handover", s.say("引き継ぎ", "Hand-over"), s.say("担当が替わるときに", "when the clerk changes"), []todo{
			{s.say("残した版をすべて確かめる。", "Check all kept editions."), "/report#ui-kept", report},
			{s.say("引き継ぎの資料をつくり、次の人と「はじめに」を一緒に開く。",
				"Make the successor's folder and open its first page together."), "/report#ui-hand", report},
			{s.say("台帳のフォルダーの場所と、この画面の開き方を伝える。",
				"Tell where the ledger is and how to open these pages."), "/guide", s.say("使い方", "Guide")},
		}},
	}
}
