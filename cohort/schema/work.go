package schema

import "pilot90/cohort/lang"

// clientIDWords are the headings under which hubs keep who ordered a job, in any sheet.
const clientIDWords = `発注者番号 発注者No 発注者コード 発注元ID 発注元番号 発注元コード 取引先ID 取引先番号 取引先コード 取引先No クライアントID クライアント番号 クライアントコード
	顧客ID 顧客番号 顧客コード 得意先ID 得意先コード 企業ID 企業番号 企業コード 会社ID 依頼者ID 依頼元ID 依頼主ID 依頼元コード 委託元ID 委託者ID 委託者番号 事業者ID 事業者番号 事業者コード
	受入企業ID 受入企業番号 受入企業コード 受入企業No 受け入れ企業ID 受入先ID 受入先番号 受け入れ先ID 実習先ID 実習先番号 インターン先ID インターン先番号
	customer_id company_id`

// clientNameWords are the headings of a column that says who ordered a job, by id or by name.
const clientNameWords = `発注者 発注元 発注企業 取引先 クライアント 顧客 得意先 依頼者 依頼元 依頼主 委託元 委託者 企業名 会社名 取引先名 発注者名 発注元名 顧客名 クライアント名 client
	受入企業 受け入れ企業 受入先 受け入れ先 受入企業名 受入先名 実習先 実習先名 インターン先 customer`

// contractIDWords are the headings under which hubs keep which job a line belongs to.
const contractIDWords = `案件番号 案件No 案件コード 契約ID 契約番号 契約No 契約コード 契約管理番号 受託管理番号 受託番号 受託ID 受注ID 受注番号 受注No 業務ID 業務番号 業務コード
	プロジェクトID プロジェクト番号 プロジェクトコード
	プロジェクトNo PJID PJ番号 PJコード 仕事ID 仕事番号 ジョブID ジョブ番号 発注番号 project_id job_id case_id`

// regionWords are the headings under which hubs keep whether a client is inside the municipality, in any sheet.
const regionWords = `所在地区分 所在区分 所在エリア 所在地域 地域区分 エリア区分 域内外 域内域外 域内外区分 町内外 市内外 村内外 県内外 拠点所在
	町内・町外 市内・市外 村内・村外 域内・域外 県内・県外 町内外の別 市内外の別 村内外の別`

// clientWords say of money that it is between the client and the hub, not the worker's.
const clientWords = `請求 見積 売上 発注者 発注元 取引先 クライアント`

var clientsSchema = Table{
	Key: Clients, Sheet: lang.Say("発注者", "Clients"),
	Synonyms: lang.Words(`発注者一覧 発注者リスト 発注者名簿 発注者台帳 発注者マスタ 発注者マスター 発注元 発注元一覧 発注企業 発注企業一覧 取引先 取引先一覧 取引先リスト 取引先台帳
		取引先マスタ 取引先マスター 取引先名簿 クライアント クライアント一覧 クライアントリスト 顧客 顧客一覧 顧客リスト 顧客名簿 顧客台帳 得意先 得意先一覧 委託元 委託元一覧 依頼元 依頼元一覧
		企業一覧 企業名簿 企業リスト 受入企業 受入企業一覧 受入企業名簿 受入企業リスト 受け入れ企業 受け入れ企業一覧 受入先 受入先一覧 受入先名簿 実習先 実習先一覧
		インターン先 インターン先一覧 clients client customers customer`),
	Description: lang.Say("発注者1者につき1行。", "One row a client."),
	Telling:     lang.Words(`client_id region sector satellite_office`),
	Columns: []Column{
		{Key: "client_id", Heading: lang.Say("発注者ID", "Client ID"), Kind: IDKind, Required: true, ByName: "name",
			Synonyms: lang.Words(clientIDWords),
			Weak:     lang.Words(`ID 番号 コード 管理番号 整理番号 client customer`),
			Examples: []string{"K01"},
			Description: lang.Say("発注者を見分ける番号。列がなければ名称で見分けます。",
				"Tells clients apart; unique. Without the column names do.")},
		{Key: "name", Heading: lang.Say("名称", "Name"), Kind: TextKind, Aside: true,
			Synonyms: lang.Words(
				`発注者名 発注元名 取引先名 取引先名称 会社名 企業名 企業名称 事業者名 事業所名 法人名 団体名 社名 顧客名 得意先名 得意先名称 クライアント名 依頼元名 委託元名 組織名
					受入企業名 受け入れ企業名 受入先名 受け入れ先名 実習先名 インターン先名 company_name
					client_name customer_name`),
			Weak:        lang.Words(`名前 発注者 発注元 取引先 company 屋号`),
			Examples:    []string{"みどり商事"},
			Description: lang.Say("発注者の名称。", "The client's name.")},
		{Key: "region", Heading: lang.Say("所在", "Region"), Kind: ChoiceKind, Choices: regionChoices,
			Synonyms:    lang.Words(regionWords),
			Weak:        lang.Words(`所在地 地域 エリア 地区 立地 区域 location area`),
			Examples:    []string{"県内"},
			Description: lang.Say("域内・県内・県外。町内・市内・村内は域内。", "Inside the municipality, the prefecture, or outside.")},
		{Key: "sector", Heading: lang.Say("区分", "Sector"), Kind: ChoiceKind, Choices: sectorChoices,
			Synonyms: lang.Words(
				`発注者区分 業種 業種区分 業態 業態区分 組織区分 組織種別 法人区分 法人種別 企業区分 取引先区分 取引先種別 団体区分 事業者区分 主体区分 セクター client_type`),
			Weak:        lang.Words(`種別 種類 属性 分類 主体 type 業種 業種区分 組織形態`),
			Examples:    []string{"企業"},
			Description: lang.Say("企業・自治体・団体・個人事業主。", "Company, municipality, association, sole proprietor.")},
		{Key: "satellite_office", Heading: lang.Say("サテライトオフィス", "Satellite office"), Kind: YesNoKind,
			Synonyms: lang.Words(
				`サテライトオフィス有無 サテライトオフィスの有無 サテライトオフィス設置 サテライトオフィス企業 サテライト サテライト有無 サテライト企業 サテオフ SO有無 SO企業 satellite`),
			Weak:        lang.Words(`SO 進出企業`),
			Examples:    []string{"×"},
			Description: lang.Say("サテライトオフィスを置く企業か。", "Has a satellite office here; blank is no.")},
	},
}

