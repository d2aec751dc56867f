package block

import (
	"pilot90/report/content"
	"pilot90/report/plan"
)

// Kind is a kind of block that a plan can name.
type Kind struct {
	Name  string
	Was   string    // another name that older plans, and kept editions, have for it; "" for none
	About string    // what it shows, in Japanese, for whoever writes a plan
	Needs plan.Need // without which a block of this kind would show nothing
	Build func(e *Env, b plan.Block) []content.Block
}

// everyKind are all kinds of block in the order of their names, each in the file of its name.
var everyKind = []Kind{
	aboutNumbersKind,
	allFiguresKind,
	allListsKind,
	attritionKind,
	cardsKind,
	checksKind,
	cohortsKind,
	comingKind,
	conclusionKind,
	contentsKind,
	contractCurveKind,
	contractLengthsKind,
	contractMonthsKind,
	councilTitleKind,
	curvesKind,
	cycleLinesKind,
	datesKind,
	definitionsKind,
	disclosureKind,
	evidenceKind,
	failuresKind,
	figuresKind,
	findingsKind,
	frontChartKind,
	glanceKind,
	grantChartsKind,
	grantSheetKind,
	handoverStartKind,
	headlinePublicKind,
	headlineTargetsKind,
	inWordsKind,
	incomeDotsKind,
	inputsKind,
	keptKind,
	learnedKind,
	listsKind,
	marksKind,
	moneyLinesKind,
	nextYearKind,
	openErrorsKind,
	outlookKind,
	peopleKind,
	precedentDotsKind,
	publicCardsKind,
	publicStepsKind,
	questionsKind,
	rangeNoteKind,
	revenueYearsKind,
	ruleKind,
	ruleSquaresKind,
	settingsKind,
	shortListsKind,
	slideCoverKind,
	slideFrontKind,
	slideIncomeKind,
	slideLengthsKind,
	slideMoneyKind,
	slideMonthsKind,
	slideNextKind,
	slideStagesKind,
	slideTargetsKind,
	slideYearsKind,
	spentKind,
	statesKind,
	stepsAndErrandsKind,
	targetCardsKind,
	targetsKind,
	textKind,
	toMendKind,
	weekChangesKind,
	weekHoursKind,
	workerCurveKind,
	yearMonthsKind,
}

// kindOf are the kinds by their names.
var kindOf = byName(everyKind)

func byName(kinds []Kind) map[string]*Kind {
	named := map[string]*Kind{}
	for i := range kinds {
		named[kinds[i].Name] = &kinds[i]
	}
	return named
}

// Kinds are the kinds as a plan names them.
func Kinds() []plan.Kind {
	named := make([]plan.Kind, len(everyKind))
	for i, k := range everyKind {
		named[i] = plan.Kind{Name: k.Name, Was: k.Was, About: k.About, Needs: k.Needs}
	}
	return named
}
