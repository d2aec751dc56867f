package publish_test

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"sync"
	"syscall"
	"testing"
	"time"

	"pilot90/report/publish"
	"pilot90/report/rollup"
)

// postgres is a server of these tests' own, on a socket in a temporary folder and no network.
type postgres struct {
	dir     string
	program func(name string) string
	as      *syscall.SysProcAttr
	running *exec.Cmd
	next    int
	port    string   // of the socket, and of TCP where the options have it listen
	options []string // of the server
}

var (
	ours    *postgres
	started sync.Once
	lacking string
)

// server starts the server once for all tests, and skips where PostgreSQL is not installed.
func server(t testing.TB) *postgres {
	t.Helper()
	if testing.Short() {
		t.Skip("starts a server")
	}
	p := serverIfAny(t)
	if p == nil {
		t.Skip(lacking)
	}
	return p
}

// serverIfAny is server, and nil where there is none; the test logs why.
func serverIfAny(t testing.TB) *postgres {
	t.Helper()
	if testing.Short() {
		t.Log("without a server")
		return nil
	}
	if started.Do(func() { ours, lacking = startServer() }); lacking != "" {
		t.Log("without PostgreSQL: " + lacking)
		return nil
	}
	return ours
}

func TestMain(m *testing.M) {
	code := m.Run()
	if ours != nil {
		ours.stop(syscall.SIGINT)
		os.RemoveAll(ours.dir)
	}
	os.Exit(code)
}

// startServer makes a server without network and runs it, or says what it lacks.
func startServer() (*postgres, string) {
	p, why := newServer()
	if why != "" {
		return nil, why
	}
	p.options = []string{"-c", "listen_addresses="}
	return p, p.start()
}

// newServer makes a server that does not run yet, or says what it lacks. It does not run as root: then as "postgres"
// or "nobody".
func newServer() (*postgres, string) {
	found, err := exec.LookPath("initdb")
	if err != nil {
		all, _ := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
		if len(all) == 0 {
			return nil, "PostgreSQL is not installed (Debian: apt-get install postgresql)"
		}
		found = all[len(all)-1]
	}
	if found, err = filepath.EvalSymlinks(found); err != nil {
		return nil, err.Error()
	}
	dir, err := os.MkdirTemp("", "pilot90-pg")
	if err != nil {
		return nil, err.Error()
	}
	p := &postgres{dir: dir, port: "5432",
		program: func(name string) string { return filepath.Join(filepath.Dir(found), name) }}
	if os.Getuid() == 0 {
		who, err := user.Lookup("postgres")
		if err != nil {
			if who, err = user.Lookup("nobody"); err != nil {
				return nil, err.Error()
			}
		}
		uid, _ := strconv.Atoi(who.Uid)
		gid, _ := strconv.Atoi(who.Gid)
		p.as = asUser(uint32(uid), uint32(gid))
		if err := os.Chown(dir, uid, gid); err != nil {
			return nil, err.Error()
		}
	}
	if out, err := p.command("initdb", "-D", filepath.Join(dir, "data"), "-U", "owner", "--auth=trust", "--no-sync",
		"--encoding=UTF8", "--locale=C").CombinedOutput(); err != nil {
		return nil, fmt.Sprintf("initdb: %v\n%s", err, out)
	}
	return p, ""
}

func (p *postgres) command(name string, args ...string) *exec.Cmd {
	c := exec.Command(p.program(name), args...)
	c.SysProcAttr, c.Dir, c.Env = p.as, p.dir, append(os.Environ(), "PGPORT="+p.port)
	return c
}

// start runs the server until it takes connections, and returns what is the matter if it does not.
func (p *postgres) start() string {
	os.Remove(filepath.Join(p.dir, "data", "postmaster.pid")) // left by a server that was killed
	p.running = p.command("postgres", append([]string{"-D", filepath.Join(p.dir, "data"), "-k", p.dir}, p.options...)...)
	var said bytes.Buffer
	p.running.Stderr = &said
	if err := p.running.Start(); err != nil {
		return err.Error()
	}
	for range 600 {
		if p.command("psql", "-h", p.dir, "-U", "owner", "-c", "SELECT 1", "postgres").Run() == nil {
			return ""
		}
		time.Sleep(50 * time.Millisecond)
	}
	return "the server does not start: " + said.String()
}

func (p *postgres) stop(how syscall.Signal) {
	p.running.Process.Signal(how)
	p.running.Wait()
}

// database makes an empty one and returns its address.
func (p *postgres) database(t testing.TB) string {
	t.Helper()
	p.next++
	name := fmt.Sprintf("d%d", p.next)
	p.sql(t, "postgres", "CREATE DATABASE "+name)
	return p.address("owner", name)
}

func (p *postgres) address(role, database string) string {
	return fmt.Sprintf("postgres:///%s?host=%s&user=%s", database, p.dir, role)
}

func (p *postgres) sql(t testing.TB, database, statement string) {
	t.Helper()
	out, err := p.command("psql", "-h", p.dir, "-U", "owner", "-v", "ON_ERROR_STOP=1", "-c", statement, database).
		CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", statement, err, out)
	}
}

// TestServerKilled: a server that is killed while submissions are put in holds whole ones only when it runs again, and
// the publisher learns of it; what was reported as put in is there.
func TestServerKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("starts and kills a server")
	}
	p := server(t)
	address := p.database(t)
	s := opened(t, address)
	random := rand.New(rand.NewPCG(9, 10))
	told := make(chan string, 10_000)
	failed := make(chan error, 1)
	go func() {
		for i := 0; ; i++ {
			sub := ofRound(random, 0, i)
			if _, err := s.Publish(context.Background(), sub); err != nil {
				failed <- err
				close(told)
				return
			}
			told <- sub.FileName()
		}
	}()
	for range 5 { // in the midst of the work
		if _, ok := <-told; !ok {
			t.Fatal(<-failed)
		}
	}
	p.stop(syscall.SIGKILL)
	if err := <-failed; err == nil {
		t.Error("the publisher was not told")
	}
	reported := 5
	for range told {
		reported++
	}
	if why := p.start(); why != "" {
		t.Fatal(why)
	}
	whole(t, address, reported)
}

