-- The portal's database and its two roles, run once by psql as the server's administrator. Neither role is a superuser:
-- the owner has the tables, the portal's role only what the migrations grant it.
-- The passwords come from the environment, so that they stand in no file and no command line.
\getenv owner_password PRORATA_OWNER_PASSWORD
\getenv portal_password PRORATA_PORTAL_PASSWORD

create role prorata_owner login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password :'owner_password';
create role prorata_portal login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password :'portal_password';
create database prorata owner prorata_owner;
revoke all on database prorata from public;
grant connect on database prorata to prorata_portal;
