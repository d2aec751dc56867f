// pilot90: the marks of the charts, drawn by ECharts custom series.
//
// The option says WHAT is drawn (a list of marks in data coordinates, built in Go); this file
// says HOW a mark becomes shapes on a page. shapes.go, symbols.go and label.go say the same for paper.
// It knows no figure and computes no number that is printed.
(function (global) {
  'use strict';
  var echarts = global.echarts, pilot90 = global.pilot90, widestLine = pilot90.widestLine;

  // place turns one point of a mark into pixels; words name the edges of the plot and the canvas.
  function place(point, shift, box, api, plan) {
    var xy = api.coord([
      typeof point[0] === 'number' ? point[0] : 0,
      typeof point[1] === 'number' ? point[1] : 0
    ]);
    var x = {left: box.x, right: box.x + box.width, center: box.x + box.width / 2, start: 0, end: plan.width};
    var y = {top: box.y, bottom: box.y + box.height, middle: box.y + box.height / 2, start: 0, end: plan.height};
    if (typeof point[0] === 'string') xy[0] = x[point[0]];
    if (typeof point[1] === 'string') xy[1] = y[point[1]];
    shift = shift || [0, 0];
    return [xy[0] + shift[0] * plan.em, xy[1] + shift[1] * plan.em];
  }

  // stripes are the 45° lines x + s·y = c inside a rectangle, as one path: no pattern and no
  // clip is needed, so every drawing program shows them alike.
  function stripes(x, y, w, h, step, s) {
    var d = '', from = s > 0 ? x + y : x - y - h, to = s > 0 ? x + y + w + h : x + w - y;
    for (var c = Math.ceil(from / step) * step; c <= to; c += step) {
      var x1 = Math.max(x, s > 0 ? c - y - h : c + y), x2 = Math.min(x + w, s > 0 ? c - y : c + y + h);
      if (x2 - x1 > 0.2) {
        d += 'M' + x1 + ' ' + (s > 0 ? c - x1 : x1 - c) + 'L' + x2 + ' ' + (s > 0 ? c - x2 : x2 - c);
      }
    }
    return d;
  }

  function dots(x, y, w, h, step, r) {
    var d = '';
    for (var cy = y + step / 2, row = 0; cy + r < y + h; cy += step, row++) {
      for (var cx = x + (row % 2 ? step : step / 2); cx + r < x + w; cx += step) {
        d += 'M' + (cx - r) + ' ' + cy + 'L' + cx + ' ' + (cy - r) + 'L' + (cx + r) + ' ' + cy + 'L' + cx + ' ' + (cy + r) + 'Z';
      }
    }
    return d;
  }

  function hatched(x, y, w, h, mark, em) {
    var out = [], style = {stroke: mark.ink, lineWidth: em * 0.133, fill: 'none'};
    if (mark.hatch === 'dots') {
      var d = dots(x, y, w, h, em * 0.62, em * 0.13);
      return d ? [{type: 'path', shape: {pathData: d}, style: {fill: mark.ink}, silent: true}] : [];
    }
    [['slash', 1], ['back', -1]].forEach(function (way) {
      if (mark.hatch === way[0] || mark.hatch === 'cross') {
        var d = stripes(x, y, w, h, em * 0.71, way[1]);
        if (d) out.push({type: 'path', shape: {pathData: d}, style: style, silent: true});
      }
    });
    return out;
  }

  function rect(a, b, mark, plan) {
    var x = Math.min(a[0], b[0]), y = Math.min(a[1], b[1]);
    var w = Math.abs(a[0] - b[0]), h = Math.abs(a[1] - b[1]);
    var min = mark.least ? mark.least * plan.em : 0;
    if (w < min) w = min;
    var out = [{type: 'rect', shape: {x: x, y: y, width: w, height: h}, style: {fill: mark.fill || 'none'}}];
    if (mark.hatch && w > 0 && h > 0) out = out.concat(hatched(x, y, w, h, mark, plan.em));
    if (mark.stroke) {
      var line = {stroke: mark.stroke, lineWidth: (mark.thick || 0.09) * plan.em, fill: 'none'};
      if (mark.dash) line.lineDash = mark.dash.map(function (d) { return d * plan.em; });
      var i = line.lineWidth / 2;
      out.push({type: 'rect', shape: {x: x + i, y: y + i, width: Math.max(0, w - 2 * i), height: Math.max(0, h - 2 * i)}, style: line, silent: true});
    }
    return out;
  }

  function line(points, mark, plan) {
    var style = {stroke: mark.stroke, lineWidth: (mark.thick || 0.12) * plan.em, fill: 'none'};
    if (mark.dash) style.lineDash = mark.dash.map(function (d) { return d * plan.em; });
    return [{type: 'polyline', shape: {points: points}, style: style}];
  }

  function area(points, mark) {
    return [{type: 'polygon', shape: {points: points}, style: {fill: mark.fill}}];
  }

  var outlines = { // on a circle of radius 1
    diamond: [[0, -1.15], [1, 0], [0, 1.15], [-1, 0]],
    triangle: [[0, -1.1], [1.05, 0.85], [-1.05, 0.85]],
    square: [[-0.85, -0.85], [0.85, -0.85], [0.85, 0.85], [-0.85, 0.85]],
    star: star(5, 0.48)
  };

  function star(n, inner) {
    var out = [];
    for (var i = 0; i < 2 * n; i++) {
      var r = i % 2 ? inner * 1.15 : 1.15, a = Math.PI * (i / n - 0.5);
      out.push([Math.round(r * Math.cos(a) * 1000) / 1000, Math.round(r * Math.sin(a) * 1000) / 1000]);
    }
    return out;
  }

  function symbol(at, mark, plan) {
    var r = (mark.size || 0.42) * plan.em, x = at[0], y = at[1];
    var style = {fill: mark.fill || 'none', stroke: mark.stroke, lineWidth: (mark.thick || 0.1) * plan.em};
    switch (mark.symbol) {
      case 'circle':
        return [{type: 'circle', shape: {cx: x, cy: y, r: r}, style: style}];
      case 'ring':
        return [
          {type: 'circle', shape: {cx: x, cy: y, r: r}, style: style},
          {type: 'circle', shape: {cx: x, cy: y, r: r * 0.45}, style: {fill: mark.stroke}}
        ];
      case 'tick':
        return [{type: 'path', shape: {pathData: 'M' + x + ' ' + (y - r) + 'L' + x + ' ' + (y + r)}, style: {stroke: mark.stroke, lineWidth: style.lineWidth, fill: 'none'}}];
      case 'cross':
        return [{
          type: 'path',
          shape: {pathData: 'M' + (x - r) + ' ' + (y - r) + 'L' + (x + r) + ' ' + (y + r) + 'M' + (x - r) + ' ' + (y + r) + 'L' + (x + r) + ' ' + (y - r)},
          style: {stroke: mark.stroke, lineWidth: (mark.thick || 0.18) * plan.em, fill: 'none'}
        }];
    }
    var points = outlines[mark.symbol].map(function (p) { return [x + p[0] * r, y + p[1] * r]; });
    return [{type: 'polygon', shape: {points: points}, style: style}];
  }

  function text(at, mark, plan, room) {
    var size = (mark.size || 1) * plan.em, bold = !!mark.bold;
    var style = {
      x: at[0], y: at[1], text: mark.text, fill: mark.fill, stroke: null, lineWidth: 0,
      fontSize: size, fontFamily: plan.font, fontWeight: bold ? 'bold' : 'normal',
      align: mark.align || 'left', verticalAlign: mark.valign || 'middle'
    };
    if (room != null && widestLine(plan, mark.text, size, bold) > room) {
      if (mark.fit) return [];
      if (mark.turn) return room < plan.em || widestLine(plan, oneLine(mark.text), plan.em, false) > at[1] ? [] : [upended(oneLine(mark.text), mark, at, plan)];
      style.text = shortened(plan, mark.lines > 1 ? pilot90.wrapped(plan, mark.text, size, bold) : mark.text, size, bold, room);
    }
    if (mark.lines > 1) style.lineHeight = size * 1.2;
    style.text = shortened(plan, style.text, size, bold, plan.width);
    var width = widestLine(plan, style.text, size, bold);
    at = [at[0] + inward(at[0], width, style.align, plan), at[1]];
    style.x = at[0];
    if (!take(plan, block(at, width, style), mark.fit)) return [];
    return plated(at, mark, plan, size, bold).concat([{type: 'text', style: style, silent: true}]);
  }

  // block is where the letters of a level text are.
  function block(at, width, style) {
    var size = style.fontSize, lead = style.lineHeight || size, whole = lead * style.text.split('\n').length;
    var letters = whole - lead + 0.84 * size, y = at[1] - letters / 2;
    if (style.verticalAlign === 'bottom') y -= whole / 2;
    if (style.verticalAlign === 'top') y += whole / 2;
    return {x: at[0] - ({center: 0.5, right: 1}[style.align] || 0) * width, y: y, width: width, height: letters};
  }

  // take notes that a text stands in the box. One that gives way does not when another is there.
  function take(plan, b, givesWay) {
    var touch = 0.3, met = givesWay && plan.taken.some(function (c) {
      return b.x + touch < c.x + c.width && c.x + touch < b.x + b.width && b.y + touch < c.y + c.height && c.y + touch < b.y + b.height;
    });
    if (!met && b.width > 0) plan.taken.push(b);
    return !met;
  }

  // inward is the shift that brings a text of the given width into the box.
  function inward(x, width, align, plan) {
    var left = x - ({center: 0.5, right: 1}[align] || 0) * width;
    return Math.max(0, -left) - Math.max(0, left + width - plan.width);
  }

  // shortened cuts each line of a text to the room and ends it with an ellipsis.
  function shortened(plan, text, size, bold, room) {
    return text.split('\n').map(function (line) {
      if (widestLine(plan, line, size, bold) <= room) return line;
      var runes = Array.from(line);
      while (runes.length && widestLine(plan, runes.join('') + '…', size, bold) > room) runes.pop();
      return runes.length ? runes.join('') + '…' : '';
    }).join('\n');
  }

  // upended writes a text upwards from its place.
  function upended(text, mark, at, plan) {
    var length = widestLine(plan, text, plan.em, false);
    take(plan, {x: at[0] - 0.42 * plan.em, y: at[1] - length, width: 0.84 * plan.em, height: length}, false);
    return {
      type: 'text', x: at[0], y: at[1], rotation: Math.PI / 2, silent: true,
      style: {
        x: 0, y: 0, text: text, fill: mark.fill, stroke: null, lineWidth: 0,
        fontSize: plan.em, fontFamily: plan.font, fontWeight: 'normal', align: 'left', verticalAlign: 'middle'
      }
    };
  }

  function oneLine(text) { return text.replace(/\n/g, ' '); }

  // plated puts a plain ground behind a centred text, so that it stays readable on a pattern.
  function plated(at, mark, plan, size, bold) {
    if (!mark.plate) return [];
    var w = widestLine(plan, mark.text, size, bold) + plan.em * 0.5, h = size * 1.2;
    return [{type: 'rect', shape: {x: at[0] - w / 2, y: at[1] - h / 2, width: w, height: h, r: h * 0.2}, style: {fill: mark.plate}, silent: true}];
  }

  // down is the length of a stretch of the y axis.
  function down(stretch, api) {
    return Math.abs(api.coord([0, stretch])[1] - api.coord([0, 0])[1]);
  }

  // roomFor is the width a text may take, in pixels, or null when it is free.
  function roomFor(mark, box, api, plan, x) {
    if (mark.room === 'left') return box.x - plan.em * 0.8 - (mark.less || 0) * plan.em;
    if (mark.room === 'end') return plan.width - x;
    if (mark.room === 'right') return plan.width - box.x - box.width - plan.em * 0.8;
    if (typeof mark.room === 'number') { // a width on the x axis
      return Math.abs(api.coord([mark.room, 0])[0] - api.coord([0, 0])[0]) * (mark.fit ? 1 : 0.94);
    }
    return null;
  }

  // keepEvery says that on a crowded axis only each k-th label stays.
  function keepEvery(mark, api, plan) {
    if (mark.every == null) return 1;
    if (mark.drop) return pilot90.thinned(plan.em * 1.1 / down(mark.drop, api));
    if (!mark.span) return plan.names.every;
    var band = Math.abs(api.coord([mark.span, 0])[0] - api.coord([0, 0])[0]);
    var wide = Math.max(pilot90.widest(plan, plan.ticks || []), pilot90.widest(plan, plan.under || []));
    return pilot90.thinned((wide + plan.em * 0.8) / band);
  }

  function shapes(mark, box, api, plan) {
    var points = mark.at.map(function (p, i) {
      return place(p, mark.shift && mark.shift[Math.min(i, mark.shift.length - 1)], box, api, plan);
    });
    switch (mark.kind) {
      case 'rect': return rect(points[0], points[1], mark, plan);
      case 'line': return line(points, mark, plan);
      case 'area': return area(points, mark);
      case 'symbol': return symbol(points[0], mark, plan);
      case 'text':
        if (mark.tall && down(mark.tall, api) < 1.6 * (mark.size || 1) * plan.em) return [];
        var k = keepEvery(mark, api, plan), room = roomFor(mark, box, api, plan, points[0][0]);
        if (mark.every % k) return [];
        if (k > 1 && !mark.span && !mark.drop && plan.names.more) k *= 0.7; // the first name moves inward, towards the next
        return text(points[0], mark, plan, room == null ? null : room * k);
    }
    throw new Error('unknown mark ' + mark.kind);
  }

  // draw shows one item: a mark that answers to the pointer, or a run of those that do not.
  function draw(params, api) {
    var item = params.itemPayload.items[params.dataIndex], children = [];
    if (params.dataIndex === 0) params.itemPayload.plan.taken = [];
    item.forEach(function (mark) {
      Array.prototype.push.apply(children, shapes(mark, params.coordSys, api, params.itemPayload.plan));
    });
    return children.length ? {type: 'group', children: children, silent: !item[0].tip, emphasisDisabled: true} : null;
  }

  function swatch(entry, x, y, plan) {
    var em = plan.em, from = [x, y - em * 0.42], to = [x + em * 1.7, y + em * 0.42], mark = entry.mark;
    if (mark.kind === 'rect') return rect(from, to, mark, plan);
    if (mark.kind === 'line') {
      var out = line([[x, y], [x + em * 1.7, y]], mark, plan);
      return mark.symbol ? out.concat(symbol([x + em * 0.85, y], Object.assign({}, mark, {stroke: mark.ink}), plan)) : out;
    }
    return symbol([x + em * 0.95, y], mark, plan);
  }

  function legend(params) {
    var plan = params.itemPayload.plan, em = plan.em, children = [];
    plan.rows.forEach(function (row, i) {
      var y = em * (0.95 + i * 1.7);
      row.forEach(function (cell) {
        children = children.concat(swatch(cell.entry, cell.x, y, plan));
        children.push({
          type: 'text', silent: true,
          style: {
            x: cell.x + em * 2.1, y: y, text: shortened(plan, cell.entry.name, em, false, plan.width - cell.x - em * 2.1),
            fill: plan.ink, stroke: null, lineWidth: 0,
            fontSize: em, fontFamily: plan.font, fontWeight: 'normal', align: 'left', verticalAlign: 'middle'
          }
        });
      });
    });
    return {type: 'group', children: children, silent: true, emphasisDisabled: true};
  }

  echarts.registerCustomSeries('pilot90.marks', draw);
  echarts.registerCustomSeries('pilot90.legend', legend);
})(typeof globalThis !== 'undefined' ? globalThis : this);
