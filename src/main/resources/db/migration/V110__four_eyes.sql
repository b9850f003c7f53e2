-- Four eyes, deeper: a proposal can be based anew on the deal as it stands, or hold several changes; one that raises the agent's own figures as a lender is marked.

alter table proposal
  add column rebased_from uuid,
  add column raises_agent boolean not null default false,
  add constraint proposal_rebased_from foreign key (deal_id, rebased_from) references proposal;
-- nothing is based anew twice, whoever asks at the same moment
create unique index proposal_rebased_once on proposal (deal_id, rebased_from) where rebased_from is not null;

-- The changes that a bundle makes, in their order, as they were named when it was proposed.
create table proposal_part (
  deal_id     uuid not null,
  proposal_id uuid not null,
  no          int  not null check (no > 0),
  kind        text not null,
  title       text not null,
  reference   text not null,
  reason      text not null,
  origin      uuid,                                     -- the proposal that was withdrawn to become this part
  primary key (deal_id, proposal_id, no),
  foreign key (deal_id, proposal_id) references proposal,
  foreign key (deal_id, origin) references proposal (deal_id, id)
);
create index proposal_part_by_origin on proposal_part (deal_id, origin) where origin is not null;

grant select, insert on proposal_part to "${portal}";
alter table proposal_part enable row level security;
alter table proposal_part force row level security;
create policy keepers on proposal_part to "${portal}" using (prorata_keeps(deal_id)) with check (prorata_keeps(deal_id));
create policy owner_sees_all on proposal_part to current_user using (true) with check (true);
