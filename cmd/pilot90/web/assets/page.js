// The pages work without this script, by links and forms. It keeps an open page at the latest
// reading of the ledger without moving it, and takes files that are dropped.
(function () {
  'use strict';
  var body = document.body, banner = byId('ui-banner'), news = byId('ui-news'), shut = byId('ui-news-close'), stop = byId('ui-stop');

  function byId(id) { return document.getElementById(id); }

  function say(text, bad) {
    if (news.textContent !== text) news.textContent = text;
    banner.classList.toggle('ui-bad', !!bad);
    shut.hidden = !text;
  }
  shut.addEventListener('click', function () { say(''); });
  shut.hidden = !news.textContent;

  // morph makes the old element like the new one. What is equal stays as it is, so focus, open
  // details, typed text and the place of the page are kept.
  function morph(old, fresh) {
    if (old.isEqualNode(fresh)) return;
    if (old.nodeType !== fresh.nodeType || old.nodeName !== fresh.nodeName || old.id !== fresh.id) {
      old.replaceWith(document.importNode(fresh, true));
      return;
    }
    if (old.nodeType !== Node.ELEMENT_NODE) { old.nodeValue = fresh.nodeValue; return; }
    attributes(old, fresh);
    children(old, fresh);
  }

  function attributes(old, fresh) {
    Array.from(old.attributes).forEach(function (a) {
      if (!fresh.hasAttribute(a.name) && a.name !== 'open') old.removeAttribute(a.name);
    });
    Array.from(fresh.attributes).forEach(function (a) {
      if (a.name === 'value' && old.name === 'seen' && dirty(old.form)) return; // what was typed answers to the text of then
      if (old.getAttribute(a.name) !== a.value && a.name !== 'open') old.setAttribute(a.name, a.value);
    });
  }

  // dirty reports a form in which something was typed.
  function dirty(form) {
    return !!form && Array.from(form.elements).some(function (e) { return e.tagName === 'TEXTAREA' && e.value !== e.defaultValue; });
  }

  // Children are known again by their id, or else by their turn.
  function children(old, fresh) {
    var at = old.firstChild;
    Array.from(fresh.childNodes).forEach(function (node) {
      var same = node.id ? childOf(old, node.id) : null;
      if (same) {
        while (at && at !== same && !(at.id && within(fresh, at.id))) { var gone = at; at = at.nextSibling; gone.remove(); }
        if (at !== same) old.insertBefore(same, at);
        at = same.nextSibling;
        morph(same, node);
      } else if (at && !node.id && !at.id && at.nodeName === node.nodeName) {
        var next = at.nextSibling;
        morph(at, node);
        at = next;
      } else {
        old.insertBefore(document.importNode(node, true), at);
      }
    });
    while (at) { var rest = at; at = at.nextSibling; rest.remove(); }
  }

  function childOf(parent, id) {
    var found = byId(id);
    return found && found.parentNode === parent ? found : null;
  }
  function within(parent, id) {
    return Array.from(parent.children).some(function (c) { return c.id === id; });
  }

  // refresh fetches the page again and puts in what is new. What stands at the top of the window
  // stays there, whatever grew or shrank above it.
  var busy = false, wanted = 0;
  function refresh(version) {
    wanted = Math.max(wanted, version);
    if (busy) return Promise.resolve();
    busy = true;
    return fetch(address(), { credentials: 'same-origin' }).then(function (answer) { return answer.text(); }).then(function (text) {
      var fresh = new DOMParser().parseFromString(text, 'text/html');
      if (fresh.documentElement.lang !== document.documentElement.lang) { location.reload(); return; }
      var mark = topmost(), before = mark && mark.getBoundingClientRect().top, held = document.activeElement;
      ['ui-head', 'ui-tabs', 'main'].forEach(function (id) {
        if (byId(id) && fresh.getElementById(id)) morph(byId(id), fresh.getElementById(id));
      });
      body.dataset.version = fresh.body.dataset.version;
      if (mark && mark.isConnected) window.scrollBy(0, mark.getBoundingClientRect().top - before);
      if (held !== body && !held.isConnected) (held.id && byId(held.id) || byId('main')).focus({ preventScroll: true });
      regions();
      eras();
      offers();
    }).finally(function () {
      busy = false;
      if (Number(body.dataset.version) < wanted) window.setTimeout(function () { refresh(wanted); }, 200);
    });
  }

  // address is the page's own; that of a form that was refused is no page.
  function address() {
    return /^\/(make|out|save|show|choice|seal|verify|compare|form|handover|words|copies)$/.test(location.pathname) ? '/' + (body.dataset.live || 'week') : location.href;
  }

  // topmost is the held element when it can be seen, or else the first that can.
  function topmost() {
    var seen = function (e) { var r = e.getBoundingClientRect(); return r.bottom > 0 && r.top < window.innerHeight; };
    var held = document.activeElement;
    if (held && held.id && held.id !== 'main' && byId('main').contains(held) && seen(held)) return held;
    return Array.from(byId('main').querySelectorAll('[id]')).filter(function (e) { return e.id && e.getBoundingClientRect().top >= 0 && seen(e); })[0];
  }

  // A table that fits needs no stop for the keyboard.
  function regions() {
    document.querySelectorAll('.scroll').forEach(function (box) {
      if (box.scrollWidth > box.clientWidth) {
        box.tabIndex = 0;
        box.setAttribute('role', 'region');
        if (box.dataset.name) box.setAttribute('aria-label', box.dataset.name);
      } else {
        if (box.hasAttribute('aria-label')) box.dataset.name = box.getAttribute('aria-label');
        ['tabindex', 'role', 'aria-label'].forEach(function (name) { box.removeAttribute(name); });
      }
    });
  }

  // On a phone the row of tabs is moved so that the present one is seen.
  function atTab() {
    var row = byId('ui-nav'), tab = row && row.querySelector('[aria-current]');
    var over = tab ? tab.getBoundingClientRect().right - row.getBoundingClientRect().right : 0;
    if (over > 0) row.scrollLeft += over + 16;
  }

  // A day is chosen by the browser's calendar; beside it stands the year of the era.
  var era = document.documentElement.lang === 'ja' && window.Intl ? new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { dateStyle: 'long', timeZone: 'UTC' }) : null;
  function eras() {
    if (era) document.querySelectorAll('input[type="date"]').forEach(dated);
  }
  function dated(input) {
    var day = new Date(input.value + 'T00:00:00Z'), beside = input.nextElementSibling;
    if (!beside || beside.className !== 'ui-era') {
      beside = document.createElement('span');
      beside.className = 'ui-era';
      input.after(beside);
    }
    beside.textContent = isNaN(day) ? '' : era.format(day);
  }
  document.addEventListener('input', function (e) { if (era && e.target.type === 'date') dated(e.target); });

  // heard takes what the stream of events says.
  function heard(news) {
    if (news.ended) { say(body.dataset.ended, true); return; }
    if (news.lost) { say(body.dataset.lost, true); return; }
    var sign = news.sign;
    works(sign);
    if ('live' in body.dataset && sign.version > Number(body.dataset.version)) {
      refresh(sign.version).then(function () { say(sign.text, sign.failing); });
    } else if (sign.text && sign.busy || sign.failing || banner.classList.contains('ui-bad') || sign.done) {
      say(sign.text, sign.failing);
    }
  }

  // works shows the button that stops what the program is at.
  // Beside it stands how much is done, which is not read out each time it grows.
  var bar = byId('ui-progress'), percent = byId('ui-percent');
  function works(sign) {
    stop.hidden = !sign.busy;
    bar.hidden = !sign.busy || !sign.percent;
    bar.value = sign.percent;
    percent.textContent = sign.busy && sign.percent ? sign.percent + ' %' : '';
  }
  stop.addEventListener('click', function () {
    stop.hidden = true;
    fetch('/stop', { method: 'POST', credentials: 'same-origin' });
  });

  // follow listens for saves: by a worker that all tabs share or, where there is none, by a stream while the page is seen.
  function follow() {
    if (window.SharedWorker) {
      var worker = new SharedWorker('/worker.js');
      worker.port.onmessage = function (e) { heard(e.data); };
      window.addEventListener('pagehide', function () { worker.port.postMessage('bye'); });
    } else {
      alone();
    }
    window.addEventListener('pageshow', function (e) { if (e.persisted) location.reload(); });
  }

  function alone() {
    var stream = null, failures = 0;
    var open = function () {
      if (stream || document.hidden) return;
      stream = new EventSource('/events');
      stream.addEventListener('reading', function (e) { failures = 0; heard({ sign: JSON.parse(e.data) }); });
      stream.addEventListener('end', function () { stream.close(); heard({ ended: true }); });
      stream.onerror = function () { if (++failures > 3 || stream.readyState === EventSource.CLOSED) heard({ lost: true }); };
    };
    var close = function () { if (stream) { stream.close(); stream = null; } };
    document.addEventListener('visibilitychange', function () { if (document.hidden) close(); else open(); });
    window.addEventListener('pagehide', close);
    open();
  }

  // Files of a ledger, with their folders; nothing else leaves the page.
  function wantedFile(path) {
    var name = path.split('/').pop();
    return name === 'pilot.toml' || /\.(xlsx|xlsm|xls|ods|csv|tsv)$/i.test(name) && !/^(~\$|\.)/.test(name);
  }

  function filesOf(entry, before) {
    return new Promise(function (done, fail) {
      if (entry.isFile) {
        entry.file(function (file) { done([{ path: before + entry.name, file: file }]); }, fail);
        return;
      }
      var reader = entry.createReader(), all = [];
      (function more() {
        reader.readEntries(function (entries) {
          if (!entries.length) { done(Promise.all(all).then(function (lists) { return lists.flat(); })); return; }
          entries.forEach(function (e) { if (e.name[0] !== '.') all.push(filesOf(e, before + entry.name + '/')); });
          more();
        }, fail);
      })();
    });
  }

  function send(list) {
    var form = new FormData();
    list = list.filter(function (f) { return wantedFile(f.path); });
    if (!list.length) { say(body.dataset.none, true); return; }
    list.forEach(function (f) { form.append('path', f.path); form.append('files', f.file); });
    say(body.dataset.dropped);
    fetch('/upload', { method: 'POST', body: form, credentials: 'same-origin' }).then(function (answer) {
      if (answer.ok) { location.assign(answer.url); return; }
      return answer.text().then(function (text) {
        var alert = new DOMParser().parseFromString(text, 'text/html').getElementById('ui-alert');
        say(alert ? alert.textContent.trim() : body.dataset.lost, true);
      });
    }).catch(function () { say(body.dataset.lost, true); });
  }

  function takeDrops() {
    var over = function (e) {
      if (!Array.from(e.dataTransfer.types).includes('Files')) return;
      e.preventDefault();
      body.classList.toggle('ui-over', e.type === 'dragover');
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', over);
    window.addEventListener('drop', function (e) {
      over(e);
      var entries = Array.from(e.dataTransfer.items || []).map(function (i) { return i.webkitGetAsEntry && i.webkitGetAsEntry(); }).filter(Boolean);
      var found = entries.length ? Promise.all(entries.map(function (x) { return filesOf(x, ''); })).then(function (lists) { return lists.flat(); })
        : Promise.resolve(Array.from(e.dataTransfer.files).map(function (f) { return { path: f.name, file: f }; }));
      found.then(send, function () { say(body.dataset.none, true); });
    });
    var form = byId('ui-drop');
    if (form) form.addEventListener('submit', function (e) {
      e.preventDefault();
      send(Array.from(byId('ui-files').files).map(function (f) { return { path: f.webkitRelativePath || f.name, file: f }; }));
    });
  }

  // Making a report takes a moment; the button says so and is not pressed twice.
  // Other buttons are held for a moment, so that a double click is one.
  document.addEventListener('submit', function (e) {
    var form = e.target;
    if (e.defaultPrevented || form.method !== 'post' || 'free' in form.dataset) return;
    if (form.classList.contains('ui-busy')) { e.preventDefault(); return; }
    form.classList.add('ui-busy');
    if (form.dataset.busy && !(e.submitter && e.submitter.hasAttribute('formaction'))) say(form.dataset.busy);
    else setTimeout(function () { form.classList.remove('ui-busy'); }, 1500);
  });

  // A table is copied as a spreadsheet takes it.
  document.addEventListener('click', function (e) {
    var button = e.target.closest && e.target.closest('[data-copy]');
    if (!button) return;
    navigator.clipboard.writeText(byId(button.dataset.copy).textContent).then(function () { say(body.dataset.copied); });
  });
  function offers() {
    if (byId('ui-copy')) byId('ui-copy').hidden = !navigator.clipboard;
    document.querySelectorAll('[data-print]').forEach(function (b) { b.hidden = false; });
  }
  offers();
  document.addEventListener('click', function (e) { if (e.target.matches && e.target.matches('[data-print]')) window.print(); });

  // The search follows what is typed.
  var typed = null;
  document.addEventListener('input', function (e) {
    if (e.target.id !== 'ui-q') return;
    clearTimeout(typed);
    typed = setTimeout(function () {
      history.replaceState(null, '', '/figures?' + new URLSearchParams(new FormData(byId('ui-search'))));
      refresh(0);
    }, 250);
  });

  // What is still being computed is fetched again until it is there.
  setInterval(function () { if (document.querySelector('[data-wait]') && !document.hidden) refresh(0); }, 1500);

  if (location.hash === '#ui-made' && byId('ui-made')) byId('ui-made').focus();
  var alert = byId('ui-alert');
  if (alert) alert.scrollIntoView({ block: 'nearest' });

  // The cell that a finding is about is seen at once, also where the sheet is wider than the page.
  var meant = document.querySelector('.ui-sheet .ui-cell'), frame = meant && meant.closest('.ui-sheet');
  if (frame) frame.scrollLeft = meant.offsetLeft + meant.offsetWidth - frame.clientWidth;
  regions();
  eras();
  atTab();
  window.addEventListener('resize', regions);
  takeDrops();
  if (!document.querySelector('[data-still]')) follow();
})();
