-- A role that puts submissions into the database and reads them, and can do nothing else. An administrator runs this once
-- in the database, after the tables are there (the first pilot90 publish of an owner makes them):
--
--   psql -v role=pilot90_publisher -f role.sql DATABASE
--
-- and gives the role a way to log in (ALTER ROLE ... LOGIN PASSWORD, or a certificate).
CREATE ROLE :"role" NOINHERIT;
GRANT USAGE ON SCHEMA public TO :"role";
GRANT SELECT, INSERT ON municipality, edition, hub_town, withdrawal, definition, figure, part, stage, finding_count TO :"role";
GRANT SELECT ON v_edition_newest, v_edition_counting, v_figure_by_year, v_figure_latest, v_pooled_sum, v_pooled_ratio, v_pooled_mean,
    goose_db_version TO :"role";
