// Reads drawings as JSON lines ({option, dark, width, height}) after a first line with the source of ECharts
// and of our scripts, the palettes and the advance of every character (in thousandths of its size, regular and bold). Has ECharts lay
// each out as a page does, and writes what it would paint: one JSON line a drawing, a list of
// {kind, x, y, w, h, text, size, bold, anchor, up, fill, stroke, line, dash}.
import {readFileSync} from 'node:fs';
import vm from 'node:vm';

const [first, ...jobs] = readFileSync(0, 'utf8').trim().split('\n').map((l) => JSON.parse(l));
for (const source of first.scripts) vm.runInThisContext(source);

function width(text, font) {
  const advance = /bold/.test(font) ? first.bold : first.regular;
  const size = parseFloat(/([\d.]+)px/.exec(font)[1]);
  let sum = 0;
  for (const rune of text) sum += advance[rune] ?? 1000;
  return sum / 1000 * size;
}
globalThis.echarts.setPlatformAPI({measureText: (text, font) => ({width: width(text, font)})});

const seen = (colour) => colour && colour !== 'none' && colour !== 'transparent' ? colour.toUpperCase() : '';

function outline(el) {
  el.getBoundingRect();
  const rect = el.path.getBoundingRect(), style = el.style, m = el.transform;
  if (m && (m[0] !== 1 || m[1] || m[2] || m[3] !== 1 || m[4] || m[5])) throw new Error('an outline that is moved');
  const stroke = style.lineWidth > 0 ? seen(style.stroke) : '';
  return {
    kind: 'outline', x: rect.x, y: rect.y, w: rect.width, h: rect.height, fill: seen(style.fill), stroke,
    line: stroke ? style.lineWidth : 0, dash: stroke && style.lineDash ? style.lineDash : []
  };
}

function words(el) {
  const style = el.style, m = el.transform || [1, 0, 0, 1, 0, 0], x = style.x || 0, y = style.y || 0;
  if (style.textBaseline !== 'middle') throw new Error('baseline ' + style.textBaseline);
  return {
    kind: 'text', x: m[0] * x + m[2] * y + m[4], y: m[1] * x + m[3] * y + m[5], w: 0, h: 0, text: style.text,
    size: parseFloat(/([\d.]+)px/.exec(style.font)[1]), bold: /bold/.test(style.font),
    anchor: {center: 0.5, right: 1}[style.textAlign] || 0, up: m[1] < -0.5, fill: seen(style.fill), stroke: '', line: 0, dash: []
  };
}

for (const job of jobs) {
  const chart = echarts.init(null, null, {renderer: 'svg', ssr: true, width: job.width, height: job.height, locale: 'JA'});
  chart.setOption(pilot90.layout(pilot90.coloured(job.option, first.palettes[job.dark ? 'dark' : 'light']), job.width, job.height));
  const list = chart.getZr().storage.getDisplayList(true);
  const drawn = list.filter((el) => !el.invisible).map((el) => el.type === 'tspan' ? words(el) : outline(el));
  console.log(JSON.stringify(drawn.filter((d) => (d.fill || d.stroke) && (d.kind !== 'text' || d.text.trim() !== ''))));
  chart.dispose();
}
