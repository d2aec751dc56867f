package cell

import (
	"strings"
	"testing"
)

func TestKeys(t *testing.T) {
	for _, same := range []string{
		"小林 由美|小林　由美|小林由美|小林\u200b由美|小林\n由美", "ガード|ｶﾞｰﾄﾞ|カ\u3099ード|カ゛ード", "ＡＢＣ|ABC|A B C", "神|\ufa19", "DM発送|ＤＭ発送|DM 発送",
	} {
		forms := strings.Split(same, "|")
		for _, form := range forms[1:] {
			if a, b := NameKey(forms[0]), NameKey(form); a != b {
				t.Errorf("%q and %q have the keys %q and %q", forms[0], form, a, b)
			}
		}
	}
	for _, other := range []string{"髙橋|高橋", "山﨑|山崎", "渡邉|渡邊", "葛\U000E0100飾|葛飾", "ABC|abc", "青木花|青木花さん"} {
		a, b, _ := strings.Cut(other, "|")
		if NameKey(a) == NameKey(b) {
			t.Errorf("%q and %q have one key", a, b)
		}
	}
	for _, same := range []string{
		"㈱信濃精機|（株）信濃精機|(株)信濃精機|株式会社信濃精機|株式会社　信濃精機|㍿信濃精機", "（有）北斗印刷|㈲北斗印刷|有限会社北斗印刷", "信濃精機㈱|信濃精機株式会社",
		"NPO法人あおぞら|特定非営利活動法人あおぞら|（特非）あおぞら|ＮＰＯ法人あおぞら", "一般社団法人甲|（一社）甲", "合同会社甲|（同）甲|（合）甲", "社会福祉法人 甲|（福）甲",
	} {
		forms := strings.Split(same, "|")
		for _, form := range forms[1:] {
			if a, b := ClientKey(forms[0]), ClientKey(form); a != b {
				t.Errorf("%q and %q have the keys %q and %q", forms[0], form, a, b)
			}
		}
	}
	if ClientKey("株式会社甲") == ClientKey("甲株式会社") || ClientKey("(株)甲") == ClientKey("(有)甲") {
		t.Error("two firms have one key")
	}
}

func TestNearName(t *testing.T) {
	near := []string{
		"髙橋直樹|高橋 直樹", "山﨑さくら|山崎さくら", "渡邉花子|渡邊花子", "渡辺花子|渡邉 花子", "齋藤健|斉藤健", "大輔|太輔", "小林裕美|小林祐美", "末来|未来", "佐々木恵|佐佐木恵",
		"山田さくら|山田サクラ", "山田きよう|山田きょう", "青木|青木 花", "青木|青木花", "髙橋|高橋直樹", "林|林 花子", "林|林花子", "長谷川|長谷川花子", "佐々木|佐々木 恵",
		"青木花|青木花さん",
		"青木花|青木花（旧姓山田）", "葛\U000E0100西花|葛西花", "マリア・サントス|マリアサントス", "Maria Santos|Santos Maria", "Maria Santos|maria santos",
		"マリア・サントス|サントス・マリア",
		"関ヶ原守|関ケ原守", "井ノ口守|井の口守", "Maria|Maria Santos",
	}
	apart := []string{
		"小林 由美|小林由美", "山田さくら|山﨑さくら", "鈴木恵|鈴木翔太", "田中翔太|田中翔平", "鈴木恵|鈴木恵子", "鈴木 恵|鈴木恵子", "青木花|井上葵", "青木|井上", "小林健|小林健太",
		"山田|林山田", "|青木", "青木|",
		"（）|青木", "林|林田一郎", "林 花子|林田花子", "伊藤翔太|伊藤由美", "青木 花|青木 花子",
	}
	for i, pairs := range [][]string{near, apart} {
		for _, pair := range pairs {
			a, b, _ := strings.Cut(pair, "|")
			if got := NearName(a, b); got != (i == 0) || NearName(b, a) != got {
				t.Errorf("NearName(%q, %q) = %v, %v the other way round", a, b, got, NearName(b, a))
			}
		}
	}
}

func TestNearClient(t *testing.T) {
	for pair, want := range map[string]bool{
		"㈱信濃精機|信濃精機": true, "（株）信濃精機|信濃精機（株）": true, "㈱信濃精機|㈲信濃精機": true, "みずほ工務店|みずほ工務店様": true, "（株）髙原フーズ|（株）高原フーズ": true,
		"ABC商会|abc商会":   true,
		"㈱信濃精機|（株）信濃精機": false, "町商工会|村商工会": false, "甲社|乙社": false, "（株）|（有）": false,
	} {
		a, b, _ := strings.Cut(pair, "|")
		if got := NearClient(a, b); got != want || NearClient(b, a) != want {
			t.Errorf("NearClient(%q, %q) = %v, want %v", a, b, got, want)
		}
	}
}
