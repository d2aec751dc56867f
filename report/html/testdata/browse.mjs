// Opens pages from the disk, without a network, in several shapes; prints one JSON list of faults.
// Usage: node browse.mjs CHROMIUM PAGE...
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const [executablePath, ...pages] = process.argv.slice(2);
const faults = [];

const shapes = [
  { name: 'wide', viewport: { width: 1200, height: 900 } },
  { name: 'dark', viewport: { width: 1200, height: 900 }, colorScheme: 'dark' },
  { name: 'narrow', viewport: { width: 320, height: 640 } },
  { name: 'print', viewport: { width: 800, height: 1000 }, media: 'print' },
];

// A page cannot be checked from within by a script that its own policy refuses, so axe runs in
// the isolated world of the debugger.
async function check(browser, page, { name: shape, media, ...options }) {
  const address = pathToFileURL(page).href, name = `${basename(page)}, ${shape}`;
  const context = await browser.newContext({ ...options, offline: true });
  const tab = await context.newPage();
  const say = (what) => faults.push(`${name}: ${what}`);
  tab.on('console', (m) => { if (m.type() === 'error' || m.type() === 'warning') say(`console: ${m.text()}`); });
  tab.on('pageerror', (e) => say(`error: ${e.message}`));
  tab.on('request', (r) => { if (r.url() !== address && !r.url().startsWith('data:')) say(`request: ${r.url()}`); });
  await tab.goto(address);
  if (media) await tab.emulateMedia({ media });
  await tab.waitForTimeout(200);

  const state = await tab.evaluate(() => ({
    overflow: document.documentElement.scrollWidth - window.innerWidth,
    charts: document.querySelectorAll('.plot').length,
    drawn: document.querySelectorAll('.live-canvas svg text').length,
    live: document.querySelectorAll('.live-canvas svg').length,
    images: [...document.querySelectorAll('.still')].filter((i) => i.complete && !i.naturalWidth).length,
  }));
  if (state.overflow > 0) say(`page is ${state.overflow} px too wide`);
  if (state.live !== state.charts || (state.charts && !state.drawn)) say(`${state.live} of ${state.charts} charts are drawn`);
  if (state.images) say(`${state.images} images are broken`);

  await tab.evaluate(() => document.querySelectorAll('details').forEach((d) => { d.open = true; }));
  await tab.waitForTimeout(100);
  const found = await isolated(context, tab, axe);
  for (const v of found) say(`axe ${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
  if (shape === 'wide') await keyboard(tab, say);
  await context.close();
}

async function isolated(context, tab, source) {
  const session = await context.newCDPSession(tab);
  const { frameTree } = await session.send('Page.getFrameTree');
  const world = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  const run = (expression) => session.send('Runtime.evaluate', {
    expression, contextId: world.executionContextId, awaitPromise: true, returnByValue: true,
  });
  await run(source + ';0');
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const answer = await run(`axe.run(document, {runOnly: ${JSON.stringify(tags)}}).then(r => r.violations)`);
  if (!Array.isArray(answer.result.value)) throw new Error('axe did not run: ' + JSON.stringify(answer));
  return answer.result.value;
}

// The first stop is the skip link, it leads into the text, and every table twin opens by key.
async function keyboard(tab, say) {
  await tab.reload();
  await tab.keyboard.press('Tab');
  if (await tab.evaluate(() => document.activeElement.className) !== 'skip') say('the first stop is not the skip link');
  await tab.keyboard.press('Enter');
  if (await tab.evaluate(() => document.activeElement.id) !== 'main') say('the skip link does not lead to the text');
  const count = await tab.evaluate(() => document.querySelectorAll('summary').length);
  let opened = 0;
  for (let i = 0; i < 200 && opened < count; i++) {
    await tab.keyboard.press('Tab');
    if (await tab.evaluate(() => document.activeElement.tagName) === 'SUMMARY') {
      await tab.keyboard.press('Enter');
      opened++;
    }
  }
  const open = await tab.evaluate(() => document.querySelectorAll('details[open]').length);
  if (open !== count) say(`${open} of ${count} table twins open by key`);
}

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  await Promise.all(pages.map(async (page) => { for (const shape of shapes) await check(browser, page, shape); }));
} finally {
  await browser.close();
}
console.log(JSON.stringify(faults));
