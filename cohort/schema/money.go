package schema

import "pilot90/cohort/lang"

// jobWords are the headings under which lists of money say for which job it is, by id or by title.
const jobWords = `案件 案件名 案件名称 契約 契約名 契約件名 業務名 業務名称 プロジェクト プロジェクト名 PJ PJ名 仕事 仕事名 受託業務 受託業務名 委託業務名 受注件名
	依頼タイトル 依頼名 件名 contract project title`

var paymentsSchema = Table{
	Key: Payments, Sheet: lang.Say("支払", "Payments"), Instead: true,
	Synonyms: lang.Words(
		`支払一覧 支払い 支払い一覧 支払リスト 支払記録 支払実績 支払台帳 支払管理 支払管理表 支払表 支払い表 支払明細一覧 支払調書 報酬支払 報酬支払い 報酬支払一覧 報酬支払い一覧 報酬支払表
		報酬支払台帳 報酬支払明細 報酬支払記録 報酬支払管理 報酬支払管理表 報酬一覧 報酬一覧表 報酬台帳 報酬表 報酬月表 月別報酬 月別支払 ワーカー報酬 ワーカー支払 ワーカー支払一覧 振込 振込一覧 振込一覧表 振込リスト
					振込明細 振込記録
		振込台帳 振込管理 振込管理表 報酬振込一覧 謝金 謝金一覧 謝金支払 謝金支払一覧 謝金台帳 謝礼 謝礼一覧 謝礼支払一覧 支給一覧 支給明細 支給表 工賃一覧 源泉徴収簿 payments payment payouts
					payout_list
		payment_list`),
	Description: lang.Say("1人への1回の支払につき1行。人と月の一覧表でも構いません。",
		"One row a payment to a worker; a table of people and months does as well."),
	Telling: lang.Words(`paid_date month withheld net`),
	Unless:  Heading{Tasks, "date"},
	Columns: []Column{
		{Key: "paid_date", Heading: lang.Say("支払日", "Paid on"), Kind: DateKind, Not: lang.Words(clientWords), Fact: true,
			Synonyms: lang.Words(
				`支払年月日 支払い日 支払済日 支払実施日 支払実行日 支払完了日 支払確定日 報酬支払日 報酬支払い日 報酬支払年月日 謝礼支払日 謝金支払日 振込日 振込年月日 振込み日 振り込み日 振込実施日 振込済日 報酬振込日 送金日
					paid_on payment_date pay_date 着金日 支給日 支給年月日 支払実績日 報酬受取日 お支払日 お支払い日 ワーカー支払日 ワーカー振込日`),
			Weak:        lang.Words(`精算日 入金日 入金年月日 日付 年月日 date`),
			Last:        lang.Words(`支払完了 支払済 支払済み`),
			Blank:       lang.Words(`未 未払 未払い 未支払 未支払い 未振込 支払待ち`),
			Examples:    []string{"2025/8/29"},
			Description: lang.Say("ワーカーに支払った日。空欄は未払い。", "Blank: not yet paid.")},
		{Key: "participant_id", Heading: lang.Say("参加者ID", "Participant ID"), Kind: IDKind, Required: true,
			Synonyms: lang.Words(participantIDWords + ` 従事者ID`),
			Weak: lang.Words(
				`参加者 ワーカー テレワーカー 担当者 担当 担当ワーカー 作業者 作業担当者 受講者 会員 メンバー スタッフ 従事者 支払先 支払先名 振込先 受取人 受取人名 支給対象者 participant worker
					payee`),
			Last:        lang.Words(personNameWords + ` ランサー名 クラウドワーカー名`),
			Examples:    []string{"P01"},
			Description: lang.Say("参加者シートのID、または氏名。", "An id of the participants sheet, or a name.")},
		{Key: "month", Heading: lang.Say("対象月", "Month worked"), Kind: MonthKind,
			Synonyms: lang.Words(
				`対象年月 対象月分 対象の月 稼働月 稼働年月 作業月 作業年月 作業対象月 業務月 業務年月 従事月 就業月 活動月 実施月 報酬月 報酬対象月 報酬年月 支払対象月 支払対象年月 支給対象月 月分 何月分 分
					work_month
					month_worked worked_month`),
			Weak:        lang.Words(`月 年月 月度 対象期間 期間 month`),
			Examples:    []string{"2025/7"},
			Description: lang.Say("仕事をした月。空欄は支払日の月とみなします。", "The month of the work; blank is the month of the payment.")},
		{Key: "amount", Heading: lang.Say("支払額", "Amount paid"), Kind: AmountKind, Required: true,
			Not:      lang.Words(clientWords),
			Compound: "支払 支払い お支払 お支払い 報酬 当月支払 今月支払 今回支払 当月報酬 今月報酬 今回報酬|額 の額 金額 の金額 総額",
			Synonyms: lang.Words(
				`支払金額 支払い額 支払い金額 支払総額 支払合計 支払済額 支払報酬 支払報酬額 報酬 報酬額 報酬金額 報酬総額 報酬合計 報酬計 報酬支払額 作業報酬 ワーカー報酬 ワーカー報酬額 総支給額 総支給 支給総額 支給額
					支給金額 総額 謝金 謝金額
					謝礼 謝礼金 謝礼額 謝礼金額 工賃 工賃額 税引前支給額 源泉前支給額 額面 額面金額 gross gross_amount paid_amount amount_paid`),
			Weak:        lang.Words(`支払 金額 合計 合計金額 計 契約金額 paid pay total`),
			Last:        lang.Words(netWords),
			Examples:    []string{"12000"},
			Description: lang.Say("源泉徴収などを引く前の額（円）。", "Yen before anything is withheld.")},
		{Key: "contract_id", Heading: lang.Say("案件ID", "Contract ID"), Kind: IDKind, Aside: true,
			Synonyms:    lang.Words(contractIDWords),
			Weak:        lang.Words(jobWords),
			Examples:    []string{""},
			Description: lang.Say("案件シートのID、または案件名。", "An id of the contracts sheet, or a title.")},
		{Key: "withheld", Heading: lang.Say("源泉徴収", "Withheld"), Kind: AmountKind, Aside: true,
			Synonyms: lang.Words(
				`源泉徴収税 源泉徴収額 源泉徴収税額 源泉徴収金額 源泉 源泉税 源泉税額 源泉所得税 源泉所得税額 所得税 所得税額 控除 控除額 控除合計 徴収税額 withholding withholding_tax
					tax_withheld`),
			Examples:    []string{"1225"},
			Description: lang.Say("差し引いた所得税など（円）。", "Income tax withheld, yen.")},
		{Key: "net", Heading: lang.Say("差引支給額", "Net"), Kind: AmountKind, Aside: true, Else: lang.Words(netWords),
			Synonyms: lang.Words(
				`差引支払額 差引額 差引金額 差引振込額 差引支払金額 差引支給金額 差引 手取り 手取額 手取り額 源泉後支払額 源泉徴収後 税引後支給額 税引後支払額 net_amount net_pay take_home`),
			Examples:    []string{"10775"},
			Description: lang.Say("実際に振り込んだ額（円）。", "Yen that was transferred.")},
		whoseCohort,
	},
}