var contractsSchema = Table{
	Key: Contracts, Sheet: lang.Say("案件", "Contracts"), Required: true,
	Synonyms: lang.Words(`案件一覧 案件リスト 案件台帳 案件管理 案件管理表 案件管理台帳 案件表 案件情報 契約 契約一覧 契約リスト 契約台帳 契約管理 契約管理表 契約管理台帳 契約情報 受託 受託一覧 受託案件
		受託案件一覧 受託業務 受託業務一覧 受注 受注一覧 受注台帳 受注案件 受注案件一覧 プロジェクト プロジェクト一覧 プロジェクト管理 業務委託一覧 業務一覧 仕事一覧 contracts contract projects
		project jobs 受注管理 受注管理表 受託管理表 契約案件 案件契約`),
	Description: lang.Say("発注者と拠点の契約1件につき1行。", "One row a contract between a client and the hub."),
	Telling:     lang.Words(`client_id kind monthly amount form`),
	Columns: []Column{
		{Key: "contract_id", Heading: lang.Say("案件ID", "Contract ID"), Kind: IDKind, Required: true, ByName: "title",
			Synonyms: lang.Words(contractIDWords),
			Weak:     lang.Words(`ID 管理番号 整理番号 contract project`),
			Last:     lang.Words(`No.`),
			Examples: []string{"A01"},
			Description: lang.Say("案件を見分ける番号。列がなければ発注者と案件名で見分けます。",
				"Tells contracts apart; unique. Without the column client and title do.")},
		{Key: "client_id", Heading: lang.Say("発注者ID", "Client ID"), Kind: IDKind,
			Synonyms:    lang.Words(clientIDWords),
			Weak:        lang.Words(clientNameWords),
			Examples:    []string{"K01"},
			Description: lang.Say("発注者シートのID、または名称。", "An id of the clients sheet, or a name.")},
		{Key: "title", Heading: lang.Say("案件名", "Title"), Kind: TextKind, Aside: true,
			Synonyms:    lang.Words(`案件名称 契約名 契約名称 契約件名 業務名 業務名称 仕事名 プロジェクト名 PJ名 受託業務名 委託業務名 project_name contract_name`),
			Weak:        lang.Words(`案件 名称 件名 プロジェクト タイトル name subject`),
			Examples:    []string{"毎月の請求書入力"},
			Description: lang.Say("案件の名前。", "What the contract is called.")},
		{Key: "category", Heading: lang.Say("業務区分", "Category"), Kind: TextKind,
			Synonyms: lang.Words(
				`業務分類 業務種別 業務種類 業務の種類 業務カテゴリ 業務カテゴリー カテゴリ カテゴリー 作業区分 仕事の種類 仕事区分 業務分野 案件区分 案件分類 task_category`),
			Weak:        lang.Words(`内容 分類 分野 職種 業務内容 field`),
			Examples:    []string{"データ入力"},
			Description: lang.Say("データ入力、経理補助など。", "Data entry, book-keeping and so on.")},
		{Key: "kind", Heading: lang.Say("種別", "Kind"), Kind: ChoiceKind, Choices: kindChoices, Expected: true,
			Synonyms: lang.Words(
				`契約種別 契約種類 契約の種類 契約形態 契約区分 契約タイプ 案件種別 案件種類 案件タイプ 発注種別 発注形態 発注区分 受注種別 受注区分 受託種別 定期単発 定期・単発 定期/単発 定期単発の別 定期単発区分 継続区分
					継続単発 継続・単発 contract_type 継続スポット 定期スポット 定期か単発か 定期単発種別 定期or単発 単発・定期 契約の別 継続・単発の別 定期・単発の別`),
			Weak:     lang.Words(`種類 区分 形態 タイプ 取引形態 取引区分 type`),
			Examples: []string{"定期"},
			Description: lang.Say("定期か単発か。空欄の案件は、定期にかかわる指標に入れません。",
				"Recurring or one-off; where blank, figures of recurring work leave the contract out.")},
		{Key: "start_date", Heading: lang.Say("開始日", "Start"), Kind: DateKind, Expected: true,
			Synonyms: lang.Words(
				`開始年月日 契約開始日 契約開始 契約開始年月日 案件開始日 業務開始日 受託開始日 履行開始日 委託開始日 期間開始 期間開始日 契約期間開始 契約期間開始日 契約期間自 履行期間自 期間自 start_on`),
			Weak:     lang.Words(`契約日 契約年月日 契約締結日 受注日 受託日 着手日 開始 始期 自 着手 起算日 start from`),
			Examples: []string{"2025/7/1"},
			Description: lang.Say("契約期間の初日。空欄なら、最初の作業か請求の日からとみなします。",
				"First day of the term; where blank, the day of the first work or invoice.")},
		{Key: "end_date", Heading: lang.Say("終了日", "End"), Kind: DateKind,
			Synonyms: lang.Words(
				`終了年月日 契約終了日 契約終了 契約終了年月日 契約満了日 満了日 契約終期 案件終了日 業務終了日 受託終了日 契約期限 履行期限 履行終了日 委託終了日 期間終了 期間終了日 契約期間終了 契約期間終了日 契約期間至
					履行期間至 期間至 契約満了 契約満了年月日 満了年月日 期間満了 期間満了日 履行期間満了日 end_on`),
			Weak:        lang.Words(`完了日 終了 終期 至 解約日 解除日 end to until`),
			Blank:       lang.Words(`継続中 継続 自動更新 期間の定めなし`),
			Examples:    []string{"2026/3/31"},
			Description: lang.Say("契約期間の末日。空欄は継続中。", "Last day of the term; blank is running.")},
		{Key: "monthly", Heading: lang.Say("月額", "Monthly fee"), Kind: AmountKind, Monthly: "monthly",
			Not: lang.Words(`ワーカー 外注 原価 再委託`), Or: "amount",
			Synonyms: lang.Words(
				`月額料金 月額報酬 月額契約額 月額単価 月額委託料 月額委託費 月額金額 月額費用 月額受託額 月額受託料 月額税抜 月額税込 月ごとの額 月次金額 月料金 月当たり 月あたり 月額円 monthly_fee
					monthly_amount 月額契約料 月額基本料 月額固定費 月次報酬 月次契約額`),
			Weak:        lang.Words(`月々 月単価`),
			Blank:       lang.Words(`なし 無し`),
			Examples:    []string{"50000"},
			Description: lang.Say("毎月の額（円）。", "Yen a month.")},
		{Key: "amount", Heading: lang.Say("契約額", "Contract amount"), Kind: AmountKind, Monthly: "monthly",
			Not: lang.Words(`ワーカー 外注 原価 再委託`), Or: "monthly",
			Synonyms: lang.Words(
				`契約金額 契約総額 契約料 契約額総額 契約額合計 受注額 受注金額 受託額 受託金額 受託料 委託料 委託費 委託金額 請負額 請負金額 発注額 発注金額 案件金額 案件額 契約期間総額 契約額税抜 契約額税込
					contract_amount total_amount 契約額合計税込 一括契約額 受託総額 受注総額 契約総金額`),
			Weak:        lang.Words(`金額 総額 total price 全体額 一括 一括額`),
			Blank:       lang.Words(`なし 無し`),
			Examples:    []string{""},
			Description: lang.Say("契約期間全体の額（円）。", "Yen for the whole term.")},
		{Key: "form", Heading: lang.Say("受託形態", "Form"), Kind: ChoiceKind, Choices: formChoices,
			Synonyms:    lang.Words(`受注形態 受託方式 受注方式 受託体制 受託タイプ 受託の形 実施形態 運営形態 実施方式 受託区分 チーム区分 delivery_form`),
			Weak:        lang.Words(`体制 実施体制 対応形態 実施方法`),
			Examples:    []string{"チーム"},
			Description: lang.Say("チーム・マッチング・ハイブリッド。", "Team, matching, hybrid.")},
		{Key: "renews", Heading: lang.Say("更新元案件ID", "Renews"), Kind: IDKind, Aside: true,
			Refers: "contract_id",
			Synonyms: lang.Words(`更新元 更新元ID 更新元番号 更新元コード 更新元契約 更新元契約ID 更新元契約番号 更新元案件 更新元案件番号 更新元案件名 更新前案件ID
				更新前案件番号 更新前の案件番号 更新前の契約番号 更新前契約 更新前契約番号 更新前契約ID 前契約 前契約ID 前契約番号 前契約No 前回契約 前回契約番号 前回契約ID 前回案件
				前回案件ID 前回案件番号 旧契約 旧契約番号 旧契約ID 旧案件ID 旧案件番号 継続元 継続元ID 継続元案件 継続元案件ID 継続元契約 従前契約 従前契約番号 renewal_of renewed_from
				previous_contract previous_contract_id`),
			Weak:     lang.Words(`前の契約 前の案件 更新前 前回`),
			Blank:    lang.Words(`新規 新規契約 初回`),
			Examples: []string{""},
			Description: lang.Say("契約を更新して新しい行にしたときの、前の行の案件ID。つながった行は1件の案件として数えます。",
				"The id of the row that this one renews; rows joined so count as one contract.")},
		{Key: "parent", Heading: lang.Say("切り出し元業務", "Cut out of"), Kind: TextKind,
			Synonyms: lang.Words(
				`切出し元業務 切出元業務 切り出し元 切出し元 切出元 元となる業務 親業務 親案件 切り出し業務 切出し業務 切出業務 業務切り出し元 業務切出元 分解元業務 分解元 切り分け元 source_work
					parent_work`),
			Weak:        lang.Words(`元業務 元の業務`),
			Examples:    []string{"経理"},
			Description: lang.Say("この案件のもとになった発注者の業務。", "The client's job this was cut out of.")},
		{Key: "written_date", Heading: lang.Say("条件明示日", "Terms in writing"), Kind: DateKind, Aside: true,
			Synonyms: lang.Words(
				`条件明示 取引条件明示日 取引条件の明示日 取引条件明示 条件提示日 条件通知日 条件書交付日 条件明示書交付日 書面交付日 書面交付 発注書交付日 発注書発行日 三条通知日 3条通知日 written_on
					terms_date`),
			Weak:        lang.Words(`明示日 発注書日 発注書日付 契約書交付日`),
			Examples:    []string{"2025/6/20"},
			Description: lang.Say("取引条件を書面などで示した日。", "When the terms were given in writing.")},
		{Key: "notice_date", Heading: lang.Say("終了予告日", "Notice of end"), Kind: DateKind, Aside: true,
			Synonyms: lang.Words(
				`終了予告 終了通知日 解除予告日 解約予告日 解約通知日 契約終了予告日 契約終了通知日 契約解除予告日 予告年月日 中途解除予告日 不更新予告日 不更新通知日 更新拒絶通知日 notice_on`),
			Weak:        lang.Words(`予告日`),
			Examples:    []string{"2026/2/20"},
			Description: lang.Say("終わることを知らせた日。", "When the end was announced.")},
		{Key: "resale", Heading: lang.Say("再委託明示", "Resale stated"), Kind: YesNoKind, Aside: true,
			Synonyms: lang.Words(
				`再委託の明示 再委託明示有無 再委託有無 再委託の有無 再委託である旨の明示 再委託表示 再委託記載 再委託である旨 再委託の別 subcontract resale_stated`),
			Weak:        lang.Words(`再委託`),
			Examples:    []string{"×"},
			Description: lang.Say("再委託であることを示したか。", "Stated that the work is passed on; blank is no.")},
		{Key: "region", Heading: lang.Say("所在", "Region"), Kind: ChoiceKind, Choices: regionChoices, Instead: true,
			Aside:       true,
			Synonyms:    lang.Words(`発注者所在 発注者所在地 発注元所在地 取引先所在地 ` + regionWords),
			Weak:        lang.Words(`所在地 地域 エリア 地区 立地 区域 location area`),
			Description: lang.Say("発注者の所在。発注者シートがないときに使います。", "Where the client is; used where there is no clients sheet.")},
		{Key: "sector", Heading: lang.Say("発注者区分", "Sector"), Kind: ChoiceKind, Choices: sectorChoices, Instead: true,
			Aside:    true,
			Synonyms: lang.Words(`取引先区分 取引先種別 企業区分 法人区分 法人種別 団体区分 事業者区分 組織区分 組織種別 業種 業種区分 業態 業態区分 主体区分 セクター`),
			Weak:     lang.Words(`属性 主体 組織形態`),
			Else:     lang.Words(`区分 種類 形態`),
			Description: lang.Say("企業・自治体・団体・個人事業主。発注者シートがないときに使います。",
				"Company, municipality, association, sole proprietor; used where there is no clients sheet.")},
		{Key: "municipality", Heading: lang.Say("自治体", "Municipality"), Kind: TextKind, Aside: true,
			Instead:  true,
			Synonyms: lang.Words(`市町村 市町村名 自治体名 市区町村 市区町村名 町村名 担当自治体 受託自治体 事業自治体 対象自治体 municipality_name`),
			Weak:     lang.Words(`町村`),
			Description: lang.Say("いくつかの自治体にまたがる拠点で書きます。空欄は pilot.toml の自治体です。",
				"For a hub of several towns; blank is the municipality of pilot.toml.")},
	},
}

