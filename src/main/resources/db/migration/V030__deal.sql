-- Deals and their terms. Neither names a lender: who enters a deal is asked before its terms are shown.

create table deal (
  id          uuid primary key references deal_version,
  slug        text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$'),
  opens_on    date not null,
  imported_by uuid,
  created     timestamptz not null
);
grant select, insert on deal to "${portal}";

-- Append-only. The digest is that of the text, so that what was read once need not be read again.
create table deal_terms (
  deal_id     uuid not null references deal,
  version     bigint not null,
  known       timestamptz not null,
  digest      text not null,
  terms       text not null,
  proposal_id uuid,
  primary key (deal_id, version),
  unique (deal_id, known)
);
grant select, insert on deal_terms to "${portal}";
