export const up = `
create table operators_roles (
  id uuid primary key,
  built_in_key text unique,
  name text not null,
  permissions text[] not null,
  created_at timestamptz not null default now()
);
create unique index operators_roles_name on operators_roles (lower(name));

create table operators (
  id uuid primary key,
  email text not null check (email = lower(email)),
  name text not null,
  password_hash text not null,
  role_id uuid references operators_roles,
  store_ids uuid[],
  totp_secret text,
  totp_last_step bigint not null default 0,
  disabled_at timestamptz,
  created_at timestamptz not null
);
create unique index operators_email on operators (email);
create index operators_role on operators (role_id);

create table operators_sessions (
  id uuid primary key,
  operator_id uuid not null references operators on delete cascade,
  token_hash text not null unique,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  user_agent text not null,
  ip text not null
);
create index operators_sessions_operator on operators_sessions (operator_id, last_seen_at desc);

create table operators_invitations (
  id uuid primary key,
  email text not null check (email = lower(email)),
  name text not null,
  role_id uuid not null references operators_roles on delete cascade,
  store_ids uuid[],
  token_hash text not null unique,
  invited_by uuid not null references operators on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index operators_invitations_email on operators_invitations (email);

create table operators_attempts (
  subject text primary key,
  failures int not null check (failures >= 0),
  window_ends_at timestamptz not null
);
`;
