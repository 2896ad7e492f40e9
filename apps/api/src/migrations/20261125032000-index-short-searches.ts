export const up = `
-- Words of two characters are the rule in Chinese, and trigrams cannot find them: each character of a product's words
-- and each two neighbours, where they are not ASCII.
create function catalog_grams(words text) returns text[] language sql immutable strict parallel safe cost 1000 as $$
  select array(
    select substr(chinese, n, size)
      from (select regexp_replace(words, '[ -~]+', ' ', 'g') as chinese) w, generate_series(1, length(chinese)) n, generate_series(1, 2) size
     where substr(chinese, n, size) !~ ' ')
$$;
create index catalog_products_grams on catalog_products using gin (catalog_grams(search));
`;
