// Opens pages from the disk, without a network, in several shapes; prints one JSON list of faults.
// Usage: node browse.mjs CHROMIUM fresh|once PAGE... (each shape loaded anew, or one load that changes shape)
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const [executablePath, how, ...pages] = process.argv.slice(2);
const faults = [];

const shapes = [
  { name: 'wide', viewport: { width: 1200, height: 900 } },
  { name: 'dark', viewport: { width: 1200, height: 900 }, colorScheme: 'dark' },
  { name: 'tablet', viewport: { width: 768, height: 1024 }, wide: true }, // axe finds what it finds on the wide one
  { name: 'narrow', viewport: { width: 320, height: 640 } },
  { name: 'telephone', viewport: { width: 375, height: 667 } },
  { name: 'print', viewport: { width: 800, height: 1000 }, media: 'print' },
];

// check looks at one page: fresh, it is loaded anew in every shape; else it is loaded once, wide, and
// then takes the other shapes while it is open, as when a window is made narrow or the screen dark.
async function check(browser, page, fresh) {
  let open;
  for (const shape of shapes) {
    const say = (what) => faults.push(`${basename(page)}, ${shape.name}: ${what}`);
    if (!open || fresh) {
      await open?.context.close();
      open = await load(browser, page, shape);
    } else {
      await open.tab.setViewportSize(shape.viewport);
    }
    open.say = say;
    await open.tab.emulateMedia({ media: shape.media ?? 'screen', colorScheme: shape.colorScheme ?? 'light' });
    await open.tab.waitForTimeout(200);
    await looks(open.tab, say);
    if (shape.name === 'wide') await keyboard(open.tab, say);
    if (shape.name === 'telephone') await telephone(open.tab, basename(page, '.html'), say);
    if (shape.wide) continue;
    await open.tab.evaluate(() => document.querySelectorAll('details').forEach((d) => { d.open = true; }));
    await open.tab.waitForTimeout(100);
    const found = await open.axe(shape.colorScheme === 'dark' && !fresh ? colours : all);
    for (const v of found) say(`axe ${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
    await open.tab.evaluate(() => {
      document.querySelectorAll('details').forEach((d) => { d.open = false; });
      document.activeElement.blur();
      window.scrollTo(0, 0);
    });
  }
  await open.context.close();
}

// load opens a page in a window of that shape; what the page complains of goes to say of the answer.
async function load(browser, page, { viewport, colorScheme, name }) {
  const address = pathToFileURL(page).href;
  const context = await browser.newContext({ viewport, colorScheme, offline: true });
  const tab = await context.newPage();
  const open = { context, tab, say: (what) => faults.push(`${basename(page)}, ${name}: ${what}`) };
  tab.on('console', (m) => { if (['error', 'warning'].includes(m.type())) open.say(`console: ${m.text()}`); });
  tab.on('pageerror', (e) => open.say(`error: ${e.message}`));
  tab.on('request', (r) => {
    if (r.url() !== address && !r.url().startsWith('data:')) open.say(`request: ${r.url()}`);
  });
  await tab.goto(address);
  open.axe = await isolated(context, tab);
  return open;
}

// looks: nothing is too wide, every chart is drawn, every image is there.
async function looks(tab, say) {
  const state = await tab.evaluate(() => ({
    overflow: document.documentElement.scrollWidth - window.innerWidth,
    charts: [...document.querySelectorAll('.plot')].filter((p) => p.clientWidth).length, // some are in folded sections
    drawn: document.querySelectorAll('.live-canvas svg text').length,
    live: [...document.querySelectorAll('.plot')].filter((p) => p.clientWidth && p.querySelector('.live-canvas svg')).length,
    images: [...document.querySelectorAll('.still')].filter((i) => i.complete && !i.naturalWidth).length,
  }));
  if (state.overflow > 0) say(`page is ${state.overflow} px too wide`);
  if (state.live !== state.charts || (state.charts && !state.drawn)) say(`${state.live} of ${state.charts} charts are drawn`);
  if (state.images) say(`${state.images} images are broken`);
}

const all = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
// The dark changes colours and nothing else of a page that is open.
const colours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

// isolated loads axe beside the page, in a world of the debugger's own, as the page's policy refuses
// scripts that are not its own. It returns what runs axe there.
async function isolated(context, tab) {
  const session = await context.newCDPSession(tab);
  const { frameTree } = await session.send('Page.getFrameTree');
  const world = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  const run = (expression) => session.send('Runtime.evaluate', {
    expression, contextId: world.executionContextId, awaitPromise: true, returnByValue: true,
  });
  await run(axe + ';0');
  return async (runOnly) => {
    const options = JSON.stringify({ runOnly, resultTypes: ['violations'] });
    const answer = await run(`axe.run(document, ${options}).then(r => r.violations)`);
    if (!Array.isArray(answer.result.value)) throw new Error('axe did not run: ' + JSON.stringify(answer));
    return answer.result.value;
  };
}

// keyboard: in a page just loaded the first stop is the skip link, it leads into the text, and every table twin opens by key.
async function keyboard(tab, say) {
  await tab.keyboard.press('Tab');
  if (await tab.evaluate(() => document.activeElement.className) !== 'skip') say('the first stop is not the skip link');
  await tab.keyboard.press('Enter');
  if (await tab.evaluate(() => document.activeElement.id) !== 'main') say('the skip link does not lead to the text');
  const count = await tab.evaluate(() => document.querySelectorAll('details:not([open])').length);
  let opened = 0;
  for (let i = 0; i < 200 && opened < count; i++) {
    await tab.keyboard.press('Tab');
    if (await tab.evaluate(() => document.activeElement.matches('details:not([open]) > summary'))) {
      await tab.keyboard.press('Enter');
      opened++;
    }
  }
  const closed = await tab.evaluate(() => document.querySelectorAll('details:not([open])').length);
  if (closed) say(`${closed} of ${count} folded parts do not open by key`);
}

// telephone: what a resident or a member of the assembly reads is at most twelve screens long, and the first figure of
// the page for residents is whole on the first.
async function telephone(tab, name, say) {
  const screen = 667;
  const { height, first } = await tab.evaluate(() => ({
    height: document.documentElement.scrollHeight, first: document.querySelector('.card')?.getBoundingClientRect().bottom,
  }));
  if (['public', 'council'].includes(name) && height > 12 * screen) say(`${height} px is more than twelve screens`);
  if (name === 'public' && !(first <= screen)) say(`the first figure ends at ${first} px`);
}

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  await Promise.all(pages.map((page) => check(browser, page, how === 'fresh')));
} finally {
  await browser.close();
}
console.log(JSON.stringify(faults));
