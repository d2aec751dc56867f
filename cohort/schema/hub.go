package schema

import "pilot90/cohort/lang"

var supportSchema = Table{
	Key: Support, Sheet: lang.Say("伴走記録", "Support"),
	Synonyms: lang.Words(
		`伴走 伴走支援 伴走支援記録 伴走ログ 伴走日報 伴走日誌 伴走支援日報 伴走実績 支援記録 支援ログ 支援日報 支援実績 支援日誌 支援一覧 相談記録 相談対応記録 面談記録 サポート記録 サポートログ コーディネーター日報
		コーディネーター記録 コーディネート記録 拠点日報 スタッフ日報 支援員日報 support support_log coaching accompaniment 伴走支援シート 支援管理表 伴走管理`),
	Description: lang.Say("拠点スタッフの支援1回につき1行。", "One row an act of support by the hub."),
	Columns: []Column{
		{Key: "date", Heading: lang.Say("日付", "Date"), Kind: DateKind, Fact: true, Required: true,
			Synonyms:    lang.Words(`支援日 支援年月日 支援実施日 伴走日 実施日 実施年月日 対応日 対応年月日 活動日 相談日 面談日 support_date`),
			Weak:        lang.Words(`日 年月日 日時 月日 記録日`),
			Examples:    []string{"2025/7/11"},
			Description: lang.Say("支援した日。", "Day of the support.")},
		{Key: "staff", Heading: lang.Say("担当", "Staff"), Kind: TextKind, Required: true,
			Synonyms: lang.Words(
				`担当スタッフ 担当スタッフ名 担当職員 担当員 支援者 支援者名 支援員 支援員名 支援担当 支援担当者 伴走者 伴走者名 伴走担当 伴走担当者 伴走支援員 コーディネーター コーディネーター名 コーディネータ 対応者 対応者名
					職員名 メンター 相談員 staff_name supporter 支援スタッフ 支援スタッフ名 拠点スタッフ 対応職員 対応スタッフ`),
			Weak:        lang.Words(`担当者 スタッフ 職員 記録者 記入者 担当者名 スタッフ名`),
			Examples:    []string{"佐藤"},
			Description: lang.Say("支援した人。", "Who gave the support.")},
		{Key: "participant_id", Heading: lang.Say("参加者ID", "Participant ID"), Kind: IDKind, Aside: true,
			Synonyms:    lang.Words(supportedWords + ` 支援対象 支援対象者 対象者ID 対象者番号 支援対象者ID 相談者ID`),
			Weak:        lang.Words(`参加者 ワーカー 受講者 受講生 会員 メンバー 対象者 相手 相談者 利用者 participant worker`),
			Examples:    []string{"P01"},
			Description: lang.Say("参加者シートのID。全体への支援は空欄。", "An id of the participants sheet; blank for everyone.")},
		{Key: "hours", Heading: lang.Say("時間", "Hours"), Kind: HoursKind, Fact: true, Required: true,
			Synonyms: lang.Words(
				`時間数 支援時間 支援時間数 伴走時間 対応時間 対応時間数 相談時間 面談時間 活動時間 従事時間 稼働時間 実働時間 実働 support_hours 対応に要した時間 支援に要した時間 所要時間数`),
			Weak:        lang.Words(`h hour duration 所要時間 工数 作業時間`),
			Examples:    []string{"0.5"},
			Description: lang.Say("かかった時間。", "Hours spent.")},
		{Key: "kind", Heading: lang.Say("役割", "Kind"), Kind: ChoiceKind, Choices: supportChoices,
			Synonyms:    lang.Words(`役割区分 支援種別 支援区分 支援種類 支援の種類 支援内容区分 支援役割 伴走区分 伴走種別 伴走の役割 対応区分 対応種別 活動区分 業務区分 support_type`),
			Weak:        lang.Words(`種別 種類 区分 機能 type role`),
			Last:        lang.Words(`支援内容`),
			Examples:    []string{"伴走"},
			Description: lang.Say("通訳・段取り・伴走。", "Interpreting, arranging, accompanying.")},
		whoseCohort,
	},
}

