export const up = `
-- Errors of WeChat's that do not heal by themselves, one row for each call and code: operators read them.
create table wechat_alarms (
  api text not null,
  code text not null,
  message text not null,
  request_id text,
  times integer not null default 1 check (times > 0),
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (api, code)
);
create index wechat_alarms_last on wechat_alarms (last_at);
`;
