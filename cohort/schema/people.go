package schema

import "pilot90/cohort/lang"

// participantIDWords are the headings under which hubs keep a person's id, in any sheet.
const participantIDWords = `参加者番号 参加者No 参加者No. 参加者コード 参加番号 参加ID 登録番号 登録ID 登録No 登録者ID 登録者番号 会員番号 会員ID
	会員No 会員コード ワーカーID ワーカー番号 ワーカーNo ワーカーコード テレワーカーID テレワーカー番号 受講者ID 受講者番号 受講者No 受講番号
	受講生ID 受講生番号 担当者ID 担当者番号 担当者コード 担当者No 研修生ID 研修生番号 利用者ID 利用者番号 メンバーID メンバー番号 メンバーコード 従業員コード 従業員番号
	従業員ID 社員番号 社員コード 社員ID スタッフID
	スタッフ番号 作業者ID 作業者番号 作業者コード 候補者ID 候補者番号 在宅ワーカーID 個人ID 個人コード 学籍番号 学生番号 学生ID
	生徒ID 生徒番号 実習生ID 実習生番号 インターンID worker_id member_id user_id staff_id
	person_id`

// personNameWords are the headings of a column of names, which stands for the ids where a sheet has
// none (see C241).
const personNameWords = `氏名 名前 お名前 参加者名 参加者氏名 ワーカー名 ワーカー氏名 作業者名 作業者氏名 担当者名 担当者氏名 受講者名 受講者氏名 受講生名 受講生氏名 会員名 メンバー名 従事者名
	実施者名 スタッフ名 スタッフ氏名 従業員名 従業員氏名 利用者名 利用者氏名 登録者名 登録者氏名 勤務者名 勤務者氏名`

// cohortWords are the headings under which hubs keep which cohort somebody belongs to, in any sheet.
const cohortWords = `期別 期数 期生 第何期 募集期 募集回 受講期 受講回 参加期 実施期 開催期 研修期 クール ターム 年度期 期区分 所属期 batch intake term`

// whoseCohort is the column of a log that tells two people of one name apart.
var whoseCohort = Column{Key: "cohort", Heading: lang.Say("コホート", "Cohort"), Kind: TextKind, Instead: true, Aside: true,
	Synonyms: lang.Words(cohortWords), Weak: lang.Words(`期`),
	Description: lang.Say("参加者の期。同じ氏名の人が2人いるときに、どちらの記録かを決めます。",
		"The participant's cohort; tells apart two people of one name.")}