// supportedWords are participantIDWords without those that would name the staff in this sheet.
const supportedWords = `参加者番号 参加者No 参加者No. 参加者コード 参加番号 参加ID 登録番号 登録ID 登録No 登録者ID 登録者番号 会員番号 会員ID 会員No 会員コード
	ワーカーID ワーカー番号 ワーカーNo ワーカーコード テレワーカーID テレワーカー番号 受講者ID 受講者番号 受講者No 受講番号 受講生ID 受講生番号 研修生ID 研修生番号 利用者ID 利用者番号
	メンバーID メンバー番号 メンバーコード 作業者ID 作業者番号 候補者ID 候補者番号 在宅ワーカーID 学籍番号 学生番号 学生ID
	生徒ID 生徒番号 実習生ID 実習生番号 インターンID worker_id member_id user_id person_id`

var surveysSchema = Table{
	Key: Surveys, Sheet: lang.Say("満足度", "Surveys"),
	Synonyms: lang.Words(
		`満足度調査 満足度調査結果 満足度アンケート 満足度一覧 満足度記録 満足度回答 満足度結果 アンケート アンケート結果 アンケート回答 アンケート集計元 アンケート一覧 アンケート調査 利用者アンケート 調査結果 調査回答
			回答一覧 回答 評価 surveys survey satisfaction questionnaire answers`),
	Description: lang.Say("1人の1回の回答につき1行。", "One row an answer."),
	Columns: []Column{
		{Key: "date", Heading: lang.Say("日付", "Date"), Kind: DateKind, Required: true,
			Synonyms:    lang.Words(`回答日 回答年月日 回答日時 調査日 調査年月日 実施日 実施年月日 記入日 提出日 アンケート日 アンケート実施日 answered_on survey_date`),
			Weak:        lang.Words(`日 年月日 日時 月日 timestamp タイムスタンプ 完了時刻 回答完了日時 送信日時 completion_time submitted_at`),
			Examples:    []string{"2025/8/30"},
			Description: lang.Say("回答した日。", "Day of the answer.")},
		{Key: "respondent", Heading: lang.Say("回答者区分", "Respondent"), Kind: ChoiceKind, Required: true,
			Choices:     respondentChoices,
			Synonyms:    lang.Words(`回答者 回答者の区分 回答者種別 回答者属性 回答者タイプ 回答者の立場 回答区分 対象区分 調査対象 respondent_group`),
			Weak:        lang.Words(`対象 対象者 属性 立場 区分 種別 group`),
			Examples:    []string{"ワーカー"},
			Description: lang.Say("ワーカー・発注者・地域事業者・学生・受入企業。", "Worker, client, local business, student, host.")},
		{Key: "score", Heading: lang.Say("点数", "Score"), Kind: NumberKind, Required: true,
			Synonyms: lang.Words(
				`得点 評点 評価点 評価点数 スコア 満足度点数 満足度評価 満足度スコア 総合満足度 5段階 5段階評価 五段階評価 評価値 rating 評価点数5点満点 満足度5段階 評価5段階 満足度点`),
			Weak:        lang.Words(`点 評価 満足度 総合評価 points satisfaction`),
			Examples:    []string{"4"},
			Description: lang.Say("1から5。5がとても満足。", "1 to 5; 5 is best.")},
	},
}

