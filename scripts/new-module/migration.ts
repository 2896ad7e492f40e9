export const up = `
create table __names_snake__ (
  id uuid primary key,
  name text not null check (length(name) between 1 and 60),
  created_at timestamptz not null
);
`;
