// One stream of events for all tabs of a browser: it allows six connections to a server, and a seventh page would wait
// for ever if each kept its own. The server learns by the stream, too, that somebody still looks.
'use strict';
var ports = [], last = null, failures = 0;

function tell(what) {
  ports.forEach(function (port) { port.postMessage(what); });
}

function listen() {
  var stream = new EventSource('/events');
  stream.addEventListener('reading', function (e) {
    failures = 0;
    last = { sign: JSON.parse(e.data) };
    tell(last);
  });
  stream.addEventListener('end', function () {
    stream.close();
    last = { ended: true };
    tell(last);
  });
  stream.onerror = function () {
    failures += 1;
    if (failures > 3 || stream.readyState === EventSource.CLOSED) { last = { lost: true }; tell(last); }
    if (stream.readyState === EventSource.CLOSED && !(last && last.ended)) { setTimeout(listen, 5000); }
  };
}

self.onconnect = function (e) {
  var port = e.ports[0];
  ports.push(port);
  port.onmessage = function (m) {
    if (m.data === 'bye') { ports = ports.filter(function (p) { return p !== port; }); }
  };
  port.start();
  if (last) { port.postMessage(last); }
};
listen();