var budgetSchema = Table{
	Key: Budget, Sheet: lang.Say("予算", "Budget"),
	Synonyms: lang.Words(
		`予算書 予算表 予算一覧 予算執行 予算執行状況 予算執行管理 予算執行表 予算執行一覧 予算管理 予算管理表 予算内訳 予算決算 予算実績 事業費 事業費一覧 事業費内訳 経費 経費一覧 経費内訳 執行状況 執行管理 収支 収支表
			支出 支出一覧 支出内訳 budget budgets expenses spending`),
	Description: lang.Say("費目1つ、または支出1回につき1行。", "One row a budget item or an expense."),
	Columns: []Column{
		{Key: "item", Heading: lang.Say("費目", "Item"), Kind: TextKind, Required: true,
			Synonyms:    lang.Words(`費目名 項目名 予算項目 費用項目 経費項目 支出項目 科目名 勘定科目 節名 事業費目 経費名 expense`),
			Weak:        lang.Words(`項目 科目 節 細節 品目 名称 内容 摘要 経費`),
			Last:        lang.Words(`内訳`),
			Examples:    []string{"講師謝金"},
			Description: lang.Say("何の費用か。", "What the money is for.")},
		{Key: "class", Heading: lang.Say("区分", "Class"), Kind: ChoiceKind, Required: true, Choices: classChoices,
			Synonyms:    lang.Words(`費目区分 経費区分 経費の区分 費用区分 支出区分 予算区分 費目分類 経費分類 費用分類 使途 使途区分`),
			Weak:        lang.Words(`分類 種別 種類 用途 カテゴリ カテゴリー category type`),
			Examples:    []string{"研修"},
			Description: lang.Say("伴走・研修・機器・広報・その他。", "Accompaniment, training, equipment, publicity, other.")},
		{Key: "fund", Heading: lang.Say("財源", "Fund"), Kind: ChoiceKind, Choices: fundChoices,
			Synonyms:    lang.Words(`財源区分 財源内訳 財源名 財源種別 資金源 原資 充当財源 特定財源 歳入区分 funding`),
			Weak:        lang.Words(`資金 出所 source`),
			Examples:    []string{"交付金"},
			Description: lang.Say("交付金・一般財源・その他。", "Grant, general fund, other.")},
		{Key: "planned", Heading: lang.Say("予算額", "Planned"), Kind: AmountKind, Yearly: true, Negative: true,
			Synonyms:    lang.Words(`予算金額 予算現額 当初予算 当初予算額 予算計上額 計画額 計画金額 配当額 予算配当額 planned_amount 予算額円 予算計画額 計画予算額`),
			Weak:        lang.Words(`計画 予定額 予定金額 見込額 予算 budget plan`),
			Examples:    []string{"200000"},
			Description: lang.Say("予算の額（円）。", "Yen planned.")},
		{Key: "spent", Heading: lang.Say("執行額", "Spent"), Kind: AmountKind, Yearly: true, Fact: true, Negative: true,
			Synonyms: lang.Words(
				`執行済額 執行済み額 執行金額 執行実績 執行実績額 支出額 支出済額 支出済み額 支出金額 支出実績 決算額 使用金額 支払済額 実支出額 spent_amount expenditure 執行額累計 執行済み 支出済
					使用済額`),
			Weak:        lang.Words(`実績 実績額 支払額 使用額 actual 執行 決算`),
			Examples:    []string{"120000"},
			Description: lang.Say("使った額（円）。", "Yen spent.")},
		{Key: "date", Heading: lang.Say("日付", "Date"), Kind: DateKind,
			Synonyms:    lang.Words(`執行日 執行年月日 支出日 支出年月日 支払日 支払年月日 計上日 起票日 決裁日 発生日 使用日 spent_on`),
			Weak:        lang.Words(`日 年月日 月日`),
			Examples:    []string{"2025/6/30"},
			Description: lang.Say("支出した日。", "Day of the expense.")},
		{Key: "fiscal_year", Heading: lang.Say("年度", "Fiscal year"), Kind: YearKind,
			Synonyms:    lang.Words(`会計年度 予算年度 対象年度 執行年度 事業年度 実施年度 年度区分 計上年度 所属年度 年度名 fy budget_year`),
			Examples:    []string{"2025"},
			Description: lang.Say("どの年度の予算か（4月から3月）。2025 や 令和7年度 のように書きます。", "Of which fiscal year (April to March).")},
	},
}

