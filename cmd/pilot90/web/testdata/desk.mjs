// Does journeys of a year on the pages 読み取り, 設定 and 一覧 in Chromium, by clicks, by keys alone and without script;
// prints one JSON list of faults.
// Usage: node desk.mjs ADDRESS CHROMIUM MONTHS UNTOLD SAMPLE MANY [FOLDER-FOR-SCREENSHOTS]
import { createRequire } from 'node:module';
import { existsSync, readFileSync, readdirSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const [address, executablePath, months, untold, sample, many, shots] = process.argv.slice(2);
const origin = new URL(address).origin;
const faults = [];
const say = (where, what) => faults.push(`${where}: ${what}`);
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let pass; // the cookie that the address gave to the first: it gives none to a second

// enter lets a new browser in, and watches what it complains of.
async function enter(browser, name, options = {}) {
  const context = await browser.newContext({ locale: 'ja-JP', viewport: { width: 1280, height: 900 }, ...options });
  const tab = await context.newPage();
  tab.on('console', (m) => { if (['error', 'warning'].includes(m.type()) && !/status of 422/.test(m.text())) say(name, `console: ${m.text()}`); });
  tab.on('pageerror', (e) => say(name, `error: ${e.message}`));
  tab.on('request', (r) => { if (!r.url().startsWith(origin + '/')) say(name, `outside request: ${r.url()}`); });
  if (pass) await context.addCookies(pass);
  await tab.goto(address);
  pass ??= await context.cookies();
  return { context, tab };
}

// load opens the ledger of a folder.
async function load(tab, folder) {
  await tab.goto(origin + '/start');
  await tab.fill('#ui-path', folder);
  await tab.click('#ui-open');
  await tab.waitForURL((url) => url.pathname !== '/start' && url.pathname !== '/open');
}

// look holds a page against axe and its own width, and takes its picture.
async function look(context, tab, name) {
  await tab.waitForLoadState();
  const over = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (over > 0) say(name, `page is ${over} px too wide`);
  if (shots) await tab.screenshot({ path: join(shots, name.replace(/[^\w-]+/g, '_') + '.png') });
  const opened = await tab.evaluate(() => { window.scrollTo(0, 0); return [...document.querySelectorAll('details:not([open])')].map((d) => { d.open = true; return 1; }).length; });
  const session = await context.newCDPSession(tab);
  const { frameTree } = await session.send('Page.getFrameTree');
  const world = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  const run = (expression) => session.send('Runtime.evaluate', { expression, contextId: world.executionContextId, awaitPromise: true, returnByValue: true });
  await run(axe + ';0');
  const found = (await run(`axe.run(document, {runOnly: {type: 'tag', values: ${JSON.stringify(tags)}}, resultTypes: ['violations']}).then(r => r.violations)`)).result.value;
  if (!Array.isArray(found)) say(name, 'axe did not run');
  else for (const v of found) say(name, `axe ${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
  if (tab.viewportSize().width > 1000) { // and as wide as a phone
    const size = tab.viewportSize();
    await tab.setViewportSize({ width: 375, height: 667 });
    const wide = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (wide > 0) say(name, `page is ${wide} px too wide for a phone`);
    if (shots) await tab.screenshot({ path: join(shots, name.replace(/[^\w-]+/g, '_') + '_375.png'), fullPage: true });
    await tab.setViewportSize(size);
  }
  if (opened) await tab.evaluate(() => document.querySelectorAll('details').forEach((d) => { d.open = false; }));
}

// press moves by Tab until the element is held, which an id or a selector in brackets names, and presses the key there.
async function press(tab, name, id, key) {
  for (let i = 0; i < 250; i++) {
    if (await tab.evaluate((id) => document.activeElement && (document.activeElement.id === id || /^[.[]/.test(id) && document.activeElement.matches(id)), id)) {
      if (key) await tab.keyboard.press(key);
      return;
    }
    await tab.keyboard.press('Tab');
  }
  say(name, `${id} is not reached by the Tab key`);
}

// type moves to a field by Tab and writes over what is in it.
async function type(tab, name, id, text) {
  await press(tab, name, id, null);
  await tab.keyboard.press('Control+A');
  await tab.keyboard.type(text);
}

// begin opens the ledger of a folder by the keys alone.
async function begin(tab, name, folder) {
  await tab.goto(origin + '/start');
  await type(tab, name, 'ui-path', folder);
  await tab.keyboard.press('Enter');
  await tab.waitForURL((url) => url.pathname !== '/start' && url.pathname !== '/open');
}

// choose moves to a chooser by Tab and down to the choice that begins with the text.
async function choose(tab, name, id, text) {
  await press(tab, name, id, null);
  const down = await tab.evaluate(([id, text]) => { const list = document.getElementById(id); return [...list.options].findIndex((o) => o.text.startsWith(text)) - list.selectedIndex; }, [id, text]);
  if (down < 0) say(name, `#${id} has no ${text}`);
  for (let i = 0; i < down; i++) await tab.keyboard.press('ArrowDown');
}

async function has(tab, name, where, ...texts) {
  const text = await tab.locator(where).first().innerText();
  for (const t of texts) if (!text.includes(t)) say(name, `${where} lacks “${t}”: ${text.slice(0, 200)}`);
}

// A folder of sheets a month a person is read as it is, by the keys alone: the sheet is shown with its table and its own
// total, and the council's paper is made.
async function monthSheets(browser) {
  const { context, tab } = await enter(browser, 'months');
  await begin(tab, 'months', months);
  await press(tab, 'months', 'ui-tab-reading', 'Enter');
  await tab.waitForURL('**/reading');
  await press(tab, 'months', '[href*="11"]', 'Enter');
  await tab.waitForSelector('.rd-same');
  await press(tab, 'months', 'ui-tab-report', 'Enter');
  await tab.waitForURL('**/report');
  await press(tab, 'months', 'ui-make-council-pdf', 'Enter');
  await tab.waitForSelector('.ui-made > li', { timeout: 60000 });
  if (!readdirSync(join(months, '報告')).some((f) => f.endsWith('.pdf'))) say('months', 'no council paper was made');
  await press(tab, 'months', 'ui-tab-reading', 'Enter');
  await tab.waitForURL('**/reading');
  await press(tab, 'months', '[href*="11"]', 'Enter');
  await tab.waitForSelector('.rd-same');
  await has(tab, 'months', '.rd-sums', '時間の合計', '報酬の合計', '一致');
  if (!await tab.locator('td.rd-mended').count()) say('months', 'no cell is marked as mended');
  await look(context, tab, 'months reading');
  await context.close();
}

// Hours of which nothing tells the unit are asked about on the sheet, by keys alone: the unit is tried as soon as it is
// chosen, and saved. No spreadsheet is changed.
async function untoldUnits(browser) {
  const { context, tab } = await enter(browser, 'untold');
  const book = readFileSync(join(untold, '台帳.xlsx'));
  await begin(tab, 'untold', untold);
  await press(tab, 'untold', 'ui-tab-reading', 'Enter');
  await tab.waitForSelector('.rd-asks');
  await look(context, tab, 'untold asked');
  await choose(tab, 'untold', 'rd-u-D', '60進');
  await tab.waitForSelector('.rd-tried');
  await tab.waitForFunction(() => document.getElementById('rd-u-D').value === '60進' && document.querySelector('.rd-sums').textContent.includes('時間の合計'));
  if (await tab.evaluate(() => document.activeElement.id) !== 'rd-u-D') say('untold', 'the chooser is not held any more');
  if (existsSync(join(untold, 'reading.toml'))) say('untold', 'trying wrote a file');
  await look(context, tab, 'untold tried');
  await press(tab, 'untold', 'rd-save', 'Enter');
  await tab.waitForURL(/saved/);
  await has(tab, 'untold', '[role=status]', '保存しました');
  if (!existsSync(join(untold, 'reading.toml'))) say('untold', 'nothing was saved');
  if (!book.equals(readFileSync(join(untold, '台帳.xlsx')))) say('untold', 'the workbook was changed');
  if (await tab.locator('.rd-asks').count()) say('untold', 'the column is still asked about');
  await look(context, tab, 'untold saved');
  await context.close();
}

// Whose a sheet of days is stands nowhere: the person is chosen for all of its rows, by the keys alone; dialogs that
// open on the way are looked at too.
async function allRows(browser) {
  const { context, tab } = await enter(browser, 'all rows');
  writeFileSync(join(sample, '作業ログ_応援.csv'), '作業日,案件ID,時間,報酬\n2026-03-02,A01,2,2000\n2026-03-03,A01,1,1000\n');
  await begin(tab, 'all rows', sample);
  await press(tab, 'all rows', 'ui-tab-reading', 'Enter');
  await tab.waitForURL('**/reading');
  await press(tab, 'all rows', '[href*="%E5%BF%9C%E6%8F%B4.csv"]', 'Enter');
  await tab.waitForURL(/%E5%BF%9C/);
  await choose(tab, 'all rows', 'rd-table', '作業ログ');
  await tab.waitForFunction(() => document.getElementById('rd-k-field') && document.querySelector('.rd-chip'));
  await choose(tab, 'all rows', 'rd-k-field', '参加者ID');
  await tab.waitForSelector('#rd-k-value');
  await look(context, tab, 'all rows asked');
  await choose(tab, 'all rows', 'rd-k-value', 'P02');
  await tab.waitForFunction(() => document.querySelector('.rd-sums')?.textContent.includes('3時間'));
  await look(context, tab, 'all rows tried');
  await press(tab, 'all rows', 'rd-save', 'Enter');
  await tab.waitForURL(/saved/);
  if (!readFileSync(join(sample, 'reading.toml'), 'utf8').includes('participant_id = "P02"')) say('all rows', 'the person is not saved');
  unlinkSync(join(sample, '作業ログ_応援.csv'));
  unlinkSync(join(sample, 'reading.toml'));
  await context.close();
}

// A target and a grant of two indicators are typed, looked at, saved, and the form of the grant is made.
async function settings(browser) {
  const { context, tab } = await enter(browser, 'settings');
  await press(tab, 'settings', 'ui-tab-settings', 'Enter');
  await tab.waitForURL('**/settings');
  await look(context, tab, 'settings');
  const before = readFileSync(join(untold, 'pilot.toml'), 'utf8');
  await tab.keyboard.press('Tab');
  await press(tab, 'settings', 'ds-add-target', 'Enter');
  await choose(tab, 'settings', 's-~target/figure', '定着率');
  await press(tab, 'settings', 's-~target/value', null);
  await tab.keyboard.type('８０');
  await press(tab, 'settings', 'ds-add-grant', 'Enter');
  await press(tab, 'settings', 's-~grant/name', null);
  await tab.keyboard.type('在宅ワーク推進事業 "1"');
  for (const [row, figure, first] of [[0, '初めて収入を得た住民', '8'], [1, '定着率', '60']]) {
    await choose(tab, 'settings', `s-~new/extra/${row}/figure`, figure);
    await press(tab, 'settings', `s-~new/extra/${row}/baseline`, null);
    await tab.keyboard.type('2');
    await press(tab, 'settings', `s-~new/extra/${row}/2025`, null);
    await tab.keyboard.type(first);
  }
  await has(tab, 'settings', '#ds-new-grant tbody tr >> nth=0', '累計 10');
  await has(tab, 'settings', '#ds-count', '変えたところ');
  await press(tab, 'settings', 'ds-look-button', 'Enter');
  await tab.waitForSelector('#ds-look');
  await has(tab, 'settings', '.ds-changes', '定着率', '80', '在宅ワーク推進事業');
  if (readFileSync(join(untold, 'pilot.toml'), 'utf8') !== before) say('settings', 'looking wrote the file');
  await look(context, tab, 'settings looked');
  await press(tab, 'settings', 'ds-save', 'Enter');
  await tab.waitForURL(/saved/);
  const after = readFileSync(join(untold, 'pilot.toml'), 'utf8');
  for (const line of before.split('\n')) if (!after.includes(line)) say('settings', `the line is gone: ${line}`);
  for (const part of ['retention_ratio = 0.8', 'name = "在宅ワーク推進事業 \\"1\\""', 'figure = "first_income_residents"', 'increments = { 2025 = 8 }', 'increments = { 2025 = 0.6 }', 'baseline = 0.02']) if (!after.includes(part)) say('settings', `pilot.toml lacks ${part}:\n${after}`);
  await look(context, tab, 'settings saved');
  await press(tab, 'settings', 'ui-tab-report', 'Enter');
  await tab.waitForURL('**/report');
  await press(tab, 'settings', 'ui-make-grant-xlsx', 'Enter');
  await tab.waitForSelector('.ui-made > li', { timeout: 60000 });
  const made = readdirSync(join(untold, '報告'));
  if (!made.some((f) => f.endsWith('.xlsx'))) say('settings', `made: ${made}`);

  await press(tab, 'settings', 'ui-tab-settings', 'Enter');
  await tab.waitForURL('**/settings');
  await type(tab, 'settings', '[name="v.targets/retention_ratio"]', '90');
  writeFileSync(join(untold, 'pilot.toml'), after.replace('retention_ratio = 0.8', 'retention_ratio = 0.7'));
  await press(tab, 'settings', 'ds-save', 'Enter');
  await tab.waitForSelector('#ds-conflicts');
  await has(tab, 'meanwhile', '.ds-card', '70.0', '90');
  await look(context, tab, 'settings conflict');
  await press(tab, 'settings', 'ds-save', 'Enter');
  await tab.waitForURL(/saved/);
  if (!readFileSync(join(untold, 'pilot.toml'), 'utf8').includes('retention_ratio = 0.9')) say('meanwhile', 'what was confirmed is not saved');
  await press(tab, 'settings', 'ds-undo', 'Enter');
  await tab.waitForURL(/undone/);
  if (!readFileSync(join(untold, 'pilot.toml'), 'utf8').includes('retention_ratio = 0.7')) say('undo', 'the file before is not back');
  await context.close();
}

// Both pages on a phone: the grid scrolls by itself, its first column and heads stay.
async function phone(browser) {
  const { context, tab } = await enter(browser, 'phone', { viewport: { width: 375, height: 667 } });
  await load(tab, sample);
  for (const id of ['reading', 'settings']) {
    await tab.click(`#ui-tab-${id}`);
    await look(context, tab, `phone ${id}`);
  }
  await tab.click('#ui-tab-reading');
  await tab.waitForLoadState();
  const moved = await tab.evaluate(() => {
    const box = document.querySelector('.rd-grid'), row = box.querySelector('tbody th'), cell = box.querySelector('tbody td');
    const before = [row.getBoundingClientRect().left, cell.getBoundingClientRect().left];
    box.scrollLeft = 120;
    return [row.getBoundingClientRect().left - before[0], cell.getBoundingClientRect().left - before[1]];
  });
  if (Math.abs(moved[0]) > 1 || Math.abs(moved[1] + 120) > 1) say('phone', `the grid moved by ${moved}`);
  await context.close();
}

// A folder of many municipalities: who is missing is found by the keys alone, one that came in late is looked into, and
// the report of all is made; on a phone too.
async function municipalities(browser) {
  const { context, tab } = await enter(browser, 'many');
  await load(tab, many);
  await tab.waitForSelector('.mn-table');
  await has(tab, 'many', '.mn-told', '4 自治体のうち 2 自治体');
  await look(context, tab, 'many');
  await press(tab, 'many', 'mn-q', null);
  await tab.keyboard.type('ほしな');
  await tab.keyboard.press('Enter');
  await tab.waitForURL(/q=/);
  await has(tab, 'many', '.mn-table tbody', 'ほしな市', '未提出');
  await tab.click('#ui-tab-total');
  await has(tab, 'total', '#mn-line-retention_ratio', '60.0%', '9 / 15');
  await look(context, tab, 'many total');
  const [load1] = await Promise.all([tab.waitForEvent('download'), tab.click('#mn-make-xlsx')]);
  if (!load1.suggestedFilename().endsWith('.xlsx')) say('total', `the report is called ${load1.suggestedFilename()}`);
  await tab.setViewportSize({ width: 375, height: 667 });
  for (const page of ['/many', '/total', '/many/206911', '/many/206920']) {
    await tab.goto(origin + page);
    await look(context, tab, `phone${page}`);
  }
  if (await tab.locator('main b b, main script').count()) say('many', 'a name is markup');
  await context.close();
}

// Without script the same forms do: a choice is tried by a button, and a value is saved.
async function plain(browser) {
  const { context, tab } = await enter(browser, 'plain', { javaScriptEnabled: false });
  await load(tab, sample);
  await tab.click('#ui-tab-reading');
  await tab.selectOption('#rd-u-F', '千円');
  await tab.click('#rd-try');
  await has(tab, 'plain', '.rd-values', '単位の換算', 'まだ保存していません');
  await tab.click('.rd-back');
  if (await tab.locator('.rd-tried').count()) say('plain', 'the choice is not dropped');
  await tab.click('#ui-tab-settings');
  const file = join(sample, 'pilot.toml'), before = readFileSync(file, 'utf8');
  await tab.fill('[name="v.targets/retention_ratio"]', '85');
  await tab.click('#ds-save');
  await tab.waitForURL(/saved/);
  const want = before.replace('retention_ratio = 0.8\n', 'retention_ratio = 0.85\n');
  if (want === before || readFileSync(file, 'utf8') !== want) say('plain', 'pilot.toml is otherwise than it should be');
  await context.close();
}

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  for (const part of [monthSheets, untoldUnits, settings, allRows, phone, plain, municipalities]) {
    const began = Date.now();
    try { await part(browser); } catch (e) { say(part.name, e.message); }
    if (shots) console.error(`${part.name}: ${Date.now() - began} ms`);
  }
} finally {
  await browser.close();
}
console.log(JSON.stringify(faults));
