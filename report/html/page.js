// The page without this script shows every chart as an image and every table whole; the script
// adds live charts, the current place in the contents, and plain tables where nothing scrolls.
(function () {
  'use strict';
  var darkness = window.matchMedia('(prefers-color-scheme: dark)');

  var palettes = JSON.parse(document.getElementById('palettes').textContent);

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
    Array.prototype.forEach.call(document.querySelectorAll('.scroll'), function (box) {
      var name = box.dataset.name || box.getAttribute('aria-label');
      box.dataset.name = name;
      var stop = {tabindex: '0', role: 'region', 'aria-label': name};
      Object.keys(stop).forEach(function (key) {
        if (box.scrollWidth > box.clientWidth) box.setAttribute(key, stop[key]);
        else box.removeAttribute(key);
      });
    });
  }

  function follow() {
    var links = {}, shown = {};
    Array.prototype.forEach.call(document.querySelectorAll('.toc a'), function (a) {
      links[a.getAttribute('href').slice(1)] = a;
    });
    var sections = Array.prototype.slice.call(document.querySelectorAll('main section'));
    var watcher = new IntersectionObserver(function (entries) {
      entries.forEach(function (e) { shown[e.target.id] = e.isIntersecting; });
      var current = sections.filter(function (s) { return shown[s.id]; })[0];
      if (!current && window.scrollY > 200) return;
      sections.forEach(function (s) {
        if (s === current) links[s.id].setAttribute('aria-current', 'true');
        else links[s.id].removeAttribute('aria-current');
      });
    }, {rootMargin: '-15% 0px -60% 0px'});
    sections.forEach(function (s) { watcher.observe(s); });
  }

  regions();
  follow();
  window.addEventListener('resize', redraw);
  darkness.addEventListener('change', redraw);
  Array.prototype.forEach.call(document.querySelectorAll('details'), function (d) {
    d.addEventListener('toggle', regions);
  });
})();
