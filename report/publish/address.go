package publish

import (
	"context"
	"crypto/tls"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
	_ "modernc.org/sqlite" // the driver "sqlite"

	"pilot90/cohort/lang"
)

// Is reports whether a text is the address of a database: sqlite://FILE, postgres://HOST/DATABASE, or a file that ends
// in .db.
func Is(address string) bool {
	return strings.HasPrefix(address, "sqlite://") || onServer(address) || strings.EqualFold(filepath.Ext(address), ".db")
}

func onServer(address string) bool {
	return strings.HasPrefix(address, "postgres://") || strings.HasPrefix(address, "postgresql://")
}

// Refused says in the user's words why an address is not opened.
type Refused lang.Text

func (r Refused) Error() string { return r.EN }

// Open opens the database at an address and brings its tables up to date; one in SQLite is made where there is none.
// What an address is, Is says. Of a server the password comes from the environment (PGPASSWORD), a password file or a
// service file and never from the address; off this computer the connection is encrypted and the server's certificate
// verified (sslmode=verify-full), or it is refused.
func Open(ctx context.Context, address string) (*Store, error) { return open(ctx, address, true) }

// OpenExisting is Open for reading: it makes no database and changes no tables.
func OpenExisting(ctx context.Context, address string) (*Store, error) {
	return open(ctx, address, false)
}

func open(ctx context.Context, address string, tables bool) (*Store, error) {
	connect := openFile
	if onServer(address) {
		connect = func(address string, _ bool) (*Store, error) { return openServer(address) }
	} else if !Is(address) {
		return nil, Refused{JA: "データベースの場所は sqlite://ファイル名 か postgres://サーバー名/データベース名 で指定してください: " + address,
			EN: "name a database as sqlite://FILE or postgres://HOST/DATABASE: " + address}
	}
	s, err := connect(address, tables)
	if err != nil {
		return nil, err
	}
	if err := s.db.PingContext(ctx); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	if err := s.plainTables(ctx, address); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	if !tables {
		return s, nil
	}
	if err := s.migrate(ctx); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// plainTables holds that a file has tables where we have tables, and nothing that runs when they are read or written
// but our own triggers, which keep rows as they are: a view in place of a table can go on without end.
func (s *Store) plainTables(ctx context.Context, address string) error {
	if s.dialect != sqlite {
		return nil // whoever manages the server answers for it
	}
	var others int
	err := s.db.QueryRowContext(ctx, `SELECT COUNT(*) FROM sqlite_master WHERE type = 'trigger'
		AND sql NOT LIKE 'CREATE TRIGGER %!_no!_update BEFORE UPDATE ON %' ESCAPE '!'
		AND sql NOT LIKE 'CREATE TRIGGER %!_no!_delete BEFORE DELETE ON %' ESCAPE '!'
		OR type = 'view' AND name NOT LIKE 'v!_%' ESCAPE '!' OR sql LIKE 'CREATE VIRTUAL%'`).Scan(&others)
	if err == nil && others > 0 {
		path := strings.TrimPrefix(address, "sqlite://")
		err = Refused{JA: path + " は、pilot90 がつくったあとに中の仕組みが変えられているため、使いません",
			EN: path + " was made by pilot90, but what is in it was changed since; it is not used"}
	}
	return err
}

// mark is the application id of our databases: "P90d" in the head of the file.
const mark = 0x50393064

// openFile opens a database in a file. One that another program made is left alone.
func openFile(address string, create bool) (*Store, error) {
	path := strings.TrimPrefix(address, "sqlite://")
	if err := ours(path, create); err != nil {
		return nil, err
	}
	name := &url.URL{Scheme: "file", Opaque: (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath()}
	name.RawQuery = url.Values{"_txlock": {"immediate"}, "_pragma": {"busy_timeout(20000)", "foreign_keys(1)",
		fmt.Sprintf("application_id(%d)", mark)}}.Encode()
	if !create {
		name.RawQuery = url.Values{"mode": {"ro"}, "_pragma": {"busy_timeout(20000)", "query_only(1)"}}.Encode()
	}
	db, err := sql.Open("sqlite", name.String())
	if err != nil {
		return nil, err
	}
	return &Store{db, sqlite}, nil
}

// ours holds that a file is a database of ours, or, where one may be made, that there is none.
func ours(path string, create bool) error {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) && create {
		return nil
	}
	if err == nil && !info.Mode().IsRegular() { // to open a pipe would wait for ever
		err = &fs.PathError{Op: "open", Path: path, Err: fs.ErrInvalid}
	}
	if err != nil {
		return err
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	head := make([]byte, 100)
	n, err := f.Read(head)
	if n == 0 && create {
		return nil // an empty file: SQLite makes one before it writes
	}
	const title = "SQLite format 3\x00"
	at := 68 // of the application id: https://www.sqlite.org/fileformat2.html
	if err != nil || n < at+4 || string(head[:len(title)]) != title ||
		uint32(head[at])<<24|uint32(head[at+1])<<16|uint32(head[at+2])<<8|uint32(head[at+3]) != mark {
		return Refused{JA: path + " は、pilot90 がつくったデータベースではないため、使いません",
			EN: path + " is no database that pilot90 made and is left as it is"}
	}
	return nil
}

// openServer opens a database of a PostgreSQL server.
func openServer(address string) (*Store, error) {
	if u, err := url.Parse(address); err != nil || secret(u) {
		return nil, Refused{
			JA: "データベースの場所にパスワードを書かないでください。環境変数 PGPASSWORD、または接続サービスファイルで指定できます",
			EN: "give no password in the address; use PGPASSWORD, a password file or a service file"}
	}
	config, err := pgx.ParseConfig(address)
	if err != nil {
		return nil, Refused{JA: "データベースの場所を読めません。postgres://サーバー名/データベース名 の形で指定してください",
			EN: "the address cannot be read; give it as postgres://HOST/DATABASE"}
	}
	ways := []struct {
		host string
		tls  *tls.Config
	}{{config.Host, config.TLSConfig}}
	for _, f := range config.Fallbacks {
		ways = append(ways, struct {
			host string
			tls  *tls.Config
		}{f.Host, f.TLSConfig})
	}
	for _, way := range ways {
		if !here(way.host) && !verified(way.tls) {
			return nil, Refused{
				JA: "ほかのコンピューターにあるデータベースには、暗号化し、相手を確かめた接続（sslmode=verify-full）でつないでください",
				EN: "a database on another computer takes an encrypted connection with a verified certificate " +
					"(sslmode=verify-full)"}
		}
	}
	config.RuntimeParams["application_name"] = "pilot90"
	return &Store{stdlib.OpenDB(*config), postgres}, nil
}

// secret reports a password in an address.
func secret(u *url.URL) bool {
	_, given := u.User.Password()
	return given || u.Query().Has("password")
}

// here reports a host that is this computer: a folder of sockets, or a loopback address.
func here(host string) bool {
	ip := net.ParseIP(host)
	return strings.HasPrefix(host, "/") || strings.HasPrefix(host, "@") || host == "localhost" || ip != nil &&
		ip.IsLoopback()
}

// verified reports a connection that is encrypted and whose certificate is looked at.
func verified(c *tls.Config) bool {
	return c != nil && (!c.InsecureSkipVerify || c.VerifyPeerCertificate != nil)
}
