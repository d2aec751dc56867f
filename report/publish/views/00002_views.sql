-- +goose Up
-- Of each municipality, and of each hub of several, and fiscal year the newest as-of date, of that the highest number.
CREATE VIEW v_edition_newest AS
SELECT edition_id, code, fiscal_year, as_of, revision, hub, definitions, model
FROM (
    SELECT e.edition_id, e.code, e.fiscal_year, e.as_of, e.revision, e.hub, e.definitions, e.model,
        ROW_NUMBER() OVER (PARTITION BY e.code, e.fiscal_year, e.hub ORDER BY e.as_of DESC, e.revision DESC) AS place
    FROM edition e
    WHERE NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.edition_id = e.edition_id)
) newest
WHERE place = 1;

-- The editions that count: those, but of a single town none where an edition of its whole hub counts, which has its
-- people.
CREATE VIEW v_edition_counting AS
SELECT e.*
FROM v_edition_newest e
WHERE NOT EXISTS (SELECT 1 FROM hub_town t JOIN v_edition_newest h ON h.edition_id = t.edition_id
    WHERE h.hub = 1 AND e.hub = 0 AND t.code = e.code AND h.fiscal_year = e.fiscal_year);

-- Every figure of every municipality and fiscal year, by the edition that counts.
CREATE VIEW v_figure_by_year AS
SELECT m.prefecture, m.name, e.as_of, e.revision, e.definitions, e.model, f.*
FROM v_edition_counting e
JOIN figure f ON f.code = e.code AND f.fiscal_year = e.fiscal_year AND f.edition_id = e.edition_id
JOIN municipality m ON m.code = e.code;

-- The same of the newest fiscal year that each municipality has reported.
CREATE VIEW v_figure_latest AS
SELECT f.*
FROM v_figure_by_year f
WHERE f.fiscal_year = (SELECT MAX(e.fiscal_year) FROM v_edition_counting e WHERE e.code = f.code);

-- Put together over all municipalities, as pilot90 rollup does. Versions of the definitions and settings (basis) are
-- never mixed: a row for each. A sum, and the value of a figure by group, is the sum of the values.
CREATE VIEW v_pooled_sum AS
SELECT f.fiscal_year, e.definitions, f.figure, f.basis, COUNT(value) AS municipalities, SUM(n) AS n,
    CASE WHEN SUM(n) = 0 AND MAX(CASE WHEN missing = 'no_case' AND excluded > 0 THEN 1 ELSE 0 END) = 1 THEN NULL
        ELSE SUM(value) END AS value
FROM v_edition_counting e
JOIN figure f ON f.code = e.code AND f.fiscal_year = e.fiscal_year AND f.edition_id = e.edition_id
WHERE law IN ('sum', 'by_group')
GROUP BY f.fiscal_year, e.definitions, f.figure, f.basis;

-- Numerators over denominators. There is no value where nothing is known of one side, where the denominator is 0, or
-- where there are records of which no amount is known.
CREATE VIEW v_pooled_ratio AS
SELECT f.fiscal_year, e.definitions, f.figure, f.basis, COUNT(*) AS municipalities, SUM(n) AS n,
    SUM(numerator) AS numerator, SUM(denominator) AS denominator,
    CASE WHEN SUM(known_1) = 0 OR SUM(known_2) = 0 OR SUM(known_3) = 0 OR SUM(denominator) = 0
            OR SUM(claimed_numerator) > 0 AND SUM(claimed_denominator) = 0 THEN NULL
        ELSE SUM(numerator) / SUM(denominator) END AS value
FROM v_edition_counting e
JOIN figure f ON f.code = e.code AND f.fiscal_year = e.fiscal_year AND f.edition_id = e.edition_id
WHERE law = 'ratio' AND numerator IS NOT NULL
GROUP BY f.fiscal_year, e.definitions, f.figure, f.basis;

-- The same of means: sums over numbers.
CREATE VIEW v_pooled_mean AS
SELECT f.fiscal_year, e.definitions, f.figure, f.basis, COUNT(*) AS municipalities, SUM(n) AS n,
    SUM(numerator) AS numerator, SUM(denominator) AS denominator,
    CASE WHEN SUM(known_1) = 0 OR SUM(known_2) = 0 OR SUM(known_3) = 0 OR SUM(denominator) = 0
            OR SUM(claimed_numerator) > 0 AND SUM(claimed_denominator) = 0 THEN NULL
        ELSE SUM(numerator) / SUM(denominator) END AS value
FROM v_edition_counting e
JOIN figure f ON f.code = e.code AND f.fiscal_year = e.fiscal_year AND f.edition_id = e.edition_id
WHERE law = 'mean' AND numerator IS NOT NULL
GROUP BY f.fiscal_year, e.definitions, f.figure, f.basis;

-- +goose Down
DROP VIEW v_pooled_mean;
DROP VIEW v_pooled_ratio;
DROP VIEW v_pooled_sum;
DROP VIEW v_figure_latest;
DROP VIEW v_figure_by_year;
DROP VIEW v_edition_counting;
DROP VIEW v_edition_newest;
