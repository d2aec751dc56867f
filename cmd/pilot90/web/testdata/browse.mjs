// Uses the pages as a person does, in Chromium; prints one JSON list of faults.
// Usage: node browse.mjs ADDRESS CHROMIUM LEDGER NEW-FOLDER [FOLDER-FOR-SCREENSHOTS]
import { createRequire } from 'node:module';
import { appendFileSync, existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const [address, executablePath, ledger, fresh, shots] = process.argv.slice(2);
const origin = new URL(address).origin;
const faults = [];
const say = (where, what) => faults.push(`${where}: ${what}`);

let pass; // the cookie that the address gave to the first: it gives none to a second

// open lets a new browser in, and watches what it asks for and complains of.
async function open(browser, name, options = {}) {
  const context = await browser.newContext({ locale: 'ja-JP', ...options });
  const tab = await context.newPage();
  const watch = (page) => {
    page.on('console', (m) => { if (['error', 'warning'].includes(m.type()) && !/status of 422|ERR_INCOMPLETE_CHUNKED|ERR_CONNECTION|ERR_EMPTY_RESPONSE/.test(m.text())) say(name, `console: ${m.text()}`); });
    page.on('pageerror', (e) => say(name, `error: ${e.message}`));
    page.on('request', (r) => { if (!r.url().startsWith(origin + '/') && !r.url().startsWith('data:')) say(name, `outside request: ${r.url()}`); });
  };
  watch(tab);
  context.on('page', watch);
  if (pass) await context.addCookies(pass);
  await tab.goto(address);
  pass ??= await context.cookies();
  return { context, tab };
}

// look holds a page against axe and its own width, and takes its picture.
async function look(context, tab, name) {
  await tab.waitForLoadState();
  const lost = await tab.evaluate(() => {
    const cell = document.querySelector('.ui-sheet .ui-cell'), frame = cell && cell.closest('.ui-sheet').getBoundingClientRect();
    return !!frame && (cell.getBoundingClientRect().right > frame.right + 2 || cell.getBoundingClientRect().left < frame.left - 2);
  });
  if (lost) say(name, 'the cell that is meant is out of sight');
  const over = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (over > 0) say(name, `page is ${over} px too wide: ` + await tab.evaluate(() => [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > window.innerWidth + 1 && !e.closest('.scroll')).map((e) => e.id || e.className || e.tagName).slice(0, 5).join(', ')));
  if (shots) await tab.screenshot({ path: join(shots, name.replace(/[^\w-]+/g, '_') + '.png'), fullPage: true });
  if (!rules(name)) return;
  await tab.evaluate(() => { document.querySelectorAll('details').forEach((d) => { d.open = true; }); window.scrollTo(0, 0); });
  const session = await context.newCDPSession(tab);
  const { frameTree } = await session.send('Page.getFrameTree');
  const world = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  const run = (expression) => session.send('Runtime.evaluate', { expression, contextId: world.executionContextId, awaitPromise: true, returnByValue: true });
  await run(axe + ';0');
  const found = (await run(`axe.run(document, {runOnly: ${JSON.stringify(rules(name))}, resultTypes: ['violations']}).then(r => r.violations)`)).result.value;
  if (!Array.isArray(found)) say(name, 'axe did not run');
  else for (const v of found) say(name, `axe ${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
  await tab.evaluate(() => document.querySelectorAll('details').forEach((d) => { d.open = false; }));
}

// rules are all of them; of those that the dark can change, a few pages show every kind of text.
function rules(name) {
  if (name.startsWith('narrow')) return null;
  if (!name.startsWith('dark')) return { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
  return ['dark check', 'dark report', 'dark finding'].includes(name) ? { type: 'rule', values: ['color-contrast'] } : null;
}

const heading = (tab) => tab.locator('h1').innerText();

// press moves by Tab until the element of that id is held, and presses the key there.
async function press(tab, name, id, key = 'Enter') {
  for (let i = 0; i < 120; i++) {
    if (await tab.evaluate((id) => document.activeElement && document.activeElement.id === id, id)) {
      if (key) await tab.keyboard.press(key);
      return;
    }
    await tab.keyboard.press('Tab');
  }
  say(name, `#${id} is not reached by the Tab key`);
}

const shapes = {
  wide: { viewport: { width: 1200, height: 900 } },
  dark: { viewport: { width: 1200, height: 900 }, colorScheme: 'dark' },
  narrow: { viewport: { width: 320, height: 640 } },
  phone: { viewport: { width: 375, height: 667 } },
};

// A ledger is opened by typing its place, and every tab is looked at in every shape.
async function tabs(browser) {
  for (const [shape, options] of Object.entries(shapes)) {
    const { context, tab } = await open(browser, shape, options);
    if (shape === 'wide') {
      await look(context, tab, 'start');
      await tab.fill('#ui-path', `"${ledger}"`);
      await tab.keyboard.press('Enter');
      await tab.waitForURL('**/week');
    }
    for (const [id, title, head] of [['week', '今週', '今週することは3つ'], ['check', '点検', '点検'], ['figures', '指標', '指標'], ['report', '報告', '報告'], ['guide', '使い方', '1年の使い方']]) {
      await tab.click(`#ui-tab-${id}`);
      if (await heading(tab) !== head) say(shape, `the tab ${id} shows ${await heading(tab)}`);
      if (await tab.locator('#ui-tabs [aria-current=page]').innerText().then((t) => !t.startsWith(title))) say(shape, `the tab ${id} is not the current one`);
      await look(context, tab, `${shape} ${id}`);
    }
    await tab.click('#ui-tab-week');
    if (await tab.locator('.ui-people tbody tr').count() !== 12) say(shape, 'not everybody has a row');
    if (shape === 'phone') {
      const foot = await tab.locator('.ui-tasks li').first().evaluate((e) => e.getBoundingClientRect().bottom);
      if (foot > 667) say(shape, `the first task ends at ${foot} px`);
    }
    if (shape === 'phone') {
      await tab.click('#ui-tab-figures');
      const end = await tab.locator('.ui-card .ui-verdict').first().evaluate((e) => e.getBoundingClientRect().bottom);
      if (end > 667) say(shape, `the first figure ends at ${end} px`);
    }
    await details(context, tab, shape);
    await context.close();
  }
}

// A finding leads to its row, a figure to its cells.
async function details(context, tab, shape) {
  await tab.click('#ui-tab-week');
  await tab.locator('.ui-people tbody th a').first().click();
  if (await heading(tab) !== '山本 翔 P07' || await tab.locator('.ui-used > li').count() < 20) say(shape, 'the records of the first person are not shown');
  await look(context, tab, `${shape} person`);
  await tab.click('#ui-tab-check');
  await tab.locator('.ui-issue a').first().click();
  const cell = await tab.locator('td.ui-cell').innerText();
  if (!cell.includes('二時間ぐらい')) say(shape, `the cell marked is ${cell}`);
  if (await tab.locator('.ui-sheet tbody tr').count() !== 5) say(shape, 'the neighbours of the row are not shown');
  await look(context, tab, `${shape} finding`);
  await tab.click('#ui-tab-figures');
  await tab.click('#ui-open-recurring_contract_ratio');
  const text = await tab.locator('main').innerText();
  for (const part of ['54.5%', '6 / 11', '6 ÷ 11', '5.5ポイント足りない', '台帳.xlsx 案件!']) if (!text.includes(part)) say(shape, `the figure's page lacks ${part}`);
  await look(context, tab, `${shape} figure`);
  await tab.locator('.ui-used a').first().click();
  await tab.waitForSelector('td.ui-cell');
  await look(context, tab, `${shape} cells`);
}

// The figures are searched by name and id in both languages, filtered, and copied as a table.
async function figures(browser) {
  const { context, tab } = await open(browser, 'figures', { ...shapes.wide, permissions: ['clipboard-read', 'clipboard-write'] });
  await tab.click('#ui-tab-figures');
  const shown = () => tab.locator('.ui-card').count();
  await tab.waitForFunction(() => document.querySelectorAll('.ui-line').length > 20, null, { timeout: 20000 });
  const all = await shown();
  for (const [words, id] of [['月収', 'monthly_income'], ['rework', 'rework_ratio'], ['Retention', 'retention_ratio']]) {
    await tab.fill('#ui-q', words);
    await tab.waitForFunction((n) => document.querySelectorAll('.ui-card').length < n, all, { timeout: 10000 });
    if (!await tab.locator(`#ui-figure-${id}`).count()) say('figures', `${words} does not find ${id}`);
    await tab.fill('#ui-q', '');
    await tab.waitForFunction((n) => document.querySelectorAll('.ui-card').length === n, all, { timeout: 10000 });
  }
  await tab.click('#ui-missed');
  if (await shown() !== 2) say('figures', `${await shown()} are below target, want 2`);
  await tab.click('#ui-copy');
  await tab.waitForFunction(() => document.getElementById('ui-news').textContent.includes('写しました'));
  const table = await tab.evaluate(() => navigator.clipboard.readText());
  if (!table.includes('定着率\t75.0\t%') || table.trim().split('\n').length !== 3) say('figures', `copied: ${table}`);
  await tab.locator('.ui-card details summary').first().click();
  await look(context, tab, 'figures missed');
  await context.close();
}

// Twelve tabs are open at once, and each follows a save: they share one stream.
async function many(browser) {
  const { context, tab } = await open(browser, 'many', shapes.wide);
  const tabs = [tab];
  for (let i = 0; i < 11; i++) {
    const other = await context.newPage();
    await other.goto(origin + '/check', { timeout: 10000 });
    tabs.push(other);
  }
  await tab.goto(origin + '/check');
  appendFileSync(join(ledger, '作業ログ_2025-11.csv'), '2025/11/30,P98,A01,z,1,3000,,,,,\n');
  for (const [i, t] of tabs.entries()) {
    await t.waitForFunction(() => document.querySelector('main').innerText.includes('P98'), null, { timeout: 30000 }).catch(() => say('many', `tab ${i + 1} does not follow`));
  }
  await context.close();
}

// English by a switch, on every open page.
async function english(browser) {
  const { context, tab } = await open(browser, 'english', shapes.wide);
  const other = await context.newPage();
  await other.goto(origin + '/figures');
  await tab.click('#ui-lang');
  await tab.waitForFunction(() => document.documentElement.lang === 'en');
  await other.waitForFunction(() => document.documentElement.lang === 'en', null, { timeout: 15000 });
  for (const id of ['week', 'check', 'figures', 'report', 'guide']) {
    await tab.click(`#ui-tab-${id}`);
    await look(context, tab, `english ${id}`);
  }
  await tab.click('#ui-lang');
  await tab.waitForFunction(() => document.documentElement.lang === 'ja');
  await context.close();
}

// The ledger is saved while a page is open: it follows without a reload, and nothing moves.
async function live(browser) {
  const { context, tab } = await open(browser, 'live', { viewport: { width: 1200, height: 500 } });
  await tab.click('#ui-tab-figures');
  await tab.focus('#ui-open-retention_ratio');
  await tab.evaluate(() => { window.before = true; window.scrollTo(0, document.getElementById('ui-open-retention_ratio').getBoundingClientRect().top - 200); });
  const state = () => tab.evaluate(() => ({ top: document.activeElement.getBoundingClientRect().top, held: document.activeElement.id, before: window.before }));
  const was = await state();
  const began = Date.now();
  appendFileSync(join(ledger, '作業ログ_2025-11.csv'), '2025/11/30,P02,A01,x,soso,3000,,,,,\n');
  await tab.waitForFunction(() => document.getElementById('ui-news').textContent.includes('保存されました'), null, { timeout: 30000 });
  console.error(`shown ${Date.now() - began} ms after the save`);
  const is = await state();
  if (!is.before) say('live', 'the page was loaded anew');
  if (is.held !== was.held || Math.abs(is.top - was.top) > 2) say('live', `the page moved: ${JSON.stringify(was)} → ${JSON.stringify(is)}`);
  if (!(await tab.locator('#ui-tab-check').innerText()).includes('2')) say('live', 'the count of errors did not follow');
  await look(context, tab, 'live banner');

  await tab.click('#ui-news-close');
  await tab.click('#ui-tab-check');
  await tab.click('#ui-choice summary');
  await tab.fill('#ui-as-of', '2026-02-01');
  appendFileSync(join(ledger, '作業ログ_2025-11.csv'), '2025/11/30,P99,A01,y,1,3000,,,,,\n');
  await tab.waitForFunction(() => document.querySelector('main').innerText.includes('P99'), null, { timeout: 30000 });
  if (await tab.inputValue('#ui-as-of') !== '2026-02-01' || !(await tab.locator('#ui-choice').getAttribute('open') !== null)) say('live', 'what was being typed is gone');
  await tab.click('#ui-choose');
  await tab.waitForLoadState();
  if (!(await tab.locator('#ui-clock').innerText()).includes('2月1日')) say('live', 'the as-of date did not change');
  await context.close();
}

// Reports are made by buttons, say where they are, and open.
async function reports(browser) {
  const { context, tab } = await open(browser, 'report', shapes.wide);
  await tab.click('#ui-tab-report');
  for (const button of ['hub-html', 'public-pdf', 'grant-xlsx']) {
    await tab.click(`#ui-make-${button}`);
    await tab.waitForFunction((n) => document.querySelectorAll('.ui-made > li').length === n, ['hub-html', 'public-pdf', 'grant-xlsx'].indexOf(button) + 1, { timeout: 60000 });
    await tab.waitForFunction(() => document.activeElement.id === 'ui-made', null, { timeout: 5000 })
      .catch(() => say('report', 'the list of reports is not held after making one'));
  }
  const files = readdirSync(join(ledger, '報告'));
  if (files.length !== 3 || !files.every((f) => f.startsWith('2026-02-01_') && statSync(join(ledger, '報告', f)).size > 1000)) say('report', `written: ${files}`);
  const where = await tab.locator('.ui-made').innerText();
  for (const f of files) if (!where.includes(join(ledger, '報告', f))) say('report', `the page does not say where ${f} is`);
  await look(context, tab, 'report made');
  const [page] = await Promise.all([context.waitForEvent('page'), tab.locator('.ui-made a[href*=".html"]').first().click()]);
  await page.waitForSelector('figure.chart svg, figure.chart img', { timeout: 20000 });
  if (await page.evaluate(() => self.origin) !== 'null') say('report', 'a report that is shown counts as a page of this server');
  const [load] = await Promise.all([tab.waitForEvent('download'), tab.locator('.ui-made a[href*=".xlsx?keep"]').click()]);
  if (!load.suggestedFilename().endsWith('.xlsx')) say('report', `the download is called ${load.suggestedFilename()}`);
  await context.close();
}

// A folder is dropped on the page; without script, files are chosen.
async function drops(browser) {
  const { context, tab } = await open(browser, 'drop', shapes.wide);
  const session = await context.newCDPSession(tab);
  const data = { items: [], files: [ledger], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop']) await session.send('Input.dispatchDragEvent', { type, x: 300, y: 400, data });
  await tab.waitForFunction(() => document.querySelector('.bar-title span')?.title === 'ledger', null, { timeout: 20000 });
  if (!(await tab.locator('#ui-tab-check').innerText()).includes('4')) say('drop', 'the ledger that was dropped is not shown');
  await tab.click('#ui-tab-report');
  await look(context, tab, 'drop report');
  await context.close();

  const plain = await open(browser, 'no script', { javaScriptEnabled: false });
  await plain.tab.click('#ui-other');
  await plain.tab.setInputFiles('#ui-files', [join(ledger, '台帳.xlsx'), join(ledger, '作業ログ_2025-11.csv')]);
  await plain.tab.click('#ui-upload');
  await plain.tab.click('#ui-tab-check');
  if (!(await plain.tab.locator('main').innerText()).includes('二時間ぐらい')) say('no script', 'the findings are not shown');
  await plain.context.close();
}

// A ledger is begun with the keyboard alone, wrong answers first; then the program is ended.
async function keys(browser) {
  const { context, tab } = await open(browser, 'keys', shapes.wide);
  await tab.goto(origin + '/start');
  await tab.keyboard.press('Tab');
  if (await tab.evaluate(() => document.activeElement.className) !== 'skip') say('keys', 'the first stop is not the skip link');
  await tab.keyboard.press('Enter');
  if (await tab.evaluate(() => document.activeElement.id) !== 'main') say('keys', 'the skip link does not lead to the text');
  await press(tab, 'keys', 'ui-program', null);
  await tab.keyboard.type('はじめての事業');
  await press(tab, 'keys', 'ui-new');
  await tab.waitForSelector('#ui-alert');
  await look(context, tab, 'new refused');
  await press(tab, 'keys', 'ui-prefecture', null);
  for (let i = 0; i < 20; i++) await tab.keyboard.press('ArrowDown');
  await press(tab, 'keys', 'ui-municipality', null);
  await tab.keyboard.type('緑野町');
  await press(tab, 'keys', 'ui-folder', null);
  await tab.keyboard.press('Control+A');
  await tab.keyboard.type(fresh);
  await press(tab, 'keys', 'ui-new');
  await tab.waitForURL('**/week', { timeout: 15000 });
  if (!existsSync(join(fresh, '台帳.xlsx'))) say('keys', 'no ledger was made');
  await look(context, tab, 'new');
  await press(tab, 'keys', 'ui-tab-check');
  await tab.waitForURL('**/check');
  if (!(await tab.locator('main').innerText()).includes('直すところは見つかりませんでした')) say('keys', 'the new ledger has findings');
  const other = await context.newPage();
  await other.goto(origin + '/week');
  await press(tab, 'keys', 'ui-quit');
  await tab.waitForFunction(() => document.querySelector('h1').textContent.includes('終了しました'));
  await other.waitForFunction(() => document.getElementById('ui-news').textContent.includes('終了しました'), null, { timeout: 10000 });
  await context.close();
}

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  for (const part of [tabs, figures, live, many, english, reports, drops, keys]) {
    const began = Date.now();
    try { await part(browser); } catch (e) { say(part.name, e.message); }
    if (shots) console.error(`${part.name}: ${Date.now() - began} ms`);
  }
} finally {
  await browser.close();
}
console.log(JSON.stringify(faults));
