// pilot90: the layout of a chart on a page. It measures names with the font at hand and gives the plot
// its margins, so that one option fits a wide page and a telephone. fit.go does the same for paper, by
// the same rules in the same order.
(function (global) {
  'use strict';
  var echarts = global.echarts;

  function font(plan, size, bold) {
    return (bold ? 'bold ' : '') + size + 'px ' + plan.font;
  }

  function widthOf(plan, text, size, bold) {
    return echarts.format.getTextRect(text, font(plan, size, bold)).width;
  }

  // widestLine is the width of the widest line of a text.
  function widestLine(plan, lines, size, bold) {
    return lines.split('\n').reduce(function (w, l) { return Math.max(w, widthOf(plan, l, size, bold)); }, 0);
  }

  function widest(plan, labels) {
    return labels.reduce(function (w, label) {
      return Math.max(w, widestLine(plan, label, plan.em, false));
    }, 0);
  }

  // wrapped breaks a name into two lines at the most even place that is allowed: not within a
  // number or a Latin word, no closing mark at a line's head, no opening one at its end.
  function wrapped(plan, name, size, bold) {
    if (name.indexOf('\n') >= 0) return name;
    var best = name, least = Infinity;
    for (var i = 1; i < name.length; i++) {
      var before = name[i - 1], after = name[i];
      if (/[\uDC00-\uDFFF]/.test(after)) continue; // within one character
      if (/[0-9A-Za-z.,]/.test(before) && /[0-9A-Za-z.,%％]/.test(after)) continue;
      if (/[、。，．）」』〜～ー・％%ぁぃぅぇぉっゃゅょァィゥェォッャュョ円人件歳月年]/.test(after) || /[（「『]/.test(before)) continue;
      var two = name.slice(0, i).trim() + '\n' + name.slice(i).trim();
      var w = widestLine(plan, two, size, bold);
      if (w < least) {
        least = w;
        best = two;
      }
    }
    return best;
  }

  // rowsOf breaks the legend into rows that fit the width.
  function rowsOf(plan, width) {
    var gap = plan.em * 1.6, rows = [], x = width;
    (plan.legend || []).forEach(function (entry) {
      var w = plan.em * 2.3 + widthOf(plan, entry.name, plan.em, false);
      if (!rows.length || x + w > width) {
        rows.push([]);
        x = 0;
      }
      rows[rows.length - 1].push({entry: entry, x: x});
      x += w + gap;
    });
    return rows;
  }

  // thinned is the step at which labels of a crowded axis stay: every one, 2nd, 3rd, 6th, 12th and on.
  function thinned(least) {
    var k = 1;
    while (k < least) k = k < 3 ? k + 1 : 2 * k;
    return k;
  }

  // fitNames decides how the names under the bands of the x axis are written: in one line, in
  // two, or every k-th only; and what that costs below the axis.
  function fitNames(plan, room) {
    var labels = plan.xLabels || [], band = room / labels.length * 0.88, em = plan.em;
    function widestOf(text) {
      return labels.reduce(function (w, l) { return Math.max(w, widestLine(plan, text(l), em, false)); }, 0);
    }
    var one = widestOf(function (l) { return l; });
    var broken = labels.some(function (l) { return l.indexOf('\n') >= 0; });
    if (one <= band) return {every: 1, more: broken ? em * 1.2 : 0};
    if (one <= em * 3.6) return {every: thinned(one * 1.1 / band), more: 0};
    var two = widestOf(function (l) { return wrapped(plan, l, em, false); });
    if (two <= band) return {every: 1, more: em * 1.2};
    if (one <= em * 6) return {every: thinned(one * 1.5 / band), more: broken ? em * 1.2 : 0};
    return {every: thinned(two * 1.5 / band), more: em * 1.2};
  }

  // margins are the room around the plot, in pixels, for a box of the given width.
  function margins(plan, width) {
    var em = plan.em, rows = rowsOf(plan, width), left = plan.left * em, right = plan.right * em;
    if (plan.leftLabels && plan.leftLabels.length) {
      left += Math.min(widest(plan, plan.leftLabels) + em * 0.8, width * 0.36);
    }
    if (plan.rightLabels && plan.rightLabels.length) {
      right += Math.min(widest(plan, plan.rightLabels) + em * 0.8, width * 0.4);
    }
    if (plan.leftTicks) left = Math.max(left, plan.left * em + widest(plan, plan.leftTicks) + em * 0.8);
    var ticks = plan.ticks || [];
    if (ticks.length) right = Math.max(right, widest(plan, ticks.slice(-1)) / 2);
    var names = fitNames(plan, width - left - right);
    return {
      rows: rows, names: names, left: left, right: right,
      top: plan.top * em + (rows.length ? rows.length * em * 1.7 + em * 0.6 : 0),
      bottom: plan.bottom * em + names.more
    };
  }

  // tall is the height that a box of this width needs. The natural height allows for two rows of
  // legend and names of two lines, a low chart (beside a figure) for what it has; the plot has at
  // least the height of its rows or numbers.
  function tall(option, width, natural) {
    var em = option.pilot90.em, m = margins(option.pilot90, width);
    var extra = option.pilot90.low ? 0 : Math.max(0, m.rows.length - 2) * em * 1.7 + Math.max(0, m.names.more - em * 1.2);
    return Math.ceil(Math.max(natural + extra, m.top + m.bottom + em * option.pilot90.least));
  }

  var painted = {fill: 1, stroke: 1, ink: 1, plate: 1, color: 1, backgroundColor: 1, borderColor: 1};

  // coloured parses JSON in which options name their colours, with those of a palette in their places.
  function coloured(json, palette) {
    return JSON.parse(json, function (key, value) {
      return painted[key] && palette.hasOwnProperty(value) ? palette[value] : value;
    });
  }

  // layout fits margins and names to the box; call it on a fresh option before setOption.
  function layout(option, width, height) {
    var plan = option.pilot90, m = margins(plan, width);
    option.grid = [{
      left: m.left, top: m.top, width: Math.max(width - m.left - m.right, 1),
      height: Math.max(height - m.top - m.bottom, 1), outerBoundsMode: 'none'
    }];
    plan.rows = m.rows;
    plan.names = m.names;
    plan.width = width;
    plan.height = height;
    option.series.forEach(function (series) {
      series.itemPayload.plan = plan;
    });
    delete option.pilot90;
    return option;
  }

  global.pilot90 = {
    coloured: coloured, layout: layout, tall: tall, thinned: thinned, widest: widest, widestLine: widestLine, wrapped: wrapped
  };
})(typeof globalThis !== 'undefined' ? globalThis : this);