var participantsSchema = Table{
	Key: Participants, Sheet: lang.Say("参加者", "Participants"), Required: true,
	Synonyms: lang.Words(`名簿 参加者名簿 参加者一覧 参加者リスト 参加者台帳 参加者情報 参加者マスタ 参加者マスター 登録者 登録者名簿 登録者一覧 登録名簿 登録台帳
		受講者 受講者名簿 受講者一覧 受講生 受講生名簿 受講生一覧 ワーカー ワーカー名簿 ワーカー一覧 ワーカーリスト ワーカー登録 テレワーカー テレワーカー名簿
		会員 会員名簿 会員一覧 メンバー メンバー名簿 メンバー一覧 メンバーリスト 研修生 研修生名簿 利用者名簿 利用者一覧 学生名簿 候補者 候補者一覧
		人材名簿 人材台帳 人材バンク participants members workers roster participant member worker メンバー表 参加者表 人員名簿 参加者管理 参加者管理表`),
	Description: lang.Say("参加者1人につき1行。", "One row a participant."),
	Telling: lang.Words(
		`cohort residence situations registered_date start_date trained_date exit_date prior_income role_date
		nda_date security_date outcome`),
	Columns: []Column{
		{Key: "participant_id", Heading: lang.Say("参加者ID", "Participant ID"), Kind: IDKind, Required: true, ByName: "name",
			Synonyms: lang.Words(participantIDWords),
			Weak:     lang.Words(`ID 管理番号 整理番号 名簿番号 コード participant worker`),
			Last:     lang.Words(`No. 番号 通し番号 受付番号 職員番号`),
			Examples: []string{"P01", "P02"},
			Description: lang.Say("参加者を見分ける番号。重ならないこと。先頭の0も区別します。列がなければ氏名で見分けます。",
				"Tells participants apart; unique; leading zeros count. Without the column names do.")},
		{Key: "cohort", Heading: lang.Say("コホート", "Cohort"), Kind: TextKind, Aside: true,
			Synonyms: lang.Words(cohortWords),
			Weak:     lang.Words(`期`),
			Examples: []string{"第1期", "第1期"},
			Description: lang.Say("第1期、第2期など。列がなければ全員を1つの期とみなします。",
				"Cohort 1, Cohort 2 …; without the column everyone is one cohort.")},
		{Key: "name", Heading: lang.Say("氏名", "Name"), Kind: TextKind, Aside: true,
			Synonyms: lang.Words(`名前 お名前 参加者名 参加者氏名 ワーカー名 ワーカー氏名 受講者名 受講者氏名 受講生名 受講生氏名 会員名 会員氏名 登録者名 登録者氏名
				メンバー名 研修生氏名 研修生名 利用者名 学生氏名 学生名 姓名 ご氏名 full_name fullname`),
			Weak:        lang.Words(`担当者名 担当者氏名 スタッフ名 本名`),
			Examples:    []string{"緑川 はなこ", "緑川 たろう"},
			Description: lang.Say("拠点の中だけで使い、ほかの版には出しません。", "Never leaves the hub edition.")},
		{Key: "gender", Heading: lang.Say("性別", "Gender"), Kind: ChoiceKind, Choices: genderChoices,
			Synonyms:    lang.Words(`男女 男女別 男女の別 性 ジェンダー 性別区分 sex`),
			Examples:    []string{"女性", "男性"},
			Description: lang.Say("女性・男性・その他・無回答。", "Female, male, other, no answer.")},
		{Key: "birth_year", Heading: lang.Say("生年", "Birth year"), Kind: YearKind, Or: "age_band",
			Synonyms:    lang.Words(`生まれ年 出生年 誕生年 生年西暦 生年和暦 西暦生年 生まれた年 生誕年 year_of_birth`),
			Weak:        lang.Words(`生年月日 birthday birth_date date_of_birth`),
			Examples:    []string{"1988", ""},
			Description: lang.Say("生まれた年。年代とどちらかでよい。", "Year of birth; either this or the age band.")},
		{Key: "age_band", Heading: lang.Say("年代", "Age band"), Kind: DecadeKind, Or: "birth_year",
			Synonyms:    lang.Words(`年齢層 年齢区分 年齢階層 年齢帯 年代別 年代区分 年齢階級 age_group generation`),
			Weak:        lang.Words(`年齢 世代 age`),
			Examples:    []string{"30代", "40代"},
			Description: lang.Say("30代など。", "30s and so on.")},
		{Key: "residence", Heading: lang.Say("居住区分", "Residence"), Kind: ChoiceKind, Choices: residenceChoices,
			Synonyms: lang.Words(`居住地区分 居住形態 居住状況 住居区分 住民区分 住所区分 在住区分 町内外 市内外 村内外
				町内外区分 市内外区分 村内外区分 町内町外 市内市外 村内村外 町内町外の別 町内外の別 市内外の別 域内外 町民・町外 市民・市外 村民・村外 residency`),
			Weak:        lang.Words(`居住 居住地 居住エリア 居住地域 住まい お住まい 在住 在住地 移住区分`),
			Examples:    []string{"住民", "移住"},
			Description: lang.Say("住民・移住・町外。空欄は住民とみなします。", "Resident, migrant or outside; blank is resident.")},
		{Key: "situations", Heading: lang.Say("事情", "Situations"), Kind: ListKind, Choices: situationChoices,
			Synonyms: lang.Words(`事情区分 個別事情 参加者属性 参加背景 参加者の事情 参加者の状況 働き方の事情 家庭の事情 家庭状況 生活状況 世帯状況 世帯の状況
				制約条件 配慮事項 対象区分 該当事項 該当区分 就業制約 就業上の配慮 家庭の事情等 situation`),
			Weak:        lang.Words(`状況 属性 背景 特性 制約 本人の状況 attributes`),
			Examples:    []string{"子育て、副業", ""},
			Description: lang.Say("子育て・介護・シニア・学生・障がい・ひとり親・副業・求職・その他。いくつでも。", "Any number of the listed situations.")},
		{Key: "registered_date", Heading: lang.Say("登録日", "Registered"), Kind: DateKind,
			Synonyms: lang.Words(`登録年月日 登録日付 入会日 入会年月日 会員登録日 ワーカー登録日
				名簿登録日 登録した日 登録受付日 registration_date registered_on`),
			Weak:        lang.Words(`申込日 申込年月日 申し込み日 申込受付日 エントリー日 受付日 応募日`),
			Examples:    []string{"2025/5/20", ""},
			Description: lang.Say("名簿に載った日。空欄は開始日とみなします。", "Blank is the start date.")},
		{Key: "start_date", Heading: lang.Say("開始日", "Start"), Kind: DateKind, Expected: true,
			Synonyms: lang.Words(
				`開始年月日 開始日付 参加開始日 受講開始日 研修開始日 サイクル開始日 プログラム開始日 スタート日 受入開始日 利用開始日 活動開始日 起算日 始期 開講日 入講日 入校日 入所日 started started_on
					start_on 開始した日 サイクル開始 活動開始 受講開始年月日 研修開始年月日 参加開始年月日`),
			Weak:     lang.Words(`参加日 参加開始 受講開始 研修開始 スタート 着手日 初日 開始 start 研修初日 1日目`),
			Last:     lang.Words(`契約開始日`),
			Examples: []string{"2025/6/2", "2025/6/2"},
			Description: lang.Say("30/30/30 の1日目。空欄の人は、サイクルの指標に入れません。",
				"Day 1 of the 30/30/30 cycle; where blank, figures of the cycle leave the person out.")},
		{Key: "trained_date", Heading: lang.Say("研修修了日", "Training completed"), Kind: DateKind, Fact: true,
			Compound: "研修 受講 講座 講習 訓練 課程 基礎研修 初期研修|修了 終了 完了|日 年月日 日付 した日",
			Synonyms: lang.Words(`研修終了日 研修完了日 研修修了年月日 修了日 修了年月日 受講修了日 受講終了日 受講完了日 講座修了日 講座終了日 講習修了日
				研修了日 訓練修了日 trained_on training_completed_date 研修完了年月日 研修修了日付 修了証交付日`),
			Weak:        lang.Words(`修了 研修修了 完了日 修了認定日 trained`),
			Blank:       lang.Words(`未 未修了 受講中 研修中`),
			Examples:    []string{"2025/6/30", ""},
			Description: lang.Say("研修を終えた日。空欄は未修了。", "Blank: not completed.")},
		{Key: "exit_date", Heading: lang.Say("離脱日", "Exit"), Kind: DateKind, Fact: true,
			Compound: "離脱 退会 辞退 脱退 退所 中断 途中離脱 中途離脱 途中辞退 参加終了 参加辞退|日 年月日 日付 した日",
			Synonyms: lang.Words(`離脱年月日 離脱した日 途中離脱日 中途離脱日 退会日 退会年月日 辞退日 辞退年月日 脱退日 退所日 退出日 退校日 中断日 登録抹消日
				抹消日 登録解除日 exited_on left_on withdrawal_date 途中終了日 中途終了日 退所年月日 離脱日付 離脱年月`),
			Weak:        lang.Words(`離脱 退会 中止日 卒業日 登録終了日 活動終了日 利用終了日 exit`),
			Last:        lang.Words(`終了日 休止日`),
			Blank:       lang.Words(`在籍中 在籍 参加中 継続中`),
			Examples:    []string{"", "2025/7/31"},
			Description: lang.Say("離れた日。空欄は在籍。", "Blank: still taking part.")},
		{Key: "exit_reason", Heading: lang.Say("離脱理由", "Exit reason"), Kind: TextKind, Aside: true,
			Synonyms:    lang.Words(`離脱の理由 離脱事由 離脱要因 退会理由 退会事由 辞退理由 脱退理由 中断理由 退所理由 途中離脱理由`),
			Weak:        lang.Words(`終了理由 中止理由 reason`),
			Examples:    []string{"", "転居のため"},
			Description: lang.Say("離れた理由。", "Why the participant left.")},
		{Key: "prior_income", Heading: lang.Say("過去のテレワーク収入", "Prior telework income"), Kind: YesNoKind,
			Compound: "過去の 以前の これまでの 従来の 参加前の 開始前の -|テレワーク テレワークでの テレワークの 在宅 在宅での 在宅ワーク 在宅ワークの 在宅ワークでの リモートワーク 在宅就業 在宅勤務|収入 " +
				"収入の 報酬 報酬の 収入を得た|- 有無 経験 経験有無 経験の有無 実績 歴",
			Synonyms: lang.Words(`過去のテレワーク収入の有無 過去のテレワーク収入有無 過去の収入 過去収入 過去収入の有無 テレワーク収入経験 テレワーク収入の経験 テレワーク収入の有無 テレワーク収入歴
				テレワーク収入 これまでのテレワーク収入 以前のテレワーク収入 参加前収入 参加前の収入 参加前のテレワーク収入 従前収入 従前の収入 既収入 収入経験 収入経験の有無 収入歴 収入実績 在宅収入経験 在宅ワーク収入経験
				prior_telework_income previous_income 過去にテレワーク収入あり テレワークでの収入経験 テレワーク収入経験有無 収入経験有無 過去収入有無 これまでの在宅収入 これまでの収入 過去の在宅収入
				在宅収入の有無 在宅収入歴 在宅ワーク収入の有無 過去の在宅ワーク収入 以前の在宅ワーク収入 これまでの在宅ワーク収入 以前の在宅収入
				在宅収入の経験 在宅ワーク収入の経験 在宅ワークでの収入経験 在宅での収入経験 在宅収入経験 在宅ワーク収入`),
			Weak:        lang.Words(`在宅ワーク経験 テレワーク経験`),
			Examples:    []string{"×", "×"},
			Description: lang.Say("開始日より前にテレワークで収入があったか。空欄は「なし」。", "Yes: cannot be a first-income resident; blank is no.")},
		{Key: "role", Heading: lang.Say("役割", "Role"), Kind: ChoiceKind, Choices: roleChoices,
			Synonyms:    lang.Words(`役職 役割区分 職位 ポジション 担当役割 チーム内役割 チームでの役割 職務 職責 役割名 チーム役割 チーム内の役割`),
			Weak:        lang.Words(`立場 役 position`),
			Examples:    []string{"リーダー", "ワーカー"},
			Description: lang.Say("ワーカー・リーダー・ディレクター。", "Worker, leader, director.")},
		{Key: "role_date", Heading: lang.Say("役割就任日", "In role since"), Kind: DateKind, Fact: true,
			Synonyms: lang.Words(
				`就任日 就任年月日 役職就任日 役割開始日 任命日 任命年月日 役割任命日 委嘱日 登用日 昇格日 リーダー就任日 リーダー任命日 ディレクター就任日 role_since appointed`),
			Examples:    []string{"2025/7/15", "2025/6/2"},
			Description: lang.Say("その役割に就いた日。", "Since when.")},
		{Key: "nda_date", Heading: lang.Say("秘密保持契約日", "NDA signed"), Kind: DateKind, Fact: true,
			Compound: "秘密保持 機密保持 守秘義務 守秘 NDA|契約 契約書 誓約 誓約書 同意 同意書|日 年月日 締結日 締結年月日 提出日 提出年月日 署名日 取得日 受領日",
			Synonyms: lang.Words(`秘密保持契約締結日 秘密保持締結日 秘密保持日 秘密保持誓約日 秘密保持誓約書提出日 秘密保持契約年月日 NDA日 NDA締結日 NDA契約日 NDA提出日 NDA署名日
				守秘義務契約日 守秘義務契約締結日 守秘契約日 守秘義務誓約日 機密保持契約日 機密保持契約締結日 機密保持日 nda_signed`),
			Weak:        lang.Words(`NDA 秘密保持契約 誓約日 誓約書提出日 誓約書受領日`),
			Examples:    []string{"2025/6/2", "2025/6/2"},
			Description: lang.Say("秘密保持契約を結んだ日。", "Date of the non-disclosure agreement.")},
		{Key: "security_date", Heading: lang.Say("セキュリティ研修日", "Security training"), Kind: DateKind, Fact: true,
			Compound: "セキュリティ 情報セキュリティ 情報セキュリティー セキュリティー 情セキ|研修 講習 教育 講座|日 年月日 受講日 修了日 完了日 実施日 受講年月日",
			Synonyms: lang.Words(
				`セキュリティ研修受講日 セキュリティ研修修了日 セキュリティ研修実施日 セキュリティ研修年月日 セキュリティ受講日 セキュリティ講習日 セキュリティ講習受講日 セキュリティ講座受講日 セキュリティ教育日
				情報セキュリティ研修日 情報セキュリティ研修受講日 情報セキュリティ受講日 情報セキュリティ講習日 情報セキュリティ教育日 security_training_date`),
			Weak:        lang.Words(`セキュリティ研修 情報セキュリティ 情報セキュリティ研修`),
			Examples:    []string{"2025/6/10", "2025/6/10"},
			Description: lang.Say("セキュリティ研修を受けた日。", "Date of the security training.")},
		{Key: "outcome", Heading: lang.Say("進路", "Outcome"), Kind: ChoiceKind, Choices: outcomeChoices,
			Synonyms:    lang.Words(`進路区分 進路状況 進路先 進路結果 修了後進路 修了後の進路 卒業後の進路 その後の進路 就職状況 就職先区分 就業状況 帰結`),
			Weak:        lang.Words(`修了後 その後 成果区分 アウトカム result`),
			Examples:    []string{"継続", "その他"},
			Description: lang.Say("地元就職・町外就職・継続・就業移行・その他・未定。", "What became of the participant.")},
		{Key: "closed_date", Heading: lang.Say("対応終了日", "Closed"), Kind: DateKind, Fact: true, Aside: true,
			Synonyms: lang.Words(`対応終了年月日 対応完了日 フォロー終了日 フォロー完了日 支援終了日 支援完了日 連絡終了日 伴走終了日 相談終了日 closed_on`),
			Weak:     lang.Words(`対応終了 フォロー終了 支援終了`),
			Blank:    lang.Words(`対応中 継続中 支援中`),
			Examples: []string{"", "2025/8/29"},
			Description: lang.Say("拠点が連絡を終えた日。空欄は対応中。この日からは連絡の一覧に載せません。",
				"From this day on the hub calls no more; blank is open.")},
		{Key: "municipality", Heading: lang.Say("自治体", "Municipality"), Kind: TextKind, Aside: true,
			Instead:  true,
			Synonyms: lang.Words(`市町村 市町村名 自治体名 市区町村 市区町村名 町村名 居住自治体 居住市町村 住所地の市町村 所属自治体 参加自治体 municipality_name`),
			Weak:     lang.Words(`町村`),
			Description: lang.Say("いくつかの自治体にまたがる拠点で書きます。空欄は pilot.toml の自治体です。",
				"For a hub of several towns; blank is the municipality of pilot.toml.")},
	},
}