// netWords are headings of what was transferred: the net amount, or the only amount of a list.
const netWords = `振込額 振込金額 振込み額 振り込み額 送金額 受取額 受取金額 実支給額 実支払額 入金額 transferred`

var invoicesSchema = Table{
	Key: Invoices, Sheet: lang.Say("請求", "Invoices"), Instead: true,
	Synonyms: lang.Words(
		`請求一覧 請求一覧表 請求リスト 請求台帳 請求管理 請求管理表 請求書 請求書一覧 請求書台帳 請求書管理 請求書管理表 請求書発行一覧 請求書発行台帳 請求入金 請求入金管理 請求入金一覧 請求入金管理表 請求・入金
		請求・入金管理 請求・入金管理表 請求記録 請求明細 請求実績 売上 売上一覧 売上台帳 売上管理 売上管理表 売上表 売上明細 売上記録 入金管理 入金管理表 invoices invoice invoice_list
					billing sales`),
	Description: lang.Say("発注者への請求1件につき1行。", "One row an invoice to a client."),
	Telling:     lang.Words(`amount`),
	Unless:      Heading{Tasks, "date"},
	Columns: []Column{
		{Key: "date", Heading: lang.Say("請求日", "Invoiced on"), Kind: DateKind, Fact: true, Aside: true,
			Synonyms: lang.Words(
				`請求年月日 請求書日付 請求書発行日 請求書作成日 請求書送付日 請求発行日 ご請求日 発行日 発行年月日 計上日 売上日 売上年月日 売上計上日 invoice_date invoiced_on billing_date`),
			Weak:        lang.Words(`日付 年月日 作成日`),
			Examples:    []string{"2025/7/31"},
			Description: lang.Say("請求書の日付。請求月があれば空欄で構いません。", "Date of the invoice; may be blank beside a month.")},
		{Key: "month", Heading: lang.Say("請求月", "Month invoiced"), Kind: MonthKind, Required: true, Or: "date",
			Compound: "請求 ご請求|月 の月 月分",
			Synonyms: lang.Words(
				`請求年月 請求対象月 請求対象年月 請求月分 対象月 対象年月 対象月分 稼働月 作業月 業務月 実施月 提供月 計上月 計上年月 売上月 売上年月 売上計上月 月分 何月分 分 invoice_month
					billing_month`),
			Weak:     lang.Words(`月 年月 月度 対象期間 month`),
			Examples: []string{"2025/7"},
			Description: lang.Say("どの月の仕事の請求か。列がなければ請求日の月とみなします。",
				"The month that is invoiced; without the column that of the date.")},
		{Key: "contract_id", Heading: lang.Say("案件ID", "Contract ID"), Kind: IDKind, Required: true, Or: "client_id",
			Synonyms:    lang.Words(contractIDWords),
			Weak:        lang.Words(jobWords + ` 業務内容 請求内容 内容 品名 摘要`),
			Examples:    []string{"A01"},
			Description: lang.Say("案件シートのID、または案件名。", "An id of the contracts sheet, or a title.")},
		{Key: "client_id", Heading: lang.Say("発注者ID", "Client ID"), Kind: IDKind, Aside: true,
			Synonyms:    lang.Words(clientIDWords),
			Weak:        lang.Words(clientNameWords + ` 請求先 請求先名 売上先 宛先 宛名`),
			Examples:    []string{"K01"},
			Description: lang.Say("発注者シートのID、または名称。", "An id of the clients sheet, or a name.")},
		{Key: "amount", Heading: lang.Say("請求額", "Amount invoiced"), Kind: AmountKind, Required: true,
			Compound: "請求 ご請求 当月請求 当月ご請求 今月請求 今回請求 今回ご請求|額 の額 金額 の金額 総額 合計額",
			Synonyms: lang.Words(
				`請求金額 ご請求額 ご請求金額 請求総額 請求合計 請求合計額 請求額計 請求額合計 税込請求額 売上額 売上金額 売上高 計上額 invoiced invoice_amount amount_invoiced billed`),
			Weak:        lang.Words(`請求 当月請求 今月請求 今回請求 当月売上 今月売上 売上 金額 合計 合計金額 総額 税込金額 契約額 委託料 sales total`),
			Examples:    []string{"50000"},
			Description: lang.Say("請求した額（円）。税は見出しのとおり。", "Yen; tax as the heading says.")},
		{Key: "received_date", Heading: lang.Say("入金日", "Received on"), Kind: DateKind, Fact: true, Aside: true,
			Synonyms: lang.Words(
				`入金年月日 入金確認日 入金済日 入金された日 受領日 領収日 着金日 振込入金日 回収日 支払日 received_on payment_date paid_on`),
			Weak:        lang.Words(`入金確認 振込日`),
			Last:        lang.Words(`入金 入金済 入金済み`),
			Blank:       lang.Words(`未 未入金 未収 未回収 入金待ち`),
			Examples:    []string{"2025/8/31"},
			Description: lang.Say("入金された日。空欄は未入金。", "Blank: not yet received.")},
		{Key: "received", Heading: lang.Say("入金額", "Amount received"), Kind: AmountKind, Aside: true,
			Synonyms:    lang.Words(`入金金額 入金済額 入金済み額 受領額 受領金額 領収額 回収額 amount_received received_amount`),
			Weak:        lang.Words(`着金額`),
			Examples:    []string{"50000"},
			Description: lang.Say("入金された額（円）。", "Yen received.")},
	},
}