var metricsSchema = Table{
	Key: Metrics, Sheet: lang.Say("実績値", "Metrics"),
	Synonyms: lang.Words(
		`実績値一覧 実績 実績一覧 実績データ 指標 指標実績 指標実績値 指標値 指標一覧 KPI実績 KPI実績値 KPI KPI一覧 成果指標 成果指標実績 その他実績 EC実績 SNS実績 metrics metric
			actuals kpi_actuals`),
	Description: lang.Say("手で入れる実績1つにつき1行。", "One row a hand-entered actual."),
	Columns: []Column{
		{Key: "date", Heading: lang.Say("年月日", "Date"), Kind: DateKind, Required: true,
			Synonyms:    lang.Words(`計測日 計測年月日 測定日 基準日 集計日 実績日 記録日 対象日 as_of measured_on metric_date`),
			Weak:        lang.Words(`日付 日 時点 月日`),
			Examples:    []string{"2025/8/31"},
			Description: lang.Say("いつの値か。", "Day the value belongs to.")},
		{Key: "metric", Heading: lang.Say("指標", "Metric"), Kind: TextKind, Required: true,
			Synonyms:    lang.Words(`指標名 指標名称 指標項目 KPI名 KPI名称 KPI項目 実績項目 成果指標 成果指標名 測定項目 indicator metric_name kpi_name`),
			Weak:        lang.Words(`項目 項目名 name KPI`),
			Examples:    []string{"EC売上"},
			Description: lang.Say("EC売上、SNS反響など。名前は自由。", "Any name.")},
		{Key: "value", Heading: lang.Say("値", "Value"), Kind: NumberKind, Required: true, Negative: true,
			Synonyms:    lang.Words(`数値 実績値 実績数 指標値 測定値 計測値 実数`),
			Weak:        lang.Words(`数 数量 件数 結果 実績 amount actual number`),
			Examples:    []string{"125000"},
			Description: lang.Say("その期間の値。", "The value.")},
		{Key: "unit", Heading: lang.Say("単位", "Unit"), Kind: TextKind,
			Synonyms:    lang.Words(`単位名 単位名称 値の単位 数値の単位 指標の単位 計量単位 単位区分 unit_name`),
			Examples:    []string{"円"},
			Description: lang.Say("値の単位（円、件、人など）。", "The unit of the value (yen, cases, people).")},
	},
}

var publicationsSchema = Table{
	Key: Publications, Sheet: lang.Say("公開記録", "Publications"),
	Synonyms: lang.Words(
		`公開 公開一覧 公開履歴 公開ログ 公表 公表記録 公表一覧 公表履歴 情報公開 情報公開記録 情報発信 情報発信記録 発信記録 発信履歴 広報記録 広報一覧 掲載記録 掲載一覧 掲載履歴 publications
			publication releases published`),
	Description: lang.Say("公開1回につき1行。", "One row a publication."),
	Columns: []Column{
		{Key: "date", Heading: lang.Say("日付", "Date"), Kind: DateKind, Required: true,
			Synonyms:    lang.Words(`公開日 公開年月日 公開日付 公表日 公表年月日 掲載日 掲載年月日 発信日 配信日 発行日 発表日 発行年月日 published_on publication_date`),
			Weak:        lang.Words(`日 年月日 月日 更新日`),
			Examples:    []string{"2025/9/10"},
			Description: lang.Say("公開した日。", "Day of publication.")},
		{Key: "title", Heading: lang.Say("件名", "Title"), Kind: TextKind, Aside: true,
			Synonyms:    lang.Words(`題名 タイトル 表題 見出し 公開内容 公開物 公開資料 公開資料名 資料名 記事名 掲載内容 発信内容 公表内容 公表資料`),
			Weak:        lang.Words(`名称 内容 項目 subject name`),
			Examples:    []string{"8月の実績のお知らせ"},
			Description: lang.Say("何を公開したか。", "What was published.")},
		{Key: "audience", Heading: lang.Say("対象", "Audience"), Kind: TextKind, Aside: true,
			Synonyms:    lang.Words(`公開対象 公開先 公開範囲 公開相手 宛先 掲載先 掲載媒体 発信先 配信先 公表先 届け先`),
			Weak:        lang.Words(`対象者 媒体 to target readers`),
			Examples:    []string{"町民"},
			Description: lang.Say("だれに向けたか。", "For whom.")},
	},
}