var trainingsSchema = Table{
	Key: Trainings, Sheet: lang.Say("研修", "Trainings"),
	Synonyms: lang.Words(`研修記録 研修受講記録 研修受講 研修履歴 研修実績 研修一覧 研修出席 研修出席簿 研修ログ 受講記録 受講履歴 受講実績 受講状況 講座 講座受講 講座受講記録 講座記録
		講習 講習記録 出席簿 出席記録 出欠 出欠簿 出欠表 セミナー セミナー記録 training training_log attendance courses`),
	Description: lang.Say("1人の1回の受講につき1行。", "One row an attendance."),
	Columns: []Column{
		{Key: "date", Heading: lang.Say("日付", "Date"), Kind: DateKind, Fact: true, Required: true,
			Synonyms:    lang.Words(`受講日 研修日 実施日 開催日 受講年月日 研修年月日 実施年月日 講座日 出席日 講習日 training_date`),
			Weak:        lang.Words(`年月日 日 日時 月日 開講日`),
			Examples:    []string{"2025/6/10"},
			Description: lang.Say("受講した日。", "Day of the course.")},
		{Key: "participant_id", Heading: lang.Say("参加者ID", "Participant ID"), Kind: IDKind, Required: true,
			Synonyms:    lang.Words(participantIDWords),
			Weak:        lang.Words(`ID 参加者 受講者 受講生 ワーカー 会員 メンバー 出席者 研修生 担当者 participant worker`),
			Last:        lang.Words(personNameWords),
			Examples:    []string{"P01"},
			Description: lang.Say("参加者シートのID。", "An id of the participants sheet.")},
		{Key: "course", Heading: lang.Say("講座名", "Course"), Kind: TextKind, Aside: true,
			Synonyms: lang.Words(
				`講座 講座名称 研修名 研修名称 研修講座 研修講座名 コース コース名 講習名 科目名 カリキュラム カリキュラム名 研修内容 受講内容 受講講座 受講講座名 受講科目 セミナー名 研修テーマ 講義名
					course_name`),
			Weak:        lang.Words(`内容 テーマ 単元 科目 講習 title subject プログラム プログラム名`),
			Examples:    []string{"情報の安全な扱い方"},
			Description: lang.Say("何の講座か。", "Which course.")},
		{Key: "hours", Heading: lang.Say("時間", "Hours"), Kind: HoursKind, Fact: true, Aside: true,
			Synonyms:    lang.Words(`時間数 受講時間 受講時間数 研修時間 研修時間数 実施時間 講座時間 参加時間 training_hours`),
			Weak:        lang.Words(`h hour duration 所要時間`),
			Examples:    []string{"2"},
			Description: lang.Say("受講した時間。", "Hours attended.")},
		{Key: "completed", Heading: lang.Say("修了", "Completed"), Kind: YesNoKind,
			Synonyms:    lang.Words(`修了有無 修了の有無 修了可否 修了状況 修了判定 修了認定 修了フラグ 修了済 修了済み 完了有無 合否 complete 修了区分 受講修了 受講完了 修了した`),
			Weak:        lang.Words(`完了 終了 合格 履修 passed finished`),
			Last:        lang.Words(`出席 出欠`),
			Examples:    []string{"○"},
			Description: lang.Say("研修を修了したか。空欄は「いいえ」。", "Yes completes the training; blank is no.")},
		whoseCohort,
	},
}
