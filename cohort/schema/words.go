package schema

import "pilot90/cohort/lang"

// The words of choice columns, with the other words hubs write for them.
var (
	genderChoices = []Choice{
		{Key: "female", Heading: lang.Say("女性", "Female"), Words: lang.Words(`女 女子 F`)},
		{Key: "male", Heading: lang.Say("男性", "Male"), Words: lang.Words(`男 男子 M`)},
		{Key: "other", Heading: lang.Say("その他", "Other"), Words: lang.Words(`その他の性 ノンバイナリー X 他`)},
		{Key: "no_answer", Heading: lang.Say("無回答", "No answer"),
			Words: lang.Words(`回答しない 未回答 答えない 答えたくない 非回答 非公表 不明 回答なし 未記入`)},
	}
	residenceChoices = []Choice{
		{Key: "resident", Heading: lang.Say("住民", "Resident"),
			Words: lang.Words(`町民 市民 村民 区民 町内 市内 村内 区内 域内 町内在住 市内在住 村内在住 町内居住 市内居住 村内居住 町内者 在住 在住者 地元
			地元住民 地域住民 町内住民 市内住民 村内住民 定住 定住者`)},
		{Key: "migrant", Heading: lang.Say("移住", "Migrant"),
			Words: lang.Words(`移住者 移住済 移住済み 転入 転入者 Iターン Uターン Jターン UIJターン UターンIターン 新住民 町内(移住) 住民(移住) 移住住民`)},
		{Key: "outside", Heading: lang.Say("町外", "Outside"),
			Words: lang.Words(`市外 村外 区外 域外 県外 町外在住 市外在住 村外在住 町外居住 市外居住 村外居住 町外者 町外の方 外部 外部人材 遠隔 域外在住 県外在住`)},
	}
	situationChoices = []Choice{
		{Key: "childcare", Heading: lang.Say("子育て", "Childcare"),
			Words: lang.Words(`子育て中 育児 育児中 子育て世帯 子育て世代 子育てママ 未就学児あり 乳幼児 産休 育休 育休中`)},
		{Key: "care", Heading: lang.Say("介護", "Family care"), Words: lang.Words(`介護中 家族介護 親の介護 看護 介護あり`)},
		{Key: "senior", Heading: lang.Say("シニア", "Senior"), Words: lang.Words(`高齢 高齢者 シニア層 65歳以上 60歳以上 退職者 定年後 定年退職`)},
		{Key: "student", Heading: lang.Say("学生", "Student"), Words: lang.Words(`高校生 大学生 専門学校生 高専生 短大生 大学院生 生徒 在学 在学中 学生等`)},
		{Key: "disability", Heading: lang.Say("障がい", "Disability"),
			Words: lang.Words(`障害 障碍 障がい者 障害者 障害あり 障がいあり 障がいのある方 障害者手帳 手帳あり 難病`)},
		{Key: "single_parent", Heading: lang.Say("ひとり親", "Single parent"),
			Words: lang.Words(`一人親 ひとり親家庭 一人親家庭 ひとり親世帯 母子家庭 父子家庭 母子世帯 父子世帯 シングルマザー シングルファザー シングル`)},
		{Key: "side_job", Heading: lang.Say("副業", "Side job"),
			Words: lang.Words(`兼業 副業者 兼業者 副業希望 複業 在職 在職中 会社員 Wワーク ダブルワーク`)},
		{Key: "job_seeking", Heading: lang.Say("求職", "Job seeking"),
			Words: lang.Words(`求職中 求職者 就職活動中 就活中 失業 失業中 無職 離職中 離職者 休職 転職活動中`)},
		{Key: "other", Heading: lang.Say("その他", "Other"), Words: lang.Words(`他 移住 地域おこし協力隊 主婦 主夫 専業主婦 自営業 農業 フリーランス`)},
	}
	roleChoices = []Choice{
		{Key: "worker", Heading: lang.Say("ワーカー", "Worker"),
			Words: lang.Words(`一般 一般ワーカー メンバー スタッフ 作業者 担当 担当者 テレワーカー 参加者 member`)},
		{Key: "leader", Heading: lang.Say("リーダー", "Leader"),
			Words: lang.Words(`チームリーダー サブリーダー 班長 チーフ リーダ 主任 グループリーダー team_leader lead`)},
		{Key: "director", Heading: lang.Say("ディレクター", "Director"),
			Words: lang.Words(`ディレクタ ディレクション 進行管理 統括 マネージャー マネージャ PM プロジェクトマネージャー manager`)},
	}
	outcomeChoices = []Choice{
		{Key: "local_job", Heading: lang.Say("地元就職", "Local job"),
			Words: lang.Words(`町内就職 市内就職 村内就職 域内就職 地域内就職 地元企業就職 地元企業へ就職 地元で就職 地元就業`)},
		{Key: "outside_job", Heading: lang.Say("町外就職", "Outside job"),
			Words: lang.Words(`市外就職 村外就職 域外就職 県外就職 地域外就職 町外で就職 都市部就職`)},
		{Key: "continuing", Heading: lang.Say("継続", "Continuing"),
			Words: lang.Words(`継続中 活動継続 テレワーク継続 就業継続 ワーカー継続 在籍 継続就業 受講中`)},
		{Key: "transition", Heading: lang.Say("就業移行", "Moved on to work"),
			Words: lang.Words(`就業へ移行 就労移行 一般就労 就労 転職 正規就業 正社員 雇用へ移行 独立 起業 開業`)},
		{Key: "further_study", Heading: lang.Say("進学", "Further study"),
			Words: lang.Words(`大学進学 短大進学 専門学校進学 大学へ進学 大学院進学 高校進学 進級 在学 在学中`)},
		{Key: "other", Heading: lang.Say("その他", "Other"), Words: lang.Words(`他`)},
		{Key: "undecided", Heading: lang.Say("未定", "Undecided"), Words: lang.Words(`検討中 不明 未確定 未回答 求職中 活動中`)},
	}
	regionChoices = []Choice{
		{Key: "inside", Heading: lang.Say("域内", "Inside"), Words: lang.Words(`町内 市内 村内 区内 地元 地域内 管内 当町 当市 当村 圏域内 本町 本市 本村`)},
		{Key: "prefecture", Heading: lang.Say("県内", "Prefecture"),
			Words: lang.Words(`道内 府内 都内 同県 同県内 県内他市町村 県内町外 県内市外 町外県内 県内(町外) 県内(市外) 近隣 近隣市町村`)},
		{Key: "outside", Heading: lang.Say("県外", "Outside"),
			Words: lang.Words(`道外 府外 都外 他県 他都道府県 首都圏 都市部 全国 東京 東京都 大阪 大阪府 域外 海外 県外(都市部) 町外 市外 村外 区外 地域外 管外 圏域外`)},
	}
	sectorChoices = []Choice{
		{Key: "company", Heading: lang.Say("企業", "Company"),
			Words: lang.Words(`民間 民間企業 会社 株式会社 法人 有限会社 合同会社 事業者 中小企業 事業所 営利法人`)},
		{Key: "municipality", Heading: lang.Say("自治体", "Municipality"),
			Words: lang.Words(`役場 町役場 市役所 村役場 行政 官公庁 公共 町 市 村 県 公的機関 行政機関 国 地方公共団体 公共団体`)},
		{Key: "association", Heading: lang.Say("団体", "Association"),
			Words: lang.Words(`NPO NPO法人 一般社団法人 社団法人 財団法人 公益法人 協会 組合 商工会 商工会議所 観光協会 非営利団体 非営利法人 任意団体 社会福祉法人 学校 学校法人 農協 JA 協議会`)},
		{Key: "sole_proprietor", Heading: lang.Say("個人事業主", "Sole proprietor"),
			Words: lang.Words(`個人 個人事業 個人事業者 個人店 個人商店 自営 自営業 フリーランス 商店 農家`)},
	}
	kindChoices = []Choice{
		{Key: "recurring", Heading: lang.Say("定期", "Recurring"),
			Words: lang.Words(`定期案件 定期契約 定期業務 月額 月額契約 月額制 月極 月契約 月次 毎月 継続 継続契約 継続案件 継続業務 リテイナー リテーナー 顧問
			定額 定額契約 年間 年間契約 通年 常時 レギュラー サブスク retainer monthly ongoing`)},
		{Key: "one_off", Heading: lang.Say("単発", "One-off"),
			Words: lang.Words(
				`単発案件 単発契約 単発業務 スポット スポット契約 スポット案件 都度 都度契約 都度発注 随時 一回 1回 1回限り 一回限り 一括 短期 臨時 一時 単独 spot oneoff once single`)},
	}
	formChoices = []Choice{
		{Key: "team", Heading: lang.Say("チーム", "Team"), Words: lang.Words(`チーム型 チーム受託 チーム制 グループ 共同 共同受注 共同受託 一括受託`)},
		{Key: "matching", Heading: lang.Say("マッチング", "Matching"), Words: lang.Words(`マッチング型 個人 個人受託 直接 直接契約 仲介 あっせん 紹介`)},
		{Key: "hybrid", Heading: lang.Say("ハイブリッド", "Hybrid"), Words: lang.Words(`ハイブリッド型 併用 混合 両方 複合 折衷`)},
	}
	supportChoices = []Choice{
		{Key: "interpret", Heading: lang.Say("通訳", "Interpreting"),
			Words: lang.Words(`翻訳 要件整理 要件定義 業務翻訳 発注者対応 顧客対応 企業対応 ヒアリング 橋渡し つなぎ`)},
		{Key: "arrange", Heading: lang.Say("段取り", "Arranging"),
			Words: lang.Words(`段取 だんどり 工程管理 進行 進行管理 案件管理 業務設計 業務分解 切り出し 割り振り 割振り 調整 配分 品質管理 検品 事務`)},
		{Key: "accompany", Heading: lang.Say("伴走", "Accompanying"),
			Words: lang.Words(`伴走支援 相談 相談対応 面談 面接 個別相談 個別面談 フォロー フォローアップ 支援 メンタリング コーチング 学習支援 研修 指導 同行 声かけ 見守り サポート`)},
	}
	respondentChoices = []Choice{
		{Key: "worker", Heading: lang.Say("ワーカー", "Worker"),
			Words: lang.Words(`参加者 受講者 受講生 テレワーカー 登録者 登録ワーカー 会員 働き手 作業者 メンバー`)},
		{Key: "client", Heading: lang.Say("発注者", "Client"),
			Words: lang.Words(`発注元 発注企業 取引先 顧客 クライアント 依頼者 依頼元 委託元 企業 発注先 お客様`)},
		{Key: "local_business", Heading: lang.Say("地域事業者", "Local business"),
			Words: lang.Words(`地元事業者 町内事業者 市内事業者 村内事業者 地元企業 地域企業 域内事業者 商店 事業者 地場企業`)},
		{Key: "student", Heading: lang.Say("学生", "Student"), Words: lang.Words(`高校生 大学生 生徒 参加学生 インターン インターン生 実習生`)},
		{Key: "host", Heading: lang.Say("受入企業", "Host"),
			Words: lang.Words(`受け入れ企業 受入れ企業 受入先 受け入れ先 受入事業者 インターン先 実習先 受入団体 受入れ先`)},
	}
	classChoices = []Choice{
		{Key: "accompaniment", Heading: lang.Say("伴走", "Accompaniment"),
			Words: lang.Words(`伴走支援 伴走費 伴走支援費 伴走人件費 支援員人件費 コーディネーター人件費 コーディネート コーディネート費 拠点運営 運営人件費 メンター 支援費 相談支援`)},
		{Key: "training", Heading: lang.Say("研修", "Training"),
			Words: lang.Words(`研修費 講座 講座費 講師 講師謝金 講師謝礼 講師料 研修委託 教材 教材費 育成 人材育成 人材育成費 セミナー`)},
		{Key: "equipment", Heading: lang.Say("機器", "Equipment"),
			Words: lang.Words(`機器費 機材 機材費 備品 備品費 備品購入費 設備 設備費 パソコン PC 端末 通信 通信費 ハードウェア ソフトウェア システム システム費 使用料 賃借料 リース リース料`)},
		{Key: "publicity", Heading: lang.Say("広報", "Publicity"),
			Words: lang.Words(`広報費 宣伝 広告 広告費 広告宣伝 広告宣伝費 広報宣伝 PR PR費 印刷 印刷費 印刷製本費 周知 募集 イベント`)},
		{Key: "other", Heading: lang.Say("その他", "Other"),
			Words: lang.Words(`他 その他経費 諸費 雑費 諸経費 事務費 旅費 消耗品 消耗品費 需用費 役務費 会場費 保険料 一般管理費 予備費`)},
	}
	fundChoices = []Choice{
		{Key: "grant", Heading: lang.Say("交付金", "Grant"),
			Words: lang.Words(`国庫 国費 国庫補助 国庫支出金 補助金 国補助 国庫補助金 県補助 県費 県支出金 デジ田 デジ田交付金 新地方創生交付金 地方創生交付金 地域未来交付金
			デジタル田園都市国家構想交付金 デジタル田園都市国家構想交付金(デジタル実装タイプ) デジタル田園都市国家構想交付金(地方創生推進タイプ) デジタル田園都市国家構想交付金(地方創生拠点整備タイプ)
			デジタル田園都市国家構想交付金(地方創生テレワークタイプ) デジタル田園都市国家構想交付金(地方創生テレワーク型) デジタル田園都市国家構想推進交付金 デジタル田園都市交付金 新しい地方経済・生活環境創生交付金
			新しい地方経済生活環境創生交付金 第2世代交付金 第2世代地方創生交付金 地方創生推進交付金 地方創生拠点整備交付金 国交付金 国の交付金 特定財源 助成金`)},
		{Key: "general", Heading: lang.Say("一般財源", "General fund"),
			Words: lang.Words(`一財 町費 市費 村費 町単独 市単独 村単独 単独 単費 単独費 自主財源 町負担 市負担 村負担 一般会計`)},
		{Key: "other", Heading: lang.Say("その他", "Other"),
			Words: lang.Words(`他 地方債 起債 過疎債 寄附金 寄付金 ふるさと納税 企業版ふるさと納税 負担金 受講料 雑入 事業収入 諸収入 基金 基金繰入金`)},
	}
)