// ofRound is the i-th of the different submissions of a round.
func ofRound(random *rand.Rand, round, i int) *rollup.Submission {
	year := 2015 + i/len(codes)%40
	return drawn(random, codes[i%len(codes)], fmt.Sprintf("%d-09-30", year), year, 1+100*round+i/len(codes)/40)
}

// whole holds that every edition has its five figures, and that there are at least so many.
func whole(t *testing.T, address string, least int) {
	t.Helper()
	query := querying(t, "pgx", address)
	if n := one[int](t, query("SELECT COUNT(*) FROM edition")); n < least {
		t.Errorf("%d editions, %d were reported", n, least)
	}
	if n := one[int](t, query(`SELECT COUNT(*) FROM edition e WHERE 5 <>
		(SELECT COUNT(*) FROM figure f WHERE f.edition_id = e.edition_id)`)); n != 0 {
		t.Errorf("%d editions are in part there", n)
	}
}

// TestClientKilled: a publisher that is killed leaves whole editions only.
func TestClientKilled(t *testing.T) {
	p := server(t)
	address := p.database(t)
	opened(t, address)
	for round := range 3 {
		child := exec.Command(os.Args[0], "-test.run=^TestPublishForEver$")
		child.Env = append(os.Environ(), "PILOT90_TEST_PUBLISH="+address, fmt.Sprintf("PILOT90_TEST_ROUND=%d", round))
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		query := querying(t, "pgx", address)
		before := one[int](t, query("SELECT COUNT(*) FROM edition"))
		for range 400 { // until it has put in some
			if one[int](t, query("SELECT COUNT(*) FROM edition")) > before+3 {
				break
			}
			time.Sleep(25 * time.Millisecond)
		}
		child.Process.Kill()
		child.Wait()
		whole(t, address, 1)
	}
}

// TestPublishForEver is the publisher that TestClientKilled kills.
func TestPublishForEver(t *testing.T) {
	address := os.Getenv("PILOT90_TEST_PUBLISH")
	if address == "" {
		t.Skip("only as another process of TestClientKilled")
	}
	publishForEver(t, address)
}

func publishForEver(t *testing.T, address string) {
	round, err := strconv.Atoi(os.Getenv("PILOT90_TEST_ROUND"))
	if err != nil {
		t.Fatal(err)
	}
	s := opened(t, address)
	random := rand.New(rand.NewPCG(11, uint64(round)))
	for i := 0; ; i++ {
		sub := ofRound(random, round, i)
		if _, err := s.Publish(t.Context(), sub); err != nil {
			t.Fatal(err)
		}
	}
}

// TestLeastPrivilege: a role made by the script puts in, withdraws and reads, and can do nothing else.
func TestLeastPrivilege(t *testing.T) {
	p := server(t)
	address := p.database(t)
	opened(t, address)
	name := fmt.Sprintf("d%d", p.next)
	script := p.command("psql", "-h", p.dir, "-U", "owner", "-v", "ON_ERROR_STOP=1", "-v", "role=publisher", name)
	script.Stdin = bytes.NewReader([]byte(publish.Role))
	if out, err := script.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	p.sql(t, name, "ALTER ROLE publisher LOGIN")
	least := p.address("publisher", name)
	s := opened(t, least)
	sub := drawn(rand.New(rand.NewPCG(13, 14)), codes[0], "2025-09-30", 2025, 1)
	published(t, s, sub)
	if err := s.Withdraw(t.Context(), "2025-09-30-"+codes[0]+"-fy2025"); err != nil {
		t.Error(err)
	}
	sources, err := s.Sources(t.Context(), "db")
	if err != nil || len(sources) != 0 {
		t.Errorf("%d, %v", len(sources), err)
	}
	if n := one[int](t, querying(t, "pgx", least)("SELECT COUNT(*) FROM v_pooled_sum")); n != 0 {
		t.Errorf("%d", n)
	}
	for _, forbidden := range []string{"DELETE FROM edition", "UPDATE figure SET value = 1", "DROP TABLE part",
		"CREATE TABLE mine (a TEXT)", "TRUNCATE withdrawal CASCADE", "ALTER TABLE edition DISABLE TRIGGER stays"} {
		out, err := p.command("psql", "-h", p.dir, "-U", "publisher", "-v", "ON_ERROR_STOP=1", "-c", forbidden, name).
			CombinedOutput()
		if err == nil {
			t.Errorf("%s: allowed\n%s", forbidden, out)
		}
	}
}

// TestUpAndDown: the tables can be taken away again, and made anew.
func TestUpAndDown(t *testing.T) {
	for _, address := range []string{filepath.Join(t.TempDir(), "a.db"), server(t).database(t)} {
		s := opened(t, address)
		published(t, s, drawn(rand.New(rand.NewPCG(15, 16)), codes[0], "2025-09-30", 2025, 1))
		if err := s.Remove(t.Context()); err != nil {
			t.Fatal(err)
		}
		again := opened(t, address)
		if all, err := again.Sources(t.Context(), "db"); err != nil || len(all) != 0 {
			t.Errorf("%d, %v", len(all), err)
		}
		published(t, again, drawn(rand.New(rand.NewPCG(15, 16)), codes[0], "2025-09-30", 2025, 1))
	}
}
