//go:build unix

package publish_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"fmt"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"pilot90/report/publish"
)

// TestEncrypted: a server with a certificate for "localhost" is opened by whoever trusts its maker, over an encrypted
// connection; with another maker's certificate, or under a name that the certificate does not have, it is not.
func TestEncrypted(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a server")
	}
	p, lacking := newServer()
	if lacking != "" {
		t.Skip(lacking)
	}
	t.Cleanup(func() { os.RemoveAll(p.dir) })
	certificate, key := filepath.Join(p.dir, "server.pem"), filepath.Join(p.dir, "server.key")
	trusted, other := filepath.Join(t.TempDir(), "ca.pem"), filepath.Join(t.TempDir(), "other.pem")
	writeCertificates(t, certificate, key, trusted)
	writeCertificates(t, filepath.Join(p.dir, "unused.pem"), filepath.Join(p.dir, "unused.key"), other)
	if p.as != nil {
		if err := os.Chown(key, int(p.as.Credential.Uid), int(p.as.Credential.Gid)); err != nil {
			t.Fatal(err)
		}
	}
	p.port = freePort(t)
	p.options = []string{"-c", "listen_addresses=127.0.0.1", "-p", p.port, "-c", "ssl=on", "-c",
		"ssl_cert_file=" + certificate, "-c", "ssl_key_file=" + key}
	if why := p.start(); why != "" {
		t.Fatal(why)
	}
	t.Cleanup(func() { p.stop(syscall.SIGINT) })
	address := func(host, authority string) string {
		return fmt.Sprintf("postgres://owner@%s:%s/postgres?sslmode=verify-full&sslrootcert=%s", host, p.port, authority)
	}
	opened(t, address("localhost", trusted))
	// of the connection that asks
	secure := querying(t, "pgx", address("localhost", trusted))("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
	if !one[bool](t, secure) {
		t.Error("the connection is not encrypted")
	}
	for _, refused := range []string{address("localhost", other), address("127.0.0.1", trusted)} {
		if s, err := publish.Open(t.Context(), refused); err == nil {
			s.Close()
			t.Errorf("%s was opened", refused)
		}
	}
}

// freePort is a port of the loopback address that nobody listens on.
func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	_, port, err := net.SplitHostPort(l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	return port
}

// writeCertificates writes an authority and, signed by it, the certificate of a server at "localhost" with its key.
func writeCertificates(t *testing.T, certificate, key, authority string) {
	t.Helper()
	now := time.Now()
	maker := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "maker of " + authority},
		NotBefore: now.Add(-time.Hour), NotAfter: now.Add(time.Hour), IsCA: true, BasicConstraintsValid: true,
		KeyUsage: x509.KeyUsageCertSign}
	own := &x509.Certificate{SerialNumber: big.NewInt(2), DNSNames: []string{"localhost"}, NotBefore: maker.NotBefore,
		NotAfter: maker.NotAfter, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}}
	makerKey, ownKey := newKey(t), newKey(t)
	write := func(path, kind string, of []byte, err error) {
		if err == nil {
			err = os.WriteFile(path, pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: of}), 0o600)
		}
		if err == nil && path != key {
			err = os.Chmod(path, 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	der, err := x509.CreateCertificate(rand.Reader, maker, maker, &makerKey.PublicKey, makerKey)
	write(authority, "CERTIFICATE", der, err)
	der, err = x509.CreateCertificate(rand.Reader, own, maker, &ownKey.PublicKey, makerKey)
	write(certificate, "CERTIFICATE", der, err)
	der, err = x509.MarshalPKCS8PrivateKey(ownKey)
	write(key, "PRIVATE KEY", der, err)
}

func newKey(t *testing.T) *ecdsa.PrivateKey {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return key
}
