// Walks the desk as a clerk does, by the keyboard alone, in Chromium; prints one JSON list of faults.
// Usage: node journeys.mjs ORIGIN CHROMIUM FOLDER DOOR [FOLDER-FOR-SCREENSHOTS]
// DOOR is the file by which the program opens the page.
import { createRequire } from 'node:module';
import { existsSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const [origin, executablePath, folder, door, shots] = process.argv.slice(2);
const ledger = join(folder, 'あたらしい台帳');
const faults = [];
const say = (where, what) => faults.push(`${where}: ${what}`);

// look holds the page against axe and its own width, and takes its picture.
async function look(tab, name) {
  await tab.waitForLoadState();
  const over = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (over > 0) say(name, `page is ${over} px too wide`);
  if (shots) await tab.screenshot({ path: join(shots, name.replace(/[^\w-]+/g, '_') + '.png'), fullPage: true });
  await tab.evaluate(() => window.scrollTo(0, 0));
  const session = await tab.context().newCDPSession(tab);
  const { frameTree } = await session.send('Page.getFrameTree');
  const world = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  const run = (expression) => session.send('Runtime.evaluate', { expression, contextId: world.executionContextId, awaitPromise: true, returnByValue: true });
  await run(axe + ';0');
  const found = (await run("axe.run(document, {iframes: false, runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}, resultTypes: ['violations']}).then(r => r.violations)")).result.value;
  if (!Array.isArray(found)) say(name, 'axe did not run');
  else for (const v of found) say(name, `axe ${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
}

// to moves by Tab until the element is held; press presses a key there.
async function to(tab, selector) {
  await tab.waitForSelector(selector, { state: 'attached', timeout: 60000 });
  for (let i = 0; i < 400; i++) {
    if (await tab.evaluate((s) => !!document.activeElement && document.activeElement.matches(s), selector)) return true;
    await tab.keyboard.press('Tab');
  }
  say('keyboard', `${selector} is not reached by the Tab key on ${tab.url()}`);
  throw new Error(`${selector} is not reached`);
}
async function press(tab, selector, key = 'Enter') { await to(tab, selector); await tab.keyboard.press(key); }
async function type(tab, selector, text) { await to(tab, selector); await tab.keyboard.press('Control+A'); await tab.keyboard.type(text); }

const people = '参加者ID,氏名,開始日\n' + ['青木 花', '石田 葵', '上田 翔', '江口 恵'].map((n, i) => `P0${i + 1},${n},2025-06-01`).join('\n') + '\n';
const contracts = '案件ID,発注者ID,種別,開始日,月額\nA01,C01,定期,2025-06-01,50000\nA02,C02,単発,2025-07-01,30000\n';
const tasks = (pay) => '作業日,参加者ID,案件ID,作業内容,時間,報酬,納期,納品日,支払日\n' +
  `2025-07-01,P01,A01,入力,2,2000,2025-07-10,2025-07-08,2025-07-31\n2025-07-02,P02,A01,点検,3,${pay},2025-07-10,2025-07-08,2025-07-31\n2025-07-03,P03,A02,投稿,1,1000,2025-07-10,2025-07-09,2025-07-31\n`;

// Journey 1: from nothing to a filled ledger and a council PDF.
async function begin(tab) {
  await type(tab, '#ui-program', '在宅ワーク事業');
  await to(tab, '#ui-prefecture');
  for (let i = 0; i < 20; i++) await tab.keyboard.press('ArrowDown');
  await type(tab, '#ui-municipality', '緑野町');
  await to(tab, '#ui-start');
  await tab.keyboard.type('06012025');
  await type(tab, '#ui-folder', ledger);
  await press(tab, '#ui-new');
  await tab.waitForURL('**/week', { timeout: 30000 });
  await look(tab, 'journey begun');
  // the clerk fills the ledger in, in Excel or as files beside it
  writeFileSync(join(ledger, '参加者.csv'), people);
  writeFileSync(join(ledger, '案件.csv'), contracts);
  writeFileSync(join(ledger, '作業ログ.csv'), tasks(3000));
  await tab.waitForFunction(() => document.querySelectorAll('.ui-people tbody tr').length === 4, null, { timeout: 60000 });
  await look(tab, 'journey week');
  await press(tab, '#ui-tab-report');
  await tab.waitForURL('**/report');
  await press(tab, '#ui-make-council-pdf');
  await tab.waitForSelector('.ui-made > li', { timeout: 120000 });
  const made = readdirSync(join(ledger, '報告')).filter((f) => f.endsWith('.pdf'));
  const paper = made.find((f) => f.includes('議会'));
  if (!paper || readFileSync(join(ledger, '報告', paper)).subarray(0, 5).toString() !== '%PDF-') say('journey 1', `written: ${made}`);
  await look(tab, 'journey council');
}

// Journey 4: an edition is kept, a cell changes, the change is explained.
async function keep(tab) {
  await press(tab, '#ui-tab-week');
  await tab.waitForURL('**/week');
  await press(tab, '#ui-keep-week');
  await tab.waitForSelector('#ui-told', { timeout: 120000 });
  const kept = readdirSync(join(ledger, 'editions')).filter((f) => !f.startsWith('.'));
  if (kept.length !== 1 || !existsSync(join(ledger, 'editions', kept[0], 'manifest.json'))) say('journey 4', `kept: ${kept}`);
  await look(tab, 'journey kept');
  const version = await tab.evaluate(() => document.body.dataset.version);
  writeFileSync(join(ledger, '作業ログ.csv'), tasks(9000));
  await tab.waitForFunction((v) => Number(document.body.dataset.version) > Number(v), version, { timeout: 60000 });
  await press(tab, '#ui-verify');
  await tab.waitForFunction(() => document.querySelector('.ui-kept')?.innerText.includes('訂正'), null, { timeout: 120000 }).catch(() => say('journey 4', 'the check does not say that a correction moved its figures'));
  await look(tab, 'journey checked');
  await press(tab, `.ui-kept a[href^="/kept/"]`);
  await tab.waitForSelector('#ui-moved', { timeout: 120000 });
  const text = await tab.locator('main').innerText();
  for (const part of ['訂正', '「3000」 → 「9000」', 'F3', '実質時間単価', '+1,000']) if (!text.includes(part)) say('journey 4', `the comparison lacks ${part}`);
  await look(tab, 'journey compared');
  // the same day once more: a reason is asked for, and a revision kept
  await press(tab, '#ui-tab-week');
  await tab.waitForURL('**/week');
  await press(tab, '#ui-keep-week');
  await type(tab, '#ui-reason', '7月の報酬を訂正');
  await look(tab, 'journey reason');
  await press(tab, '#ui-seal-again');
  await tab.waitForSelector('#ui-told', { timeout: 120000 });
  if (readdirSync(join(ledger, 'editions')).filter((f) => !f.startsWith('.')).length !== 2) say('journey 4', 'no revision was kept');
}

// The officer's own sentences stand in the edition, can be undone, and are not written over what somebody else saved.
async function words(tab) {
  const file = join(ledger, '文章', 'council.txt');
  await press(tab, '#ui-tab-report');
  await press(tab, '#ui-see-council');
  await type(tab, '#ui-text', '町長からのひとこと。');
  await press(tab, '#ui-text-save');
  await tab.waitForSelector('#ui-told', { timeout: 60000 });
  if (readFileSync(file, 'utf8') !== '町長からのひとこと。') say('words', 'the sentences were not saved');
  const preview = tab.frameLocator('.ui-preview');
  await preview.locator('text=町長からのひとこと').first().waitFor({ timeout: 60000 }).catch(() => say('words', 'the preview lacks them'));
  await look(tab, 'journey edition');
  writeFileSync(file, '隣の人の文章。');
  await type(tab, '#ui-text', '私の文章。');
  await press(tab, '#ui-text-save');
  await tab.waitForSelector('#ui-alert', { timeout: 60000 });
  if (!(await tab.locator('#ui-alert').innerText()).includes('隣の人の文章') || await tab.inputValue('#ui-text') !== '私の文章。') say('words', 'one of the two texts is not shown');
  if (readFileSync(file, 'utf8') !== '隣の人の文章。') say('words', 'the other text was written over');
  await press(tab, '#ui-text-save');
  await tab.waitForSelector('#ui-told', { timeout: 60000 });
  await press(tab, '#ui-text-undo');
  await tab.waitForFunction(() => document.getElementById('ui-text')?.value === '隣の人の文章。', null, { timeout: 60000 }).catch(() => say('words', 'undo does not bring the text back'));
}

// A sentence that is made of the figures is shown, and gives way to the officer's own in the paper.
async function ownSentence(tab) {
  await press(tab, '#ui-tab-report');
  await tab.waitForURL('**/report');
  await press(tab, '#ui-see-council');
  await press(tab, '#ui-words-page-conclusion > summary');
  const made = (await tab.locator('#ui-words-page-conclusion-made').innerText()).split('\n')[0];
  const preview = tab.frameLocator('.ui-preview');
  await preview.locator(`text=${made}`).first().waitFor({ timeout: 60000 }).catch(() => say('own sentence', `the paper lacks “${made}”`));
  await type(tab, '#ui-words-page-conclusion-text', '町の言葉で書いた結論です。');
  await press(tab, '#ui-words-page-conclusion-save');
  await tab.waitForSelector('#ui-told', { timeout: 60000 });
  await preview.locator('text=町の言葉で書いた結論です。').first().waitFor({ timeout: 60000 }).catch(() => say('own sentence', 'the paper lacks the own one'));
  if (await preview.locator(`text=${made}`).count()) say('own sentence', 'both stand in the paper');
  if (!existsSync(join(ledger, '文章', 'council.page.conclusion.txt'))) say('own sentence', 'it is not kept in the ledger');
  await look(tab, 'journey own sentence');
}

// Journey 5: the successor's folder.
async function over(tab) {
  await press(tab, '#ui-tab-report');
  await type(tab, '#ui-hand-out', join(folder, '引き継ぎ'));
  await press(tab, '#ui-hand-over');
  await tab.waitForSelector('#ui-told', { timeout: 240000 });
  const files = readdirSync(join(folder, '引き継ぎ'));
  for (const name of ['はじめに.html', 'はじめに.pdf']) if (!files.includes(name)) say('journey 5', `there is ${files}`);
  await look(tab, 'journey handed over');
}

// A folder that vanishes is told of, and its coming back too.
async function vanish(tab) {
  await press(tab, '#ui-tab-check');
  await tab.waitForURL('**/check');
  renameSync(ledger, ledger + '_x');
  await tab.waitForFunction(() => document.getElementById('ui-banner').classList.contains('ui-bad'), null, { timeout: 30000 }).catch(() => say('vanish', 'nothing is said'));
  renameSync(ledger + '_x', ledger);
  await tab.waitForFunction(() => !document.getElementById('ui-banner').classList.contains('ui-bad'), null, { timeout: 30000 }).catch(() => say('vanish', 'the page does not recover'));
}

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--lang=en-US'] });
try {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-US' });
  const tab = await context.newPage();
  tab.setDefaultTimeout(60000);
  tab.on('pageerror', (e) => say('page', e.message));
  await tab.goto('file://' + door);
  await tab.waitForURL(origin + '/');
  await tab.waitForSelector('#ui-program');
  if (tab.url().includes('t=')) say('address', 'the token is still in it');
  for (const part of [begin, keep, words, ownSentence, over, vanish]) {
    const began = Date.now();
    try { await part(tab); } catch (e) { say(part.name, e.message); }
    if (shots) console.error(`${part.name}: ${Date.now() - began} ms`);
  }
} finally {
  await browser.close();
}
console.log(JSON.stringify(faults));
