package main

func orderingParties() []client {
	return []client{
		{"K01", "みどり野町商工会", "域内", "団体", false},
		{"K02", "みどり野観光協会", "域内", "団体", false},
		{"K03", "株式会社ひばりデータ", "県外", "企業", true},
		{"K04", "有限会社山辺物産", "県内", "企業", false},
		{"K05", "みどり野町役場", "域内", "自治体", false},
		{"K06", "JAみどり野直売所", "域内", "団体", false},
		{"K07", "つむぎ会議録株式会社", "県外", "企業", false},
	}
}

// agreements are the 11 contracts: six recurring, of which one has ended and one is young, and
// five single ones.
func agreements() []contract {
	return []contract{
		{id: "A01", client: "K01", title: "会員事業所の経費入力", category: "経理", kind: "定期", start: day(20250701), monthly: 60000,
			form: "チーム", parent: "会員支援業務", written: day(20250625)},
		{id: "A02", client: "K05", title: "子育てアンケートの集計", category: "データ入力", kind: "単発", start: day(20250701),
			end: day(20250831), amount: 180000, form: "チーム", parent: "計画策定業務", written: day(20250626)},
		{id: "A03", client: "K02", title: "観光SNSの投稿と返信", category: "広報", kind: "定期", start: day(20250716), monthly: 45000,
			form: "チーム", parent: "観光広報業務", written: day(20250711)},
		{id: "A04", client: "K03", title: "地図データの点検", category: "データ入力", kind: "定期", start: day(20250801), monthly: 120000,
			form: "ハイブリッド", written: day(20250725)},
		{id: "A05", client: "K04", title: "通販サイトの商品登録", category: "EC", kind: "定期", start: day(20250801), end: day(20251231),
			monthly: 80000, form: "マッチング", written: day(20250728), notice: day(20251128)},
		{id: "A06", client: "K06", title: "直売所ちらしの作成", category: "広報", kind: "単発", start: day(20250901), end: day(20250930),
			amount: 40000, form: "マッチング", parent: "販売促進業務", written: day(20250828)},
		{id: "A07", client: "K06", title: "直売所サイトの更新", category: "EC", kind: "定期", start: day(20251101), monthly: 35000,
			form: "チーム", parent: "販売促進業務", written: day(20251027)},
		{id: "A08", client: "K05", title: "古い広報紙の目次づくり", category: "データ入力", kind: "単発", start: day(20251104),
			end: day(20260131), amount: 210000, form: "チーム", parent: "文書管理業務", written: day(20251030)},
		{id: "A09", client: "K01", title: "会員名簿の突き合わせ", category: "データ入力", kind: "単発", start: day(20251117),
			end: day(20251219), amount: 60000, form: "チーム", parent: "会員支援業務", written: day(20251112)},
		{id: "A10", client: "K07", title: "会議録の整文", category: "文書作成", kind: "定期", start: day(20260105), monthly: 90000,
			form: "ハイブリッド", written: day(20251222)},
		{id: "A11", client: "K02", title: "春まつり申込フォーム", category: "広報", kind: "単発", start: day(20260202), end: day(20260331),
			amount: 50000, form: "マッチング", parent: "観光広報業務", written: day(20260127)},
	}
}

func budget() []budgetLine {
	return []budgetLine{
		{"推進ハブ運営委託（伴走支援）", "伴走", "交付金", 2400000, 2280000, day(20260331)},
		{"基礎研修（2期）", "研修", "交付金", 960000, 924000, day(20251031)},
		{"貸出パソコン・通信", "機器", "一般財源", 720000, 698500, day(20250620)},
		{"ちらし・説明会", "広報", "一般財源", 240000, 186400, day(20250930)},
		{"事務費", "その他", "一般財源", 120000, 97300, day(20260327)},
	}
}

// answers are the satisfaction surveys of both cohorts.
func answers() []survey {
	var out []survey
	add := func(ymd int, who string, scores ...int) {
		for _, s := range scores {
			out = append(out, survey{day(ymd), who, s})
		}
	}
	add(20250905, "ワーカー", 4, 5, 3, 4, 5)
	add(20260116, "ワーカー", 4, 4, 5, 3, 4, 2, 5, 4)
	add(20260220, "発注者", 4, 5, 4, 3, 5)
	add(20260220, "地域事業者", 4, 3, 4)
	return out
}
