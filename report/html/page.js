// The page without this script shows every chart as an image, every table whole and its later sections folded; the
// script unfolds those where there is room, and adds live charts and plain tables where nothing scrolls.
(function () {
  'use strict';
  var darkness = window.matchMedia('(prefers-color-scheme: dark)');
  var colours = document.getElementById('palettes');
  var palettes = colours && JSON.parse(colours.textContent);

  function each(selector, todo) { Array.prototype.forEach.call(document.querySelectorAll(selector), todo); }

  function unfold() { each('.fold', function (d) { d.open = true; }); }
  if (window.matchMedia('(min-width: 40.01rem)').matches) unfold();
  window.addEventListener('beforeprint', unfold);

  // What a link leads to must not stay folded.
  function show() {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (var d = target && target.querySelector('.fold') || target; d; d = d.parentElement) {
      if (d.tagName === 'DETAILS') d.open = true;
    }
  }
  window.addEventListener('hashchange', show);
  show();

  function Live(plot) {
    var json = document.getElementById(plot.dataset.chart).textContent;
    var box = document.createElement('div');
    box.className = 'live-canvas';
    plot.appendChild(box);
    plot.classList.add('live');
    var chart = null, drawn = '';
    this.draw = function () {
      var width = plot.clientWidth, theme = darkness.matches ? 'dark' : 'light';
      if (!width || drawn === width + theme) return;
      drawn = width + theme;
      var source = pilot90.coloured(json, palettes[theme]), option = source.option;
      var height = pilot90.tall(option, width, width < 560 ? source.narrow : source.wide);
      box.style.height = height + 'px';
      if (chart) chart.dispose();
      chart = echarts.init(box, null, {renderer: 'svg', locale: document.documentElement.lang === 'ja' ? 'JA' : 'EN', width: width, height: height});
      chart.setOption(pilot90.layout(option, width, height));
    };
  }

  var plots = Array.prototype.map.call(document.querySelectorAll('.plot'), function (plot) {
    var live = new Live(plot);
    live.draw();
    return live;
  });
  var waiting = 0;
  function redraw() {
    window.cancelAnimationFrame(waiting);
    waiting = window.requestAnimationFrame(function () {
      plots.forEach(function (live) { live.draw(); });
      regions();
    });
  }

  // A table that fits needs no stop for the keyboard.
  function regions() {
    each('.scroll', function (box) {
      var name = box.dataset.name || box.getAttribute('aria-label');
      box.dataset.name = name;
      var stop = {tabindex: '0', role: 'region', 'aria-label': name};
      Object.keys(stop).forEach(function (key) {
        if (box.scrollWidth > box.clientWidth) box.setAttribute(key, stop[key]);
        else box.removeAttribute(key);
      });
    });
  }

  var print = document.getElementById('print');
  if (print) {
    print.hidden = false;
    print.addEventListener('click', function () { window.print(); });
  }

  regions();
  window.addEventListener('resize', redraw);
  darkness.addEventListener('change', redraw);
  each('details', function (d) { d.addEventListener('toggle', redraw); });
})();