var tasksSchema = Table{
	Key: Tasks, Sheet: lang.Say("作業ログ", "Tasks"), Required: true,
	Synonyms: lang.Words(
		`作業記録 作業実績 作業実績表 作業一覧 作業日報 作業日誌 作業報告 作業報告書 作業台帳 作業履歴 作業管理 作業 業務日報 業務日誌 業務記録 業務ログ 業務実績 業務報告 業務報告書 稼働実績 稼働記録 稼働ログ 稼働表
		稼働報告 稼働日報 日報 日報一覧 日誌 就業記録 活動記録 活動ログ 活動日報 実績表 実績記録 タスク タスク一覧 タスクログ タスク記録 作業明細 報酬明細 支払明細 就業ログ ワークログ ログ
		tasks task task_log tasklog work_log worklog timesheet log logs daily_report 作業時間管理 タスク管理 タスク管理表 稼働管理 稼働管理表 業務管理表
		作業管理表 報酬管理 報酬管理表`),
	Description: lang.Say("1回の作業につき1行。", "One row a piece of work."),
	Columns: []Column{
		{Key: "date", Heading: lang.Say("作業日", "Date"), Kind: DateKind, Fact: true, Required: true,
			Synonyms: lang.Words(
				`作業日付 作業年月日 作業実施日 実施日 実施年月日 業務日 業務日付 業務実施日 稼働日 稼働年月日 活動日 就業日 勤務日 対応日 work_date worked_on 従事日 従事年月日 作業した日 作業開始日
					業務年月日 作業をした日 やった日 働いた日 仕事をした日 仕事した日`),
			Weak:        lang.Words(`日付 日 年月日 日時 月日 記録日 報告日 日報日付 day start_date 開始日 開始年月日`),
			Examples:    []string{"2025/7/10"},
			Description: lang.Say("作業をした日。", "Day of the work.")},
		{Key: "participant_id", Heading: lang.Say("参加者ID", "Participant ID"), Kind: IDKind, Required: true,
			Synonyms: lang.Words(participantIDWords + ` 担当ワーカーID 従事者ID`),
			Weak: lang.Words(
				`参加者 ワーカー テレワーカー 担当者 担当 担当ワーカー 作業者 作業担当 作業担当者 受講者 受講生 会員 メンバー スタッフ 実施者 従事者 participant worker user
					member employee ユーザー ユーザ 従業員 作業した人 作業をした人 担当した人 やった人 働いた人 仕事をした人`),
			Last:        lang.Words(personNameWords + ` name full_name`),
			Examples:    []string{"P01"},
			Description: lang.Say("参加者シートのID。", "An id of the participants sheet.")},
		{Key: "contract_id", Heading: lang.Say("案件ID", "Contract ID"), Kind: IDKind,
			Synonyms:    lang.Words(contractIDWords),
			Weak:        lang.Words(`案件 契約 プロジェクト PJ 受託案件 受注案件 contract project`),
			Examples:    []string{"A01"},
			Description: lang.Say("案件シートのID。", "An id of the contracts sheet.")},
		{Key: "title", Heading: lang.Say("作業名", "Title"), Kind: TextKind, Aside: true,
			Synonyms: lang.Words(`作業内容 作業件名 作業項目 業務内容 業務名 タスク名 タスク内容 仕事内容 仕事名 実施内容 活動内容 作業工程 業務の内容 従事内容 案件名称 契約名 契約名称 契約件名
				業務名称 プロジェクト名 PJ名 受託業務名 委託業務名`),
			Weak:        lang.Words(`作業 件名 内容 業務 タスク 工程 品目 成果物 案件名 task work description subject`),
			Examples:    []string{"請求書40件の入力"},
			Description: lang.Say("何をしたか。", "What was done.")},
		{Key: "hours", Heading: lang.Say("時間", "Hours"), Kind: HoursKind, Fact: true,
			Compound: "作業 業務 稼働 実働 活動 従事 就業 実 所要 かかった かけた 働いた 作業した 実際の|時間 時間数",
			Synonyms: lang.Words(
				`作業時間 作業時間数 時間数 稼働時間 稼働時間数 実働時間 実働 実働時間数 実作業時間 実稼働時間 業務時間 従事時間 従事時間数 就業時間 活動時間 作業時間h 時間h work_hours 作業h 稼働h 実働h
					実績時間 実績工数 作業実績時間 かかった時間 作業所要時間 稼働実績 作業時間計 実績h 実稼働 実稼働h 何時間かかりましたか 所要`),
			Weak: lang.Words(`稼働 工数 勤務時間 労働時間 所要時間 秒 秒数 作業秒数 分数 作業分数 総労働時間 総勤務時間 総作業時間 総稼働時間 合計時間 勤務時間計
				労働時間計 労働合計時間 労働合計 勤務合計時間
				勤務時間合計 期間 h hour hrs duration time time_spent time_worked hours_worked worked_hours working_hours`),
			Examples:    []string{"2.5"},
			Description: lang.Say("かかった時間（本人の申告）。", "Hours, as the worker declares them.")},
		{Key: "pay", Heading: lang.Say("報酬", "Pay"), Kind: AmountKind, Not: lang.Words(clientWords),
			Compound: "お礼 謝礼 報酬 作業報酬 業務報酬 ワーカー報酬 成果報酬 作業代|額 の額 金額 の金額",
			Synonyms: lang.Words(
				`報酬額 報酬金額 報酬予定額 予定報酬 予定報酬額 支払予定額 支払い予定額 支払予定 支払予定金額 支払報酬 支払い報酬 支払報酬額 約定額 約定報酬 約束額 取決額 取り決め額 謝礼 謝礼金 謝礼金額 謝礼額 謝金 謝金額
					作業報酬 作業報酬額 ワーカー報酬 ワーカー報酬額 委託報酬 業務報酬 報酬税込 報酬税抜 工賃 reward wage payment_due agreed_pay 受取予定額 報酬予定 報酬総額 報酬の額 報酬合計 報酬計
					ワーカー支払額 お礼 作業料 ワーカー支払予定額 作業代金 支給予定額`),
			Weak:        lang.Words(`金額 手当 賃金 fee 委託料 業務委託料 対価 代金 合計金額 合計額 合計報酬 報酬合計額 報酬合計金額`),
			Examples:    []string{"3500"},
			Description: lang.Say("拠点がワーカーに約束した額（円）。", "Yen the hub agreed to pay the worker.")},
		{Key: "delivered_date", Heading: lang.Say("納品日", "Delivered"), Kind: DateKind, Fact: true,
			Compound: "納品 納入 成果物納品 成果物提出 提出 納品物提出|日 年月日 日付 した日 完了日 済日 実績日",
			Synonyms: lang.Words(
				`納品年月日 納品済日 納入日 納入年月日 成果物提出日 成果物納品日 納品完了日 受取日 delivered delivered_on delivery_date 納品した日 納品実績日 成果品納品日 成果品提出日`),
			Weak:        lang.Words(`納品 受領日 提出日 引渡日 引き渡し日`),
			Last:        lang.Words(`納品完了`),
			Blank:       lang.Words(`未 未納品 未納 作業中`),
			Examples:    []string{"2025/7/12"},
			Description: lang.Say("成果物を渡した日。空欄は未納品。", "Blank: not delivered.")},
		{Key: "due_date", Heading: lang.Say("納期", "Due"), Kind: DateKind,
			Compound: "納品 納入 提出 作業 完了 完成 成果物提出|期限 期限日 期日 締切 締切日 〆切 〆切日 締め切り 締め切り日 予定日 予定年月日",
			Synonyms: lang.Words(
				`納品期限 納品期日 納品予定日 納期日 納期限 納入期限 納入期日 提出期限 提出期日 締め切り日 〆切日 完了予定日 完了期限 deadline due_on 納品締切 納品締切日 提出締切 提出締切日`),
			Weak:        lang.Words(`期限 期限日 期日 締切 締切日 締め切り 〆切 due`),
			Examples:    []string{"2025/7/15"},
			Description: lang.Say("納めるはずの日。", "When it was due.")},
		{Key: "paid_date", Heading: lang.Say("支払日", "Paid on"), Kind: DateKind, Not: lang.Words(clientWords), Fact: true,
			Compound: "支払 支払い お支払 お支払い 報酬支払 報酬支払い 振込 振り込み 報酬振込 送金|日 年月日 日付 した日 をした日",
			Synonyms: lang.Words(
				`支払年月日 支払い日 支払済日 支払済み日 支払実施日 支払実行日 支払完了日 報酬支払日 報酬支払い日 報酬支払年月日 謝礼支払日 振込日 振込年月日 振込み日 振り込み日 振込実施日 振込済日 報酬振込日 報酬入金日 送金日
					paid_on payment_date pay_date 着金日 支給日 支払実績日 支払完了年月日 報酬受取日 支払いをした日 お支払日 お支払い日 ワーカー支払日 ワーカー振込日 ワーカー支払い日 ワーカー入金日
					謝礼支払年月日`),
			Weak:        lang.Words(`精算日 入金日 入金年月日 入金確認日`),
			Last:        lang.Words(`支払完了 支払済 支払済み`),
			Blank:       lang.Words(`未 未払 未払い 未支払 未支払い 支払待ち`),
			Examples:    []string{"2025/8/29"},
			Description: lang.Say("ワーカーに支払った日。空欄は未払い。", "Blank: not yet paid.")},
		{Key: "paid", Heading: lang.Say("支払額", "Paid"), Kind: AmountKind, Not: lang.Words(clientWords), Fact: true,
			Synonyms: lang.Words(
				`支払金額 支払い額 支払い金額 支払済額 支払済み額 支払済金額 支払実績 支払実績額 実支払額 実際の支払額 実支給額 報酬支払額 振込額 振込金額 振込み額 振り込み額 送金額 paid_amount amount_paid
					支給金額 実支払金額 支払実額 報酬支払金額`),
			Weak:        lang.Words(`支払 payment 支給額 入金額 入金金額`),
			Examples:    []string{"3500"},
			Description: lang.Say("実際に支払った額（円）。空欄は報酬と同じ。", "Yen really paid; blank is the pay.")},
		{Key: "checked", Heading: lang.Say("Wチェック", "Double check"), Kind: YesNoKind,
			Compound: "ダブル W Ｗ 二重 2重 相互 クロス 第三者 二人 2人 複数人 ピア 二次 2次|チェック 確認 点検 検品 検証 レビュー 照合|- 済 済み 有無 の有無 実施 実施済 完了 欄",
			Synonyms: lang.Words(
				`ダブルチェック Wチェック有無 Wチェック済 Wチェック済み ダブルチェック有無 ダブルチェック済 ダブルチェック済み 二重チェック 2重チェック 二次チェック 2次チェック チェック有無 チェック済 チェック済み 検品済
					検品有無 品質チェック 相互チェック 確認済 確認済み double_check doublecheck w_check wcheck ダブルチェック実施 Wチェック実施 相互確認
					相互確認済 相互点検 2人目確認 二人目確認 第二者確認`),
			Weak:        lang.Words(`チェック 確認 点検 検品 検収 check`),
			Examples:    []string{"○"},
			Description: lang.Say("2人目が確かめたか。空欄は「いいえ」。", "A second person checked it; blank is no.")},
		{Key: "rework", Heading: lang.Say("手戻り", "Rework"), Kind: CountKind,
			Compound: "手戻り 手直し やり直し 差し戻し 差戻し 再作業 修正 再提出 修正依頼 再納品|- 回数 件数 有無 の有無 の回数 あり",
			Synonyms: lang.Words(
				`手戻 手戻り有無 手戻り回数 手戻り件数 手戻り数 手戻りの有無 手直し 手直し有無 手直し回数 やり直し やり直し回数 やりなおし 再作業 再作業回数 再作業有無 修正回数 修正有無 差戻 差戻し 差し戻し 差戻し回数
					差し戻し回数 差戻し有無 redo reworks 手戻りの回数 修正依頼 修正依頼回数 やり直し有無`),
			Weak:        lang.Words(`修正 戻り 戻し`),
			Examples:    []string{"×"},
			Description: lang.Say("やり直しの有無か回数。空欄は「なし」。", "Yes, no or how often; blank is no.")},
		{Key: "client_id", Heading: lang.Say("発注者ID", "Client ID"), Kind: IDKind, Instead: true, Aside: true,
			Synonyms: lang.Words(clientIDWords),
			Weak:     lang.Words(clientNameWords),
			Description: lang.Say("発注者のIDか名称。案件名だけで案件が決まらないときに使います。",
				"The client's id or name; used where a title alone does not tell the contract.")},
		{Key: "kind", Heading: lang.Say("種別", "Kind"), Kind: ChoiceKind, Choices: kindChoices, Instead: true, Aside: true,
			Synonyms: lang.Words(
				`契約種別 契約種類 契約の種類 契約形態 契約区分 案件種別 案件区分 発注種別 発注形態 定期単発 定期・単発 定期/単発 定期単発の別 定期単発区分 継続区分 継続単発 継続・単発 定期か単発か`),
			Weak:        lang.Words(`取引形態 取引区分`),
			Last:        lang.Words(`区分 種類 形態`),
			Description: lang.Say("定期か単発か。案件シートがないときに使います。", "Recurring or one-off; used where there is no contracts sheet.")},
		whoseCohort,
		{Key: "start", Heading: lang.Say("開始", "Start"), Kind: ClockKind, Instead: true, Aside: true, Fact: true,
			Compound: "作業 業務 仕事 稼働 就業 -|開始 スタート はじめ 始め|時刻 時間 の時刻 の時間",
			Synonyms: lang.Words(
				`開始時刻 開始時間 始業 始業時刻 始業時間 出勤 出勤時刻 出勤時間 出勤打刻 作業開始 作業開始時刻 作業開始時間 業務開始 業務開始時刻 業務開始時間 勤務開始 勤務開始時刻 就業開始 就業開始時刻 稼働開始 稼働開始時刻
					開始1 開始時刻1 始業1 出勤1 午前開始 午前始業 午前出勤 午前開始時刻 午前開始時間 作業開始1 はじめ start_time time_in clock_in started_at`),
			Weak:        lang.Words(`始め 始 from in 入室 打刻開始 自 入`),
			Description: lang.Say("作業を始めた時刻。時間の代わりに使います。", "When the work began; with the end it does in place of hours.")},
		{Key: "end", Heading: lang.Say("終了", "End"), Kind: ClockKind, Instead: true, Aside: true, Fact: true,
			Compound: "作業 業務 仕事 稼働 就業 -|終了 おわり 終わり おしまい|時刻 時間 の時刻 の時間",
			Synonyms: lang.Words(
				`終了時刻 終了時間 終業 終業時刻 終業時間 退勤 退勤時刻 退勤時間 退勤打刻 作業終了 作業終了時刻 作業終了時間 業務終了 業務終了時刻 業務終了時間 勤務終了 勤務終了時刻 就業終了 就業終了時刻 稼働終了 稼働終了時刻
					終了1 終了時刻1 終業1 退勤1 午前終了 午前終業 午前退勤 午前終了時刻 午前終了時間 作業終了1 終了日時
					作業終了日時 業務終了日時 終業日時 退勤日時 おわり end_time time_out clock_out ended_at`),
			Weak: lang.Words(`終わり 終 to out until 退室 打刻終了 至`),
			Description: lang.Say("作業を終えた時刻。日付をまたぐときは 25:30 または 翌1:30。",
				"When it ended; past midnight 25:30 or 翌1:30.")},
		{Key: "break", Heading: lang.Say("休憩", "Break"), Kind: RestKind, Instead: true, Aside: true,
			Compound: "休憩 中休み 中抜け 休息|- 時間 の時間 時間数",
			Synonyms: lang.Words(
				`休憩時間 休憩時間数 休憩分 休憩計 休憩時間計 休憩合計 休憩時間合計 中抜け 中抜け時間 中断 中断時間 控除時間 昼休み 昼休憩 休息 休憩h rest rest_time break_time`),
			Weak:        lang.Words(`breaks pause lunch 休憩等`),
			Description: lang.Say("休んだ長さ（0:45、45分など）。空欄は休憩なし。", "The length of the rest, such as 0:45; blank is none.")},
		{Key: "start2", Heading: lang.Say("開始2", "Start 2"), Kind: ClockKind, Instead: true, Aside: true, Fact: true,
			Synonyms: lang.Words(
				`開始時刻2 開始時間2 始業2 始業時刻2 出勤2 出勤時刻2 午後開始 午後始業 午後出勤 午後開始時刻 午後開始時間 作業開始2 作業開始時刻2 業務開始2 再開 再開時刻 start_time2`),
			Description: lang.Say("2回目に始めた時刻（午後など）。", "When the second part of the work began.")},
		{Key: "end2", Heading: lang.Say("終了2", "End 2"), Kind: ClockKind, Instead: true, Aside: true, Fact: true,
			Synonyms: lang.Words(
				`終了時刻2 終了時間2 終業2 終業時刻2 退勤2 退勤時刻2 午後終了 午後終業 午後退勤 午後終了時刻 午後終了時間 作業終了2 作業終了時刻2 業務終了2 end_time2`),
			Description: lang.Say("2回目に終えた時刻。", "When the second part ended.")},
		{Key: "start3", Heading: lang.Say("開始3", "Start 3"), Kind: ClockKind, Instead: true, Aside: true, Fact: true,
			Synonyms: lang.Words(
				`開始時刻3 開始時間3 始業3 始業時刻3 出勤3 出勤時刻3 夜間開始 夜開始 夜間始業 夜間出勤 夜間開始時刻 作業開始3 作業開始時刻3 業務開始3 start_time3`),
			Description: lang.Say("3回目に始めた時刻（夜間など）。", "When the third part of the work began.")},
		{Key: "end3", Heading: lang.Say("終了3", "End 3"), Kind: ClockKind, Instead: true, Aside: true, Fact: true,
			Synonyms: lang.Words(
				`終了時刻3 終了時間3 終業3 終業時刻3 退勤3 退勤時刻3 夜間終了 夜終了 夜間終業 夜間退勤 夜間終了時刻 作業終了3 作業終了時刻3 業務終了3 end_time3`),
			Description: lang.Say("3回目に終えた時刻。", "When the third part ended.")},
		{Key: "span", Heading: lang.Say("時間帯", "Hours of the day"), Kind: SpanKind, Instead: true, Aside: true, Fact: true,
			Synonyms: lang.Words(
				`作業時間帯 業務時間帯 勤務時間帯 従事時間帯 稼働時間帯 就業時間帯 活動時間帯 実施時間帯 対応時間帯 作業時刻 勤務時刻 開始終了 開始・終了 開始～終了 開始終了時刻 開始・終了時刻 time_range`),
			Description: lang.Say("始めと終わりの時刻を1つの欄に（9:00〜12:00）。", "Start and end in one cell, such as 9:00-12:00.")},
		{Key: "end_date", Heading: lang.Say("終了日", "End date"), Kind: DateKind, Instead: true, Aside: true, Fact: true,
			Synonyms: lang.Words(
				`終了年月日 作業終了日 作業終了年月日 業務終了日 業務終了年月日 退勤日 退勤年月日 終業日 end_on ended_on`),
			Description: lang.Say("作業を終えた日（日付をまたぐとき）。", "The day on which the work ended, where that is another one.")},
	},
}
