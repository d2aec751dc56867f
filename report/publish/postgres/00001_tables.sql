-- +goose Up
CREATE TABLE municipality (
    code       TEXT PRIMARY KEY, -- six digits
    name       TEXT NOT NULL,    -- as in the first submission
    prefecture TEXT NOT NULL
);

-- One submission, as it was handed in (body) and what it is of. Days are texts, 2026-03-31.
CREATE TABLE edition (
    edition_id  TEXT PRIMARY KEY, -- SHA-256 of the body
    code        TEXT NOT NULL REFERENCES municipality (code),
    fiscal_year INTEGER NOT NULL,
    as_of       TEXT NOT NULL,
    period_from TEXT NOT NULL,
    period_to   TEXT NOT NULL,
    period_end  TEXT NOT NULL,
    revision    INTEGER NOT NULL,
    hub         INTEGER NOT NULL, -- 1: of all municipalities that work through the hub of this one (hub_town)
    definitions TEXT NOT NULL, -- version
    tool        TEXT NOT NULL, -- version of pilot90
    model       TEXT NOT NULL,
    population  INTEGER NOT NULL, -- 0: not given
    name        TEXT NOT NULL, -- of the municipality, as in this submission
    body        TEXT NOT NULL,
    UNIQUE (code, fiscal_year, as_of, hub, revision)
);

-- The newest of each first, for the views.
CREATE INDEX edition_newest ON edition (code, fiscal_year, hub, as_of DESC, revision DESC);

-- The municipalities that an edition of a hub is of.
CREATE TABLE hub_town (
    edition_id TEXT NOT NULL REFERENCES edition (edition_id),
    code       TEXT NOT NULL,
    PRIMARY KEY (edition_id, code)
);

-- One that counts no more.
CREATE TABLE withdrawal (
    edition_id   TEXT PRIMARY KEY REFERENCES edition (edition_id),
    withdrawn_on TEXT NOT NULL DEFAULT (to_char(CURRENT_DATE, 'YYYY-MM-DD'))
);

CREATE TABLE definition (
    version  TEXT NOT NULL,
    figure   TEXT NOT NULL,
    unit     TEXT NOT NULL,
    law      TEXT NOT NULL,
    title_ja TEXT NOT NULL,
    title_en TEXT NOT NULL,
    PRIMARY KEY (version, figure)
);

CREATE TABLE figure (
    code                TEXT NOT NULL,
    fiscal_year         INTEGER NOT NULL,
    edition_id          TEXT NOT NULL REFERENCES edition (edition_id),
    figure              TEXT NOT NULL,
    unit                TEXT NOT NULL,
    law                 TEXT NOT NULL,
    class               TEXT NOT NULL, -- by what rule outer editions show it
    basis               TEXT NOT NULL, -- settings that it rests on
    value               DOUBLE PRECISION,
    missing             TEXT NOT NULL, -- '', no_data or no_case
    n                   INTEGER NOT NULL,
    excluded            INTEGER NOT NULL,
    left_out            DOUBLE PRECISION,
    numerator           DOUBLE PRECISION,
    denominator         DOUBLE PRECISION,
    known_1             INTEGER, -- records behind each term of the quotient; NULL: it has fewer terms
    known_2             INTEGER,
    known_3             INTEGER,
    claimed_numerator   INTEGER,
    claimed_denominator INTEGER,
    trials              BOOLEAN,
    PRIMARY KEY (code, fiscal_year, edition_id, figure)
) PARTITION BY RANGE (fiscal_year);

-- What medians, curves and tables are put together from: bins (value = where one begins, n), times (value = days,
-- events, censored, entries), values beside a figure, cells of a table.
CREATE TABLE part (
    code        TEXT NOT NULL,
    fiscal_year INTEGER NOT NULL,
    edition_id  TEXT NOT NULL REFERENCES edition (edition_id),
    figure      TEXT NOT NULL,
    kind        TEXT NOT NULL,
    place       INTEGER NOT NULL,
    row_key     TEXT NOT NULL,
    column_key  TEXT NOT NULL,
    value       DOUBLE PRECISION,
    n           INTEGER,
    events      INTEGER,
    censored    INTEGER,
    entries     INTEGER,
    PRIMARY KEY (code, fiscal_year, edition_id, figure, place)
) PARTITION BY RANGE (fiscal_year);

CREATE TABLE stage (
    code        TEXT NOT NULL,
    fiscal_year INTEGER NOT NULL,
    edition_id  TEXT NOT NULL REFERENCES edition (edition_id),
    stage       TEXT NOT NULL,
    n           INTEGER, -- how many have ever reached it; NULL: the ledger does not tell
    PRIMARY KEY (code, fiscal_year, edition_id, stage)
);

CREATE TABLE finding_count (
    code        TEXT NOT NULL,
    fiscal_year INTEGER NOT NULL,
    edition_id  TEXT NOT NULL REFERENCES edition (edition_id),
    severity    TEXT NOT NULL,
    n           INTEGER NOT NULL,
    PRIMARY KEY (code, fiscal_year, edition_id, severity)
);

-- +goose StatementBegin
DO $$
BEGIN
    FOR year IN 2015..2059 LOOP
        EXECUTE format('CREATE TABLE figure_%s PARTITION OF figure FOR VALUES FROM (%s) TO (%s)', year, year, year + 1);
        EXECUTE format('CREATE TABLE part_%s PARTITION OF part FOR VALUES FROM (%s) TO (%s)', year, year, year + 1);
    END LOOP;
    CREATE TABLE figure_other PARTITION OF figure DEFAULT;
    CREATE TABLE part_other PARTITION OF part DEFAULT;
END $$;
-- +goose StatementEnd

-- What was published stays as it is.
-- +goose StatementBegin
CREATE FUNCTION pilot90_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was published is not altered: hand in a correction with the next number, or withdraw it';
END $$;
-- +goose StatementEnd
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON edition FOR EACH ROW EXECUTE FUNCTION pilot90_stays();
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON hub_town FOR EACH ROW EXECUTE FUNCTION pilot90_stays();
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON withdrawal FOR EACH ROW EXECUTE FUNCTION pilot90_stays();
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON definition FOR EACH ROW EXECUTE FUNCTION pilot90_stays();
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON figure FOR EACH ROW EXECUTE FUNCTION pilot90_stays();
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON part FOR EACH ROW EXECUTE FUNCTION pilot90_stays();
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON stage FOR EACH ROW EXECUTE FUNCTION pilot90_stays();
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON finding_count FOR EACH ROW EXECUTE FUNCTION pilot90_stays();

-- +goose Down
DROP TABLE finding_count;
DROP TABLE stage;
DROP TABLE part;
DROP TABLE figure;
DROP TABLE definition;
DROP TABLE withdrawal;
DROP TABLE hub_town;
DROP TABLE edition;
DROP TABLE municipality;
DROP FUNCTION pilot90_stays();
