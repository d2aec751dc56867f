// What 設定 and 読み取り do beyond plain forms: the changes are counted, sums follow what is typed, and a choice of
// how a column is read is shown at once. Without it every button works the same.
(function () {
  'use strict';
  var form = document.getElementById('ds-form');

  function all(query, within) { return Array.from((within || document).querySelectorAll(query)); }

  // changed are the labels of the fields that hold something else than the file.
  function changed() {
    var list = all('[data-was][name]', form).filter(function (e) {
      return e.type === 'checkbox' ? e.checked : e.value !== e.dataset.was;
    });
    return list.concat(all('[data-radios]', form).filter(function (set) {
      var on = set.querySelector('input[type=radio]:checked');
      return on && on.value !== set.dataset.was;
    }));
  }

  function count() {
    var bar = document.getElementById('ds-count');
    if (!bar) return;
    var rest = bar.dataset.rest || (bar.dataset.rest = bar.textContent);
    var names = changed().map(function (e) { return e.dataset.label; });
    var text = names.length ? bar.dataset.some + names.slice(0, 3).join('、') + (names.length > 3 ? ' +' + (names.length - 3) : '') + bar.dataset.end : bar.dataset.none;
    bar.textContent = text + rest;
  }

  // number reads what is typed with wide digits and commas; NaN for none.
  function number(text) {
    text = text.normalize('NFKC').replace(/[,%\s]/g, '');
    return /^-?\d+(\.\d*)?$/.test(text) ? Number(text) : NaN;
  }

  function sums() {
    all('.ds-kpis tbody tr', form).forEach(function (row) {
      var before = row.querySelector('td:nth-child(2) input.ds-number'), total = number(before ? before.value : '') || 0;
      all('.ds-inc', row).forEach(function (cell) {
        var n = number(cell.querySelector('input.ds-number').value);
        if (!isNaN(n)) total += n;
        cell.querySelector('output').textContent = isNaN(n) ? '—' : String(Math.round(total * 1e6) / 1e6);
      });
    });
  }

  if (form) {
    var sent = false;
    form.addEventListener('input', function () { count(); sums(); });
    form.addEventListener('submit', function () { sent = true; });
    window.addEventListener('beforeunload', function (e) { if (!sent && changed().length) e.preventDefault(); });
    all('.ds-radios select, .ds-radios input:not([type=radio])', form).forEach(function (e) {
      e.addEventListener('change', function () {
        var radio = document.getElementById(e.tagName === 'SELECT' ? 's-period-year' : 's-period-days');
        if (radio && e.value) { radio.checked = true; count(); }
      });
    });
    count();
  }
  var look = document.getElementById('ds-look') || document.getElementById('ds-conflicts');
  if (look) look.scrollIntoView({ block: 'start' });

  // A choice on the page of a sheet is tried at once; what comes back takes the place of the page, and the chooser that
  // was held is held again. The last choice wins.
  var turn = 0, running = null;
  function tried(held) {
    var sheet = document.getElementById('rd-form'), busy = document.getElementById('rd-busy'), mine = ++turn;
    if (!sheet) return;
    if (running) running.abort(); // the server stops reading
    running = new AbortController();
    sheet.setAttribute('aria-busy', 'true');
    busy.textContent = busy.dataset.text;
    fetch('/reading/try', { signal: running.signal, method: 'POST', body: new URLSearchParams(new FormData(sheet)), credentials: 'same-origin' }).then(function (answer) {
      return answer.text();
    }).then(function (text) {
      var fresh = new DOMParser().parseFromString(text, 'text/html').getElementById('main'), main = document.getElementById('main');
      if (mine !== turn || !fresh) return;
      var box = document.querySelector('.rd-grid'), at = box ? [box.scrollLeft, box.scrollTop] : null;
      main.replaceChildren.apply(main, Array.from(document.importNode(fresh, true).childNodes));
      box = document.querySelector('.rd-grid');
      if (box && at) { box.scrollLeft = at[0]; box.scrollTop = at[1]; }
      var again = document.getElementById(held);
      if (again) again.focus({ preventScroll: true });
    }).catch(function () {
      if (mine !== turn) return;
      sheet.removeAttribute('aria-busy');
      busy.textContent = document.body.dataset.lost;
    });
  }
  document.addEventListener('change', function (e) {
    if (e.target.closest('#rd-form') && e.target.type !== 'hidden') tried(e.target.id);
  });
})();
