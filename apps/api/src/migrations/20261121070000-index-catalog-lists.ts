/** Operators list drafts too, in the same order as customers: the partial index of the menu cannot serve them. */
export const up = `
create index catalog_products_list on catalog_products (position, id);
create index catalog_products_category_list on catalog_products (category_id, position, id);
drop index catalog_products_category;
`;
